import type { Ground } from '#kernel/model/sentence.ts';

/** One criterion or figure as the table shows it. Empty texts leave their cell empty. */
export interface ScoredRow {
  readonly id: string;
  readonly name: string;
  /** What is asked, under the name. */
  readonly what: string;
  readonly you: string;
  /** How far chance alone reaches, under the value. */
  readonly chance: string;
  readonly best: string;
  /** The same of the ideal reader. */
  readonly ideal: string;
  /** Places on a line from 0 to 1, below 0 what lies before it begins; none where a line would say nothing. */
  readonly line: LinePlaces | undefined;
  /** The two ends of the line in words. */
  readonly ends: string;
  readonly words: string;
  /** What the points rest on, and the log events that were looked at; left out where nothing is scored. */
  readonly why?: { readonly ground: Ground; readonly events: readonly number[] };
}

export interface LinePlaces {
  readonly value: number;
  readonly ideal?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}
