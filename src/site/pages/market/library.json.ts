import type { APIRoute } from 'astro';
import { packMarketLibrary } from '#app/market/market-library.ts';
import { siteProject } from '#components/site-project.ts';

/** What the page of the market draws practice markets from. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(packMarketLibrary(siteProject().library)), {
    headers: { 'content-type': 'application/json' },
  });
