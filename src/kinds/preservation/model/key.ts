import type { Act } from '#case/exercise/model/acts.ts';
import { adsOfActor } from '#case/exercise/model/ads-of-actor.ts';
import type { ExerciseAnswers } from '#case/exercise/model/kind-scores.ts';
import type { AdTruth } from '#market/ads/model/ground-truth.ts';
import { isOnThePage } from '#market/ads/model/market.ts';
import { PRESERVATION } from './kind.ts';
import type { WorkbenchKey } from './workbench-facts.ts';

/** The act that a workbench asks for: `preserve`, if the key names what belongs in the locker. */
export const actsAtWorkbench = (key: ExerciseAnswers['key']): Act[] => (PRESERVATION.keyOf(key) ? ['preserve'] : []);

/**
 * The ads that belong in the locker: those of the actor behind the ad that the key names, as far as anything links
 * them.
 */
export const preservationTargets = (answers: ExerciseAnswers): string[] =>
  adsOfActor(PRESERVATION.keyOf(answers.key)?.sameActorAs, answers);

/** The ads that belong in the locker, and the places on their pages that point away from guilt. */
export function preservationKey(answers: ExerciseAnswers): WorkbenchKey {
  const targets = preservationTargets(answers);
  return { targets, pointsAway: answers.truth.ads.filter(({ ad }) => targets.includes(ad)).flatMap(pointsAwayOn) };
}

/** Protective cues on the page of an ad, each as `ad place`. They must be disclosed to the court too. */
const pointsAwayOn = ({ ad, labels }: AdTruth) =>
  labels.filter(({ kind, at }) => kind === 'cue' && isOnThePage(at)).map(({ at }) => `${ad} ${at}`);
