import type { LibraryKinds } from '#case/plug/use-cases/kind-builds.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import type { Parsed } from '#kernel/model/issue.ts';
import { type Library, loadLibrary } from '#library/content/use-cases/load-library.ts';
import { filesInMemory } from './files-in-memory.ts';

/** Texts of the library by path, as the studio gets them. */
export type LibraryTexts = Readonly<Record<string, string>>;

const FOLDER = 'content';
const GENRES = 'content/genres/';
/** Folders of pages, which cases do not use. */
const OF_PAGES = [`content/${FIRST_LANGUAGE}`, 'content/reviews', 'content/tracks', 'content/glossary'];

/**
 * The files of `content/` that a case uses. Wordings of assessed markets are replaced by those of practice, because no
 * page gets more of them than ads: a test has the same ads in other words. `whole` includes it, for an author who has
 * the files on the same machine.
 */
export function libraryTexts(files: ProjectFiles, whole = false): LibraryTexts {
  const texts: Record<string, string> = {};
  const visit = (folder: string): void => {
    for (const name of files.list(folder)) {
      const path = `${folder}/${name}`;
      if (OF_PAGES.includes(path)) continue;
      if (/\.(?:yaml|prints)$/.test(name)) {
        const text = files.read(path);
        if (text !== undefined) texts[path] = whole || !path.startsWith(GENRES) ? text : inPractice(text, path);
      } else if (!name.includes('.')) visit(path);
    }
  };
  visit(FOLDER);
  return texts;
}

/** The library that these texts hold. */
export const libraryFrom = (texts: LibraryTexts, kinds: LibraryKinds): Parsed<Library> =>
  loadLibrary(filesInMemory(texts), kinds);

/** A file of genres with the wordings of practice in both halves, as JSON, which YAML can be; unread if it is malformed. */
function inPractice(text: string, path: string): string {
  const read = readYaml(text, path);
  if (!read.ok) return '';
  return JSON.stringify(read.value.value, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    return key === 'assessment' ? this['practice'] : value;
  });
}
