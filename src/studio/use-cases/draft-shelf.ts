import { compareCodes } from '#kernel/model/compare-codes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { Draft, DraftFiles } from '#studio/model/draft.ts';
import type { WhyUnreadable } from './case-folder.ts';

/** A stored draft, with the digest of its files that detects an incomplete save. */
export interface ShelvedDraft {
  readonly id: string;
  readonly draft: Draft;
  readonly digest: string;
}

/** What is stored under one id. */
export type Shelved =
  | { readonly state: 'whole'; readonly draft: Draft }
  | {
      /** The last save is incomplete or in another format. */
      readonly state: 'broken';
      readonly id: string;
      /** Texts that can still be read. */
      readonly left: DraftFiles;
      /** The last good draft before it, if the shelf has one. */
      readonly before?: Draft;
      /** Files of a folder that cannot be read, by name. */
      readonly unreadable?: Readonly<Record<string, WhyUnreadable>>;
    };

/** The result of a save. A refused one leaves the shelf unchanged. */
export type Kept =
  | { readonly kept: Draft }
  /** Another tab has saved a newer text since this one was read. */
  | { readonly refused: 'newer'; readonly newest: Draft }
  /** Another tab has removed the draft. */
  | { readonly refused: 'removed' }
  /** The device has no storage left. */
  | { readonly refused: 'full' };

/** A text of a draft that its author has given a name. */
export interface NamedVersion {
  readonly draft: string;
  readonly name: string;
  readonly keptAt: string;
  readonly files: DraftFiles;
}

/** Another tab has saved a draft under this revision, or has removed it. */
export type ShelfNews =
  | { readonly id: string; readonly revision: number }
  | { readonly id: string; readonly removed: true };

/** Port to drafts: on this device, or in a folder of cases. */
export interface DraftShelf {
  /** All drafts, the last saved one first and broken ones at the end. */
  list(): Promise<readonly Shelved[]>;
  get(id: string): Promise<Shelved | undefined>;
  /**
   * Saves a draft that was read under its `revision` (0 for a new draft) and gives it the next one. The draft before it
   * is kept as a backup.
   */
  keep(draft: Draft): Promise<Kept>;
  /**
   * Listens for saves and removals by other tabs, or by programs that write into the folder. Returns a stop function.
   */
  listen(heard: (news: ShelfNews) => void): () => void;
}

/** Drafts on this device. */
export interface DeviceShelf extends DraftShelf {
  /** False if drafts are lost with the page. */
  readonly lasting: boolean;
  /** Replaces a broken draft by the last good one before it. */
  restore(id: string): Promise<Kept>;
  remove(id: string): Promise<void>;
  /** Saves the text of a draft under a name, and replaces an earlier text of that name. */
  keepVersion(version: NamedVersion): Promise<{ readonly refused?: 'full' }>;
  /** The named versions of a draft, latest first. */
  versions(id: string): Promise<readonly NamedVersion[]>;
}

/** The draft as it is stored, with the SHA-256 of `digestedText`. */
export function shelve(draft: Draft, now: string, digest = digestOf(draft.files)): ShelvedDraft {
  const next = { ...draft, files: { ...draft.files }, keptAt: now, revision: draft.revision + 1 };
  return { id: draft.id, draft: next, digest };
}

/** Reads a stored row; `aside` is the backup of the draft before it. */
export function readShelved(id: string, row: unknown, aside: unknown): Shelved {
  const draft = wholeDraft(row);
  if (draft) return { state: 'whole', draft };
  const before = wholeDraft(aside);
  return { state: 'broken', id, left: textsIn(row), ...(before && { before }) };
}

/** Why a draft may not replace the stored row; undefined if it may. */
export function refusalOver(draft: Draft, lying: unknown): Exclude<Kept, { readonly kept: Draft }> | undefined {
  if (lying === undefined) return draft.revision > 0 ? { refused: 'removed' } : undefined;
  const newest = wholeDraft(lying);
  // A broken row has no revision that could be newer, so the new text replaces it.
  return newest && refusalOverWhole(draft, newest);
}

/** Why a draft may not replace a complete stored one; undefined if it may. */
export const refusalOverWhole = (draft: Draft, lying: Draft): Exclude<Kept, { readonly kept: Draft }> | undefined =>
  lying.revision > draft.revision ? { refused: 'newer', newest: lying } : undefined;

/** The draft of a row, if the row is complete. */
export function wholeDraft(row: unknown): Draft | undefined {
  const { draft, digest } = (row ?? {}) as Partial<ShelvedDraft>;
  if (draft?.schema !== 'draft/1' || typeof draft.files !== 'object' || draft.files === null) return undefined;
  return digest === digestOf(draft.files) ? draft : undefined;
}

/** All drafts in the order of `DraftShelf.list`. */
export function inShelfOrder(shelved: readonly Shelved[]): Shelved[] {
  const time = (one: Shelved) => (one.state === 'whole' ? one.draft.keptAt : '');
  return shelved.toSorted((a, b) => compareCodes(time(b), time(a)));
}

/** The text of all files, whose digest detects an incomplete save. */
export const digestedText = (files: DraftFiles): string =>
  JSON.stringify(Object.entries(files).toSorted(([a], [b]) => compareCodes(a, b)));

/** SHA-256 of `digestedText`. */
export const digestOf = (files: DraftFiles): string => sha256Hex(digestedText(files));

function textsIn(row: unknown): DraftFiles {
  const files: unknown = (row as Partial<ShelvedDraft> | undefined)?.draft?.files;
  if (typeof files !== 'object' || files === null) return {};
  return Object.fromEntries(Object.entries(files).filter(([, text]) => typeof text === 'string')) as DraftFiles;
}
