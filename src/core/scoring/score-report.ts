import type { Act } from '#core/exercise/acts.ts';
import type { Criterion, Figure, Finding } from '#core/exercise/exercise-kind.ts';
import type { Citation } from '#core/indicators/schemas.ts';
import type { Instant } from '#core/kernel/instant.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Rating } from './schemas.ts';

/** One decision of the trainee beside the model play. */
export interface PathStep {
  /** Number of the event in the log of the attempt. */
  readonly seq: number;
  readonly state: string;
  readonly title: string;
  readonly at: Instant;
  readonly option: string;
  readonly optionText: string;
  /** Rated decisions only; a choice of what to do next has none. */
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

/** A timer that ran out though something could be chosen while it ran: to wait is a way too. */
export interface Wait {
  /** Number of the event by which the time was over. */
  readonly seq: number;
  readonly state: string;
  readonly title: string;
  readonly at: Instant;
}

/** Everything a debrief shows, so that no screen ever opens an answer file. Criteria stand side by side and are never added up. */
export interface ScoreReport {
  readonly schema: 'score-report/2';
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly keyVersion: number;
  readonly attempt: string;
  /**
   * Left out of a first attempt: which one this goes on from, the number of the first event of its own, and where it began: the
   * title of the exercise that was open there; left out where it began at a choice.
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
  /** Every state that was left, scenes and exercises too, with the number of the event that left it. */
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
