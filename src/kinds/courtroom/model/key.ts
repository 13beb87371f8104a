import type { ExerciseAnswers } from '#case/exercise/model/kind-scores.ts';
import { required } from '#kernel/model/invariant.ts';
import type { CourtroomKey } from './key-schemas.ts';
import { COURTROOM } from './kind.ts';

/** The answers of the courtroom exercises of a case. */
export function courtroomKey({ key }: Pick<ExerciseAnswers, 'key'>): CourtroomKey {
  return required(COURTROOM.keyOf(key), `courtroom in the key of ${key.scenario}`);
}
