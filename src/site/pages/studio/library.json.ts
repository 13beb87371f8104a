import type { APIRoute } from 'astro';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { libraryTexts } from '#studio/use-cases/studio-library.ts';

/** What the studio checks cases against and draws their markets from. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(libraryTexts(createProjectFiles(process.cwd()))), {
    headers: { 'content-type': 'application/json' },
  });
