import type { APIRoute } from 'astro';
import { packRoundLibrary } from '#app/practice/round-library.ts';
import { siteProject } from '#components/site-project.ts';

/** What the page beside it draws and explains short rounds from. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(packRoundLibrary(siteProject().library)), {
    headers: { 'content-type': 'application/json' },
  });
