import type { ExercisePlay } from './exercise-kind.ts';
import type { ExerciseCheck, ExerciseDebrief, ExerciseSchemas, ExerciseScoring } from './exercise-plug.ts';
import type { ExerciseHandled } from './handled.ts';
import type { ExerciseHidden } from './hidden-half.ts';
import type { ExercisePortfolio } from './portfolio.ts';
import type { KindRegistry } from './registry.ts';
import type { ExerciseTeamFindings } from './team-findings.ts';

/**
 * The kinds of exercise as everything but the edges gets them: handed in, one field for each moment at which a part of
 * them is loaded. A function takes only the fields that it needs, with `Pick`: whoever plays a case holds no answer.
 */
export interface Kinds {
  /** How each kind is played: loaded with the page of a case, without zod and without a key. */
  readonly plays: KindRegistry<ExercisePlay<unknown>>;
  /** Schemas of each kind: loaded where a case or a log is read, with zod/mini. */
  readonly reads: KindRegistry<ExerciseSchemas>;
  /** How each kind is scored: loaded when the answers are opened. */
  readonly scores: KindRegistry<ExerciseScoring>;
  /** Debrief sentences of each kind: loaded at the end of a case, and where a report is read. */
  readonly says: KindRegistry<ExerciseDebrief>;
  /** How much was handled in an exercise. */
  readonly handled: KindRegistry<ExerciseHandled>;
  /** What each kind gives to the portfolio. */
  readonly portfolios: KindRegistry<ExercisePortfolio>;
  /** How each kind is checked and built: loaded by commands, the build and the studio, with all of zod. */
  readonly checks: KindRegistry<ExerciseCheck>;
  /** Hidden halves of briefs: loaded by the server of a room, and by no page. */
  readonly hidden: KindRegistry<ExerciseHidden>;
  /** What teams have found: loaded by the server of a room. */
  readonly teamFindings: KindRegistry<ExerciseTeamFindings>;
}

/** The same kinds where a page loads them only once it comes to that moment. */
export type LaterKinds<Part extends keyof Kinds> = { readonly [Field in Part]: () => Promise<Kinds[Field]> };
