import type { APIRoute, GetStaticPaths } from 'astro';
import { caseOnPaper } from '#room/paper/use-cases/case-on-paper.ts';
import type { CasePlan } from '#room/use-cases/case-plan.ts';
import { siteProject } from '#site/astro/site-project.ts';

/**
 * For the control page: the run plans of a case, the same as on its run sheets, and the injects that its author has
 * planned. Nothing of a key stands in them. Teams cannot read the file.
 */
export const getStaticPaths = (() =>
  siteProject().cases.map((loaded) => ({
    params: { id: loaded.source.id },
    props: {
      plan: {
        runs: caseOnPaper(loaded).lengths.flatMap((one) => (one.offered ? [one.plan] : [])),
        injects: loaded.workshop?.injects ?? [],
      } satisfies CasePlan,
    },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['plan']), { headers: { 'content-type': 'application/json' } });
