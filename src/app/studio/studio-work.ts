import type { CheckedDraft } from '#app/author/check-draft.ts';
import type { ReviewSubject } from '#core/review/statement.ts';
import type { DraftFiles } from '#core/studio/draft.ts';
import type { Edit } from '#core/studio/edit.ts';
import { adsByPhone, type PhoneAds } from './ads-by-phone.ts';
import { createDraftEngine, type DraftEngine, type DraftState } from './draft-engine.ts';
import { type LibraryTexts, libraryFrom } from './studio-library.ts';

/** What a step of an author has made of the files. */
export type StepTaken = Omit<DraftState, 'values'> & Partial<Pick<DraftState, 'values'>>;

/** What the checker finds. What can be drawn and played is large, and stays with the worker until a view shows it. */
export type FoundDraft = Omit<CheckedDraft, 'chart' | 'played'> & { readonly canBePlayed: boolean };

/** What the last check could draw and play. */
export type DrawnDraft = Pick<CheckedDraft, 'chart' | 'played'>;

/** What the worker of the studio does. All but `load` throws where no library has been loaded. */
export interface StudioWork {
  /** Reads the library of the site. Throws where it has a fault, which only a damaged site can have. */
  load(texts: LibraryTexts): void;
  open(files: DraftFiles): DraftState;
  /** Without values: whoever edits has them already, as `applyEdit` gives what the files then hold. */
  edit(edits: readonly Edit[], withValues?: boolean): StepTaken;
  write(file: string, text: string): DraftState;
  drop(file: string): DraftState;
  undo(): DraftState;
  redo(): DraftState;
  check(): FoundDraft;
  /** Empty before the first check. */
  drawn(): DrawnDraft;
  reviewSubject(): ReviewSubject | undefined;
  /** One ad for each phone in the market of the case; none before it could be made. */
  ads(): readonly PhoneAds[];
}

/** The studio of one thread: the library and one draft. */
export function createStudioWork(): StudioWork {
  let engine: DraftEngine | undefined;
  let drawn: DrawnDraft = {};
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
    edit(edits, withValues = false) {
      const { values, ...taken } = opened().edit(edits);
      return withValues ? { ...taken, values } : taken;
    },
    write: (file, text) => opened().write(file, text),
    drop: (file) => opened().drop(file),
    undo: () => opened().undo(),
    redo: () => opened().redo(),
    check() {
      const { chart, played, ...found } = opened().check();
      drawn = { ...(chart && { chart }), ...(played && { played }) };
      return { ...found, canBePlayed: played !== undefined };
    },
    drawn: () => drawn,
    reviewSubject: () => opened().reviewSubject(),
    ads: () => (drawn.played ? adsByPhone(drawn.played) : []),
  };
}
