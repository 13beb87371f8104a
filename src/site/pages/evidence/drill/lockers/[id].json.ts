import type { APIRoute } from 'astro';
import { DRILL_LOCKERS, type DrillLockerId } from '#evidence/drill/model/draw-drill.ts';
import { toPlainLocker } from '#evidence/locker/use-cases/plain-locker.ts';
import { drillLocker } from '#kinds/preservation/use-cases/drill/drill-locker.ts';
import { siteProject } from '#site/astro/site-project.ts';

export const getStaticPaths = () => DRILL_LOCKERS.map((id) => ({ params: { id } }));

/** One of the lockers in which the tamper drill plants its faults; it has none itself. */
export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(toPlainLocker(drillLocker(siteProject().library, params['id'] as DrillLockerId))), {
    headers: { 'content-type': 'application/json' },
  });
