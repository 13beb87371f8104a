import type { APIRoute, GetStaticPaths } from 'astro';
import { required } from '#kernel/model/invariant.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { WORDING_SET_IDS } from '#library/content/model/wording-places.ts';
import { sayOfWordings } from '#library/review/screens/say-of-wordings.ts';
import { wordingsSubject } from '#library/review/use-cases/wordings-subject.ts';

/** What reviewers of wordings read: those of practice markets alone. */
export const getStaticPaths = (() => WORDING_SET_IDS.map((id) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { id = '' } }) => {
  const subject = required(wordingsSubject(createProjectFiles(process.cwd()), id, sayOfWordings), `wordings of ${id}`);
  return new Response(JSON.stringify(subject), { headers: { 'content-type': 'application/json' } });
};
