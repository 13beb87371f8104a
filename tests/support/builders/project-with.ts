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
      const added = Object.keys(edits).filter((path) => path.startsWith(`${folder}/`));
      const names = new Set([
        ...PROJECT.list(folder),
        ...added.map((path) => path.slice(folder.length + 1).split('/')[0] as string),
      ]);
      return [...names]
        .filter(
          (name) =>
            textOf(`${folder}/${name}`) !== undefined ||
            PROJECT.list(`${folder}/${name}`).length > 0 ||
            added.some((path) => path.startsWith(`${folder}/${name}/`)),
        )
        .sort();
    },
  };
}

/** Replaces a text that has to be there, once. */
export const swap = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the shipped file. Mend the test.`);
  return text.replace(from, () => to);
};
