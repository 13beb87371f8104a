import type { AnswersOpen } from '#case/language/model/parts-of-case.ts';

/** What an author wants of the answers in a packed file. */
export type WantedSeal = 'open' | AnswersOpen;

/** A file that has been packed, and what it takes to open it. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: number;
  /** Gate words by part of the case; empty where nothing is sealed. */
  readonly releases: readonly { readonly title: string; readonly words: string }[];
  save(): void;
  /** Saves the sheet with the gate words. */
  saveWords(): void;
}
