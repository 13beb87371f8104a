import type { APIRoute, GetStaticPaths } from 'astro';
import { caseOnPaper } from '#app/paper/case-on-paper.ts';
import { siteProject } from '#components/site-project.ts';

/** The run plans of a case, for the control page: the same as on its run sheets. Nothing of a key stands in them. */
export const getStaticPaths = (() =>
  siteProject().cases.map((loaded) => ({
    params: { id: loaded.source.id },
    props: { plans: caseOnPaper(loaded).lengths.flatMap((one) => (one.offered ? [one.plan] : [])) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['plans']), { headers: { 'content-type': 'application/json' } });
