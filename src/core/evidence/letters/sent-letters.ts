import type { Instant } from '#core/kernel/instant.ts';
import type { Letter } from './letter.ts';

/** A letter as it went out; it can not be changed any more. */
export interface SentLetter {
  /** `L-01` and so on, in the order of sending. */
  readonly id: string;
  readonly letter: Letter;
  readonly sentAt: Instant;
  readonly seq: number;
}

/** A day on which a period has to be renewed, as it stands in the diary. */
export interface DiaryEntry {
  readonly of: string;
  readonly on: Instant;
  readonly notedAt: Instant;
}

export interface Renewal {
  readonly of: string;
  readonly days: number;
  readonly at: Instant;
}

/** The letters of a desk, with what was written down about them. */
export interface SentLetters {
  readonly letters: readonly SentLetter[];
  readonly diary: readonly DiaryEntry[];
  readonly renewals: readonly Renewal[];
}
