import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';

/** Project files over texts that are already in memory, by path. */
export function filesInMemory(texts: Readonly<Record<string, string>>): ProjectFiles {
  return {
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    list(folder) {
      const inside = folder === '.' || folder === '' ? '' : `${folder}/`;
      const names = Object.keys(texts)
        .filter((path) => path.startsWith(inside))
        .map((path) => path.slice(inside.length).split('/')[0] as string);
      return [...new Set(names)].sort();
    },
  };
}
