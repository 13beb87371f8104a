import type { Instant } from '#kernel/model/instant.ts';
import type { Letter } from './letter.ts';

/** A letter that was sent and can no longer be changed. */
export interface SentLetter {
  /** `L-01` and so on, in the order of sending. */
  readonly id: string;
  readonly letter: Letter;
  readonly sentAt: Instant;
  readonly seq: number;
}

/** A renewal date in the diary. */
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

/** The sent letters of a desk, with their diary entries and renewals. */
export interface SentLetters {
  readonly letters: readonly SentLetter[];
  readonly diary: readonly DiaryEntry[];
  readonly renewals: readonly Renewal[];
}
