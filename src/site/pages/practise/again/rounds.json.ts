import type { APIRoute } from 'astro';
import { packRoundLibrary } from '#kinds/detection/use-cases/practice/round-library.ts';
import { siteProject } from '#site/astro/site-project.ts';

/** What the page beside it draws and explains short rounds from. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(packRoundLibrary(siteProject().library)), {
    headers: { 'content-type': 'application/json' },
  });
