import { watch } from 'node:fs';
import { join, relative } from 'node:path';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { type AuthorTool, type CheckedCase, createAuthorTool } from '#app/author/create-author-tool.ts';
import { PUBLIC_PART, type PublicPart } from '#app/case/case-parts.ts';
import type { AuthorDraft } from '#ui/author/author-draft.ts';
import { playedRoles } from '#ui/case/played-roles.ts';

/** Debounce (ms): editors save a file in several steps, and the check waits until they are done. */
const DEBOUNCE_MS = 80;

export interface WatchedCases extends Pick<AuthorTool, 'list'> {
  draft(place: string): AuthorDraft | undefined;
  /** Calls `listener` after each check that found a change. Returns a function that removes the listener. */
  onChange(listener: () => void): () => void;
}

/**
 * Checks the cases in a folder now, and again whenever one of their files or a file of the library is saved. Never
 * writes. Case names are paths relative to `cwd`; the library is the one below `root`. Calls `failed` where the system
 * refuses to watch.
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
      if (tool.check()) for (const listener of listeners) listener();
    }, DEBOUNCE_MS);
  };
  // Watching starts before the first check, so that no save during it is missed.
  for (const place of [folder, join(root, 'content')])
    watch(place, { recursive: true }, checkSoon).on('error', (error) => failed(error.message));
  tool.check();
  return {
    list: tool.list,
    draft(place) {
      const draft = tool.draft(place);
      return draft && { ...draft, roles: rolesOf(draft) };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function rolesOf({ played }: CheckedCase): AuthorDraft['roles'] {
  if (!played) return [];
  return playedRoles({ source: played.source, ...(played.parts[PUBLIC_PART] as PublicPart) });
}
