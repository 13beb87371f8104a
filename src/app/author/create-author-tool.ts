import { type Library, loadLibrary } from '#app/library/load-library.ts';
import type { ProjectFiles } from '#app/library/project-files.ts';
import { readCase } from '#app/library/read-case.ts';
import type { Issue } from '#core/kernel/issue.ts';
import { casesIn } from './cases-in.ts';
import { type CheckedDraft, checkDraft } from './check-draft.ts';

/** A case in the list of an author's cases. */
export interface ListedCase {
  /** Its folder, as the author names it. */
  readonly place: string;
  readonly title: string;
  readonly errors: number;
  readonly warnings: number;
  /** Incremented with every change of its text. */
  readonly version: number;
}

/** The state of the author tool: the cases of a folder, and the issues of the library that they use. */
export interface AuthorList {
  readonly schema: 'author-list/1';
  readonly folder: string;
  readonly library: readonly Issue[];
  readonly cases: readonly ListedCase[];
}

/**
 * The current state of a case. While its text cannot be played or drawn, these parts come from the last text that
 * could.
 */
export interface CheckedCase extends CheckedDraft {
  readonly version: number;
  /** True where the playable part comes from an earlier text. */
  readonly earlier: boolean;
}

export interface AuthorTool {
  /** Rereads changed files; true where anything has changed. */
  check(): boolean;
  list(): AuthorList;
  draft(place: string): CheckedCase | undefined;
}

interface Entry {
  readonly texts: string;
  readonly library: Library | undefined;
  readonly draft: CheckedCase;
}

/** The cases in a folder, checked again whenever `check` is called and their text or the library has changed. */
export function createAuthorTool(files: ProjectFiles, folder: string, libraryFiles: ProjectFiles): AuthorTool {
  let entries = new Map<string, Entry>();
  let library: Library | undefined;
  let faults: readonly Issue[] = [];
  let read: string | undefined;
  let shown = '';

  function list(): AuthorList {
    return {
      schema: 'author-list/1',
      folder,
      library: faults,
      cases: [...entries].map(([place, { draft }]) => {
        const of = (severity: Issue['severity']) =>
          draft.findings.filter(({ issue }) => issue.severity === severity).length;
        return {
          place,
          title: draft.title,
          errors: of('error'),
          warnings: of('warning'),
          version: draft.version,
        };
      }),
    };
  }

  function check(): boolean {
    const content = contentOf(libraryFiles);
    if (content !== read) {
      read = content;
      const loaded = loadLibrary(libraryFiles);
      // While the library has a fault, cases are checked against its last version without one.
      if (loaded.ok) library = loaded.value;
      faults = loaded.ok ? [] : loaded.issues;
    }
    const before = entries;
    entries = new Map(
      casesIn(files, folder).map((place) => {
        const texts = textsOf(files, place);
        const known = before.get(place);
        const same = known && known.texts === texts && known.library === library;
        return [place, same ? known : { texts, library, draft: draftOf(place, known?.draft) }];
      }),
    );
    const now = JSON.stringify(list());
    const changed = now !== shown;
    shown = now;
    return changed;
  }

  function draftOf(place: string, before: CheckedCase | undefined): CheckedCase {
    const draft: CheckedDraft = library
      ? checkDraft(files, place, library)
      : {
          schema: 'author-draft/1',
          title: '',
          findings: readCase(files, place).issues.map((issue) => ({ issue })),
        };
    const { chart = before?.chart, played = before?.played } = draft;
    return {
      ...draft,
      title: draft.title || before?.title || place,
      ...(chart && { chart }),
      ...(played && { played }),
      version: (before?.version ?? 0) + 1,
      earlier: !draft.played && played !== undefined,
    };
  }

  return { check, list, draft: (place) => entries.get(place)?.draft };
}

/** The library folders to watch: a change in one of them can change a case. */
const LIBRARY = [
  'content',
  'content/indicators',
  'content/markets',
  'content/platforms',
  'content/platforms/buy',
  'content/lexicon',
];

const contentOf = (files: ProjectFiles) => LIBRARY.map((folder) => textsOf(files, folder)).join('');

/** All YAML texts and all file names of a folder. */
function textsOf(files: ProjectFiles, place: string): string {
  return JSON.stringify(
    files
      .list(place)
      // The content of other files is not read; only their names count.
      .map((name) => [name, ...(name.endsWith('.yaml') ? [files.read(`${place}/${name}`)] : [])]),
  );
}
