import type { ExerciseAnswers } from '#core/exercise/exercise-plug.ts';
import type { AnswerKey } from './schemas.ts';

/** Everything that holds answers; opened in `app` only. Who runs each site is left out where no exercise asks for it. */
export interface Answers extends ExerciseAnswers {
  readonly key: AnswerKey;
}
