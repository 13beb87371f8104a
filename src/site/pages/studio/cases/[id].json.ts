import type { APIRoute, GetStaticPaths } from 'astro';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { siteProject } from '#site/astro/site-project.ts';
import { shippedCase } from '#studio/use-cases/shipped-case.ts';

/**
 * The files of a shipped case, from which an author begins a copy in the studio. Its key is among them: the key of a shipped
 * case is public on this site (part by part, beside the case), so nothing is disclosed here that is not there already. No
 * page that plays asks for this file.
 */
export const getStaticPaths = (() =>
  siteProject().cases.map(({ source }) => ({
    params: { id: source.id },
    props: { shipped: shippedCase(createProjectFiles(process.cwd()), source) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['shipped']), { headers: { 'content-type': 'application/json' } });
