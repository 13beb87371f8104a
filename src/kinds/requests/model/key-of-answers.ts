import type { Act } from '#case/exercise/model/acts.ts';
import { actOfLetter } from '#case/exercise/model/acts-of-letter.ts';
import { adsOfActor } from '#case/exercise/model/ads-of-actor.ts';
import type { ExerciseAnswers } from '#case/exercise/model/kind-scores.ts';
import { required } from '#kernel/model/invariant.ts';
import type { RequestsKey } from './key.ts';
import { REQUESTS } from './kind.ts';

/** The acts that the required letters count as; none in a case that requires no letter. */
export const actsOfLetters = (key: ExerciseAnswers['key']): Act[] =>
  (REQUESTS.keyOf(key)?.letters ?? []).flatMap((kind) => actOfLetter(kind) ?? []);

/** What the letters of the case have to name. */
export function requestsKey(answers: ExerciseAnswers): RequestsKey {
  const part = required(REQUESTS.keyOf(answers.key), `requests in the key of ${answers.key.scenario}`);
  const { sameActorAs, ...named } = part;
  return { ...named, ads: adsOfActor(sameActorAs, answers) };
}
