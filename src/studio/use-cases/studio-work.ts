import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { type KeyVersion, keyVersionOf, PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import type { LibraryKinds } from '#case/plug/use-cases/kind-builds.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { type PackedCase, packCase, type Seal } from '#room/packed/use-cases/pack-case.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import type { Edit } from '#studio/model/edit.ts';
import type { CheckedDraft } from '#studio/use-cases/checking/check-draft.ts';
import { adsByPhone, type PhoneAds } from './ads-by-phone.ts';
import { createDraftEngine, type DraftEngine, type DraftState } from './draft-engine.ts';
import { type LibraryTexts, libraryFrom } from './studio-library.ts';

/** The result of a step of an author. */
export type StepTaken = Omit<DraftState, 'values'> & Partial<Pick<DraftState, 'values'>>;

/** The findings of the checker. Chart and playable case are large, and stay in the worker until a view shows them. */
export type FoundDraft = Omit<CheckedDraft, 'chart' | 'played'> & {
  readonly canBePlayed: boolean;
  /** Text and market; undefined if it cannot be played. */
  readonly version?: KeyVersion;
};

/** The content of a packed page of the draft, and the data that the page shows about it. */
export interface PackedDraft extends PackedCase {
  readonly loaded: Pick<LoadedCase, 'source' | 'scenario' | 'scenes' | 'translations' | 'minutes' | 'profile'> & {
    readonly market: Pick<LoadedCase['market'], 'sites' | 'generatorVersion'>;
  };
}

/** The chart and the playable case of the last check. */
export type DrawnDraft = Pick<CheckedDraft, 'chart' | 'played'>;

/** Number of findings by severity. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  /** The first error; without one, the first warning. */
  readonly first?: Issue;
}

const NO_LIBRARY = 'The studio has no library yet.';

/** The worker of the studio. Everything but `load` throws if no library has been loaded. */
export interface StudioWork {
  /**
   * Reads the library of the site, also while a draft is open. Returns its faults: then the one before it stays, if
   * there is one. Only a damaged site has faults, or a folder in which somebody writes the library itself.
   */
  load(texts: LibraryTexts): readonly Issue[];
  open(files: DraftFiles, named?: string): DraftState;
  /** Without values by default, because the caller has them from `applyEdit`. */
  edit(edits: readonly Edit[], withValues?: boolean): StepTaken;
  write(file: string, text: string): DraftState;
  replace(files: DraftFiles): DraftState;
  drop(file: string): DraftState;
  undo(): DraftState;
  redo(): DraftState;
  check(): FoundDraft;
  /** Empty before the first check. */
  drawn(): DrawnDraft;
  reviewSubject(): ReviewSubject | undefined;
  /** The findings of a case that is not open, counted, and the first of them. */
  count(files: DraftFiles, named?: string): FindingCounts;
  /** One ad for each phone in the market of the case; none before it could be made. */
  ads(): readonly PhoneAds[];
  /** The draft for a packed page; undefined while it has an error. Sealing takes at least a second for each release. */
  pack(seal?: Seal): Promise<PackedDraft | undefined>;
}

/** The studio of one thread: the library and one draft. */
export function createStudioWork(kinds: LibraryKinds): StudioWork {
  let engine: DraftEngine | undefined;
  let known: Library | undefined;
  let drawn: DrawnDraft = {};
  const opened = (): DraftEngine => {
    if (!engine) throw new Error(NO_LIBRARY);
    return engine;
  };
  return {
    load(texts) {
      const library = libraryFrom(texts, kinds);
      if (!library.ok) return library.issues;
      known = library.value;
      if (engine) engine.learn(known);
      else engine = createDraftEngine(known);
      return [];
    },
    open: (files, named) => opened().open(files, named),
    edit(edits, withValues = false) {
      const { values, ...taken } = opened().edit(edits);
      return withValues ? { ...taken, values } : taken;
    },
    write: (file, text) => opened().write(file, text),
    replace: (files) => opened().replace(files),
    drop: (file) => opened().drop(file),
    undo: () => opened().undo(),
    redo: () => opened().redo(),
    check() {
      const { chart, played, ...found } = opened().check();
      drawn = { ...(chart && { chart }), ...(played && { played }) };
      const part = played?.parts[PUBLIC_PART] as PublicPart | undefined;
      return { ...found, canBePlayed: played !== undefined, ...(part && { version: keyVersionOf(part) }) };
    },
    drawn: () => drawn,
    reviewSubject: () => opened().reviewSubject(),
    count(files, named) {
      if (!known) throw new Error(NO_LIBRARY);
      const other = createDraftEngine(known);
      other.open(files, named);
      const { findings } = other.check();
      const errors = findings.filter(({ issue }) => issue.severity === 'error');
      const first = errors[0] ?? findings[0];
      return {
        errors: errors.length,
        warnings: findings.length - errors.length,
        ...(first && { first: first.issue }),
      };
    },
    ads: () => (drawn.played ? adsByPhone(drawn.played) : []),
    async pack(seal) {
      const answered = opened().load();
      if (!answered || !known) return undefined;
      const { answers, market, ...loaded } = answered;
      const packed = await packCase({ ...loaded, market }, answers, known.catalogue, seal);
      const { source, scenario, scenes, translations, minutes, profile } = loaded;
      const { sites, generatorVersion } = market;
      return {
        ...packed,
        loaded: { source, scenario, scenes, translations, minutes, profile, market: { sites, generatorVersion } },
      };
    },
  };
}
