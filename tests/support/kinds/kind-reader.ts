import type { ReadAttempt, Readers, Truth } from '../case/debrief-reader/attempt.ts';

/** Every sentence that is true of a subject, by its id. */
export function truthsIn<Subject>(readers: Readers<Subject>, subject: Subject): ReadonlyMap<string, readonly Truth[]> {
  return new Map(Object.entries(readers).map(([id, read]) => [id, read(subject)]));
}

/** Reads an exercise of a kind a second time, from the log alone: which of its sentences are true. */
interface ExerciseReader {
  /** The ids of all sentences that it knows. */
  readonly ids: readonly string[];
  truths(attempt: ReadAttempt, exercise: string): ReadonlyMap<string, readonly Truth[]>;
}

/** The reader of a kind, from the readers of its sentences and what they look at in an exercise. */
export const readerOf = <Subject>(
  readers: Readers<Subject>,
  read: (attempt: ReadAttempt, exercise: string) => Subject,
): ExerciseReader => ({
  ids: Object.keys(readers),
  truths: (attempt, exercise) => truthsIn(readers, read(attempt, exercise)),
});

/** What a kind says on the first page of a debrief, read a second time. */
interface FirstPageReader {
  /** For each sentence of its page rules: when it is true of an attempt. */
  readonly readers: Readers<ReadAttempt>;
  /** For a thing to change: the thing that comes next in gravity, as a trainer would rank them. */
  readonly graverThan: Readonly<Record<string, string>>;
  /** False where something happened for which "keep.safe" must not be said. */
  isSafe(attempt: ReadAttempt): boolean;
}

/**
 * The second reader of a kind: `reader.ts` in its folder here, which is found there. It has no part in how a debrief comes
 * to its sentences.
 */
export interface KindReader {
  readonly exercise: ExerciseReader;
  readonly firstPage?: FirstPageReader;
  /** Pairs of its sentences, and of those of the first page, that must not both be said; a star stands for anything. */
  readonly contradictions?: readonly (readonly [string, string])[];
}
