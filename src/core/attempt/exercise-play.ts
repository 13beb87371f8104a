import { playDetection } from '#core/detection/play.ts';
import type { ExercisePlay } from '#core/exercise/exercise-kind.ts';
import { playLinking } from '#core/linking/play.ts';
import { playMapping } from '#core/mapping/play.ts';
import { playPreservation } from '#core/preservation/play.ts';
import { playRequests } from '#core/requests/play.ts';

/** How each kind of exercise is played. A new kind adds its line here. */
export const EXERCISE_PLAYS: Readonly<Record<string, ExercisePlay<unknown>>> = {
  detection: playDetection as ExercisePlay<unknown>,
  linking: playLinking as ExercisePlay<unknown>,
  mapping: playMapping as ExercisePlay<unknown>,
  preservation: playPreservation as ExercisePlay<unknown>,
  requests: playRequests as ExercisePlay<unknown>,
};
