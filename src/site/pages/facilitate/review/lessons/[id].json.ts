import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { required } from '#kernel/model/invariant.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { lessonSubject } from '#learning/lessons/use-cases/lesson-subject.ts';

/** What reviewers of a lesson read. */
export const getStaticPaths = (async () => {
  const lessons = await getCollection('lessons');
  return lessons.map(({ id }) => ({ params: { id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { id = '' } }) => {
  const subject = required(lessonSubject(createProjectFiles(process.cwd()), id), `lesson ${id}`);
  return new Response(JSON.stringify(subject), { headers: { 'content-type': 'application/json' } });
};
