import type { CheckedDraft } from '#app/author/check-draft.ts';
import type { ReviewSubject } from '#core/review/statement.ts';
import type { DraftFiles } from '#core/studio/draft.ts';
import type { Edit } from '#core/studio/edit.ts';
import { createDraftEngine, type DraftEngine, type DraftState } from './draft-engine.ts';
import { type LibraryTexts, libraryFrom } from './studio-library.ts';

/** What the worker of the studio does. All but `load` throws where no library has been loaded. */
export interface StudioWork {
  /** Reads the library of the site. Throws where it has a fault, which only a damaged site can have. */
  load(texts: LibraryTexts): void;
  open(files: DraftFiles): DraftState;
  edit(edits: readonly Edit[]): DraftState;
  write(file: string, text: string): DraftState;
  undo(): DraftState;
  redo(): DraftState;
  check(): CheckedDraft;
  reviewSubject(): ReviewSubject | undefined;
}

/** The studio of one thread: the library and one draft. */
export function createStudioWork(): StudioWork {
  let engine: DraftEngine | undefined;
  const opened = (): DraftEngine => {
    if (!engine) throw new Error('The studio has no library yet.');
    return engine;
  };
  return {
    load(texts) {
      const library = libraryFrom(texts);
      if (!library.ok) throw new Error(`The library of the site has a fault: ${library.issues[0]?.code}.`);
      engine = createDraftEngine(library.value);
    },
    open: (files) => opened().open(files),
    edit: (edits) => opened().edit(edits),
    write: (file, text) => opened().write(file, text),
    undo: () => opened().undo(),
    redo: () => opened().redo(),
    check: () => opened().check(),
    reviewSubject: () => opened().reviewSubject(),
  };
}
