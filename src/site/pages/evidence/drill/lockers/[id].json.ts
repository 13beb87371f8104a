import type { APIRoute } from 'astro';
import { drillLocker } from '#app/evidence/drill-locker.ts';
import { toPlainLocker } from '#app/evidence/plain-locker.ts';
import { siteProject } from '#components/site-project.ts';
import { DRILL_LOCKERS, type DrillLockerId } from '#core/evidence/tamper/draw-drill.ts';

export const getStaticPaths = () => DRILL_LOCKERS.map((id) => ({ params: { id } }));

/** One of the lockers in which the tamper drill plants its faults; it has none itself. */
export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(toPlainLocker(drillLocker(siteProject().library, params['id'] as DrillLockerId))), {
    headers: { 'content-type': 'application/json' },
  });
