import type { APIRoute, GetStaticPaths } from 'astro';
import { caseSubject } from '#library/review/use-cases/review-subjects.ts';
import { siteProject } from '#site/astro/site-project.ts';

/** What reviewers of a case read: every statement with its rating. It is a part of the key, and no page that plays asks for it. */
export const getStaticPaths = (() => {
  const { cases, library } = siteProject();
  return cases.flatMap(({ source, answers, textHash }) =>
    answers && textHash !== undefined
      ? [{ params: { id: source.id }, props: { subject: caseSubject(source, answers.key, textHash, library) } }]
      : [],
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['subject']), { headers: { 'content-type': 'application/json' } });
