import type { APIRoute } from 'astro';
import { drillLocker } from '#app/evidence/drill-locker.ts';
import { toPlainLocker } from '#app/evidence/plain-locker.ts';
import { siteProject } from '#components/site-project.ts';

/** The locker in which the tamper drill plants its faults; it has none itself. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(toPlainLocker(drillLocker(siteProject().library))), {
    headers: { 'content-type': 'application/json' },
  });
