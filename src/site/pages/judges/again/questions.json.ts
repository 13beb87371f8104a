import type { APIRoute } from 'astro';
import { siteQuestions } from '#learning/track/astro/site-tracks.ts';

/** Every question of every lesson, with its answers: they stand open in the lessons too. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await siteQuestions()), { headers: { 'content-type': 'application/json' } });
