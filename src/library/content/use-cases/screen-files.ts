import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { filesBelow } from './files-below.ts';

/** Layers of a door or of a part whose files hold words that a page shows. The words of kinds lie in each kind. */
const WITH_WORDS: Readonly<Record<string, RegExp>> = {
  words: /\.json$/,
  astro: /\.(?:astro|ts)$/,
  layouts: /\.(?:astro|ts)$/,
  pages: /\.(?:astro|ts)$/,
};

/**
 * The files with the words of the screens, in all doors: the messages of all locales, and the pages with their parts and
 * layouts, of which .ts files may hold none. A door or part that comes later is read without being named here.
 */
export function screenFiles(files: ProjectFiles): string[] {
  return foldersIn(files, 'src').flatMap((door) => [
    ...wordsIn(files, door),
    ...foldersIn(files, door).flatMap((part) => wordsIn(files, part)),
  ]);
}

/** The files of a door, or of a part, in those layers. */
const wordsIn = (files: ProjectFiles, place: string) =>
  Object.entries(WITH_WORDS).flatMap(([layer, ending]) => filesBelow(files, `${place}/${layer}`, ending));

/** Folders in a folder, by their paths. A layer may be taken for a part: below it no layer is found. */
const foldersIn = (files: ProjectFiles, folder: string) =>
  files.list(folder).flatMap((name) => (name.includes('.') ? [] : [`${folder}/${name}`]));
