import type { ExerciseAnswers } from '#case/exercise/model/kind-scores.ts';
import type { AnswerKey } from './schemas.ts';

/** All answers; opened in `app` only. Owners of sites are left out if no exercise asks for them. */
export interface Answers extends ExerciseAnswers {
  readonly key: AnswerKey;
}
