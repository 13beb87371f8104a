import type { LibraryKinds } from '#case/plug/use-cases/kind-builds.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import type { Parsed } from '#kernel/model/issue.ts';
import { type Library, loadLibrary } from '#library/content/use-cases/load-library.ts';
import { filesInMemory } from './files-in-memory.ts';

/** Texts of the library by path, as the studio gets them. */
export type LibraryTexts = Readonly<Record<string, string>>;

const FOLDER = 'content';
const ASSESSMENT = '/assessment/';
/** Folders of pages, which cases do not use. */
const OF_PAGES = [`content/${FIRST_LANGUAGE}`, 'content/reviews', 'content/tracks', 'content/glossary'];

/**
 * The files of `content/` that a case uses. The language of assessed markets is replaced by that of practice, because
 * no page gets more of it than ads: a test has the same ads in other words. `whole` includes it, for an author who has
 * the files on the same machine.
 */
export function libraryTexts(files: ProjectFiles, whole = false): LibraryTexts {
  const texts: Record<string, string> = {};
  const visit = (folder: string): void => {
    for (const name of files.list(folder)) {
      const path = `${folder}/${name}`;
      if (OF_PAGES.includes(path)) continue;
      if (/\.(?:yaml|prints)$/.test(name)) {
        const text = files.read(whole ? path : path.replace(ASSESSMENT, '/practice/'));
        if (text !== undefined) texts[path] = text;
      } else if (!name.includes('.')) visit(path);
    }
  };
  visit(FOLDER);
  return texts;
}

/** The library that these texts hold. */
export const libraryFrom = (texts: LibraryTexts, kinds: LibraryKinds): Parsed<Library> =>
  loadLibrary(filesInMemory(texts), kinds);
