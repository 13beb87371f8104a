import type { APIRoute } from 'astro';
import { packMarketLibrary } from '#market/documents/use-cases/market-library.ts';
import { siteProject } from '#site/astro/site-project.ts';

/** What the page of the market draws practice markets from. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(packMarketLibrary(siteProject().library)), {
    headers: { 'content-type': 'application/json' },
  });
