import type { Act } from '#case/exercise/model/acts.ts';
import type { Figure, Finding } from '#case/exercise/model/exercise-kind.ts';
import type { Citation } from '#kernel/model/citation.ts';
import type { Criterion } from '#kernel/model/criterion.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Rating } from './schemas.ts';

/** One decision of the trainee beside the model path. */
export interface PathStep {
  /** Number of the event in the log of the attempt. */
  readonly seq: number;
  readonly state: string;
  readonly title: string;
  readonly at: Instant;
  readonly option: string;
  readonly optionText: string;
  /** Rated decisions only; an unrated choice has none. */
  readonly rating?: Rating;
  readonly reason?: string;
  readonly principle?: string;
  readonly sources: readonly Citation[];
  readonly act?: Act;
}

export interface ModelStep {
  readonly state: string;
  readonly title: string;
  readonly option: string;
  readonly optionText: string;
  readonly act?: Act;
}

/** A timer with options that ran out without a choice: waiting is a course of action too. */
export interface Wait {
  /** Number of the event at which the timer ran out. */
  readonly seq: number;
  readonly state: string;
  readonly title: string;
  readonly at: Instant;
}

/**
 * Everything a debrief shows, so that no screen ever opens an answer file. Criteria are shown side by side and never
 * added up.
 */
export interface ScoreReport {
  readonly schema: 'score-report/2';
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly keyVersion: number;
  readonly attempt: string;
  /**
   * Left out of a first attempt. `of` is the attempt that it continues, `from` the number of its first own event,
   * `exercise` the title of the exercise that was open there; left out if it began at a choice.
   */
  readonly retry?: { readonly of: string; readonly from: number; readonly exercise?: string };
  readonly ending: string;
  readonly redLine: boolean;
  readonly criteria: readonly Criterion[];
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
  readonly path: readonly PathStep[];
  /** Left out of a report of an older version. */
  readonly waited?: readonly Wait[];
  /** Every state that was left, including scenes and exercises, with the number of the event that left it. */
  readonly route: readonly { readonly state: string; readonly seq: number }[];
  readonly model: readonly ModelStep[];
  readonly facts: CaseFacts;
  readonly exercises: readonly ExerciseFacts[];
}

/** What happened in one exercise of the case, in the shape of its kind. */
export interface ExerciseFacts {
  readonly state: string;
  readonly kind: string;
  readonly facts: unknown;
}
