import type { Brief } from '#case/exercise/model/define-kind.ts';
import type { KindWords } from '#case/exercise/model/kind-words.ts';

/** How the acts of a kind are told in the attempt log. A member is left out where the kind has nothing to add. */
export interface KindInLog {
  /** Fields of its acts that are told only in words of the kind, in this order after the fields that all kinds share. */
  readonly fields?: readonly string[];
  /** The words for a field, such as the title behind an id of the brief; undefined where the kind has none. */
  nameInLog?(brief: Brief, action: Readonly<Record<string, unknown>>, field: string): string | undefined;
  /** Acts that write one thing over and over, with the fields that say which thing. Of several in a row the last is told. */
  readonly writes?: Readonly<Record<string, readonly string[]>>;
  /**
   * Acts that can take back what was said before, with the field that they then leave out: their words stand under
   * `act.<type>.back`.
   */
  readonly takenBack?: Readonly<Record<string, string>>;
}

/** What is known of the exercise of a state: what its kind adds to the log, the words of its acts, and its brief. */
export interface ExerciseInLog {
  readonly kind: KindInLog;
  /** What its acts are called, under `act.<type>`, and values in them, under `value.<field>.<value>`. */
  readonly words: KindWords;
  readonly brief: Brief;
}

/** The exercise that was played in a state; undefined where no exercise says anything. */
export type LogOfState = (state: string) => ExerciseInLog | undefined;
