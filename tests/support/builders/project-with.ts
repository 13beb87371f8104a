import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { PROJECT } from './the-library.ts';

/** A file's new text, made from what is shipped; undefined takes the file away. */
type Edit = string | undefined | ((shipped: string) => string);

/** The shipped project with some files changed, added or taken away; nothing is written. */
export function projectWith(edits: Readonly<Record<string, Edit>>): ProjectFiles {
  const textOf = (path: string) => {
    if (!Object.hasOwn(edits, path)) return PROJECT.read(path);
    const edit = edits[path];
    return typeof edit === 'function' ? edit(PROJECT.read(path) ?? '') : edit;
  };
  return {
    read: textOf,
    list: (folder) => {
      const kept = PROJECT.list(folder).filter((name) => {
        const path = `${folder}/${name}`;
        return !Object.hasOwn(edits, path) || edits[path] !== undefined;
      });
      const added = Object.keys(edits).flatMap((path) =>
        path.startsWith(`${folder}/`) && textOf(path) !== undefined
          ? [path.slice(folder.length + 1).split('/')[0] as string]
          : [],
      );
      return [...new Set([...kept, ...added])].sort();
    },
  };
}

/** Replaces a text that has to be there, once. */
export const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the shipped file. Mend the test.`);
  return text.replace(from, () => to);
};
