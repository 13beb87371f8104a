import type { APIRoute } from 'astro';
import { siteProject } from '#site/astro/site-project.ts';

/** Who may ask for which data in the invented States: the tamper drill compares the signature of each letter with it. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(siteProject().library.authority), { headers: { 'content-type': 'application/json' } });
