import { watch } from 'node:fs';
import { join, relative } from 'node:path';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { type AuthorTool, type CheckedCase, createAuthorTool } from '#app/author/create-author-tool.ts';
import { PUBLIC_PART, type PublicPart } from '#app/case/case-parts.ts';
import { playedRoles } from '#components/played-roles.ts';
import type { AuthorDraft } from '#ui/author/author-draft.ts';

/** Editors save a file in several steps; the check waits until they are done. */
const QUIET_MS = 80;

export interface WatchedCases extends Pick<AuthorTool, 'list'> {
  draft(place: string): AuthorDraft | undefined;
  /** Calls back after each check that found something new, until the answer is called. */
  onChange(told: () => void): () => void;
}

/**
 * The cases in a folder, checked now and again whenever a file of them or of the library is saved. Nothing is ever
 * written. Cases are named as they lie from `cwd`; the library is that below `root`. `failed` is called where the machine refuses to watch.
 */
export function watchCases(
  folder: string,
  { cwd, root }: { readonly cwd: string; readonly root: string },
  failed: (said: string) => void,
): WatchedCases {
  const tool = createAuthorTool(createProjectFiles(cwd), relative(cwd, folder) || '.', createProjectFiles(root));
  const listeners = new Set<() => void>();
  let waiting: NodeJS.Timeout | undefined;
  const checkSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (tool.check()) for (const told of listeners) told();
    }, QUIET_MS);
  };
  // Before the first check, so that nothing saved during it is missed.
  for (const place of [folder, join(root, 'content')])
    watch(place, { recursive: true }, checkSoon).on('error', (error) => failed(error.message));
  tool.check();
  return {
    list: tool.list,
    draft(place) {
      const draft = tool.draft(place);
      return draft && { ...draft, roles: rolesOf(draft) };
    },
    onChange(told) {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
}

function rolesOf({ played }: CheckedCase): AuthorDraft['roles'] {
  if (!played) return [];
  return playedRoles({ source: played.source, ...(played.parts[PUBLIC_PART] as PublicPart) });
}
