import type { APIRoute, GetStaticPaths } from 'astro';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { siteProject, siteRounds } from '#site/astro/site-project.ts';

/** The parts of every case and round as files: `case.json` for all eyes, and the key cut into steps under `key/`. */
export const getStaticPaths = (() => {
  const { cases, library } = siteProject();
  return [...cases, ...siteRounds().map(({ loaded }) => loaded)].flatMap((loaded) =>
    [...caseFiles(loaded, loaded.answers, library.catalogue)].map(([name, content]) => ({
      params: { id: loaded.source.id, part: name.replace(/\.json$/, '') },
      props: { content },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['content']), { headers: { 'content-type': 'application/json' } });
