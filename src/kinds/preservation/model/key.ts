import type { Act } from '#case/exercise/model/acts.ts';
import type { ExerciseAnswers } from '#case/exercise/model/kind-scores.ts';
import type { AdTruth } from '#market/ads/model/ground-truth.ts';
import { isOnThePage } from '#market/ads/model/market.ts';
import { type DutyPage, dutyPages } from './duty-pages.ts';
import { PRESERVATION } from './kind.ts';
import type { WorkbenchKey } from './workbench-facts.ts';

/** The act that a workbench asks for: `preserve`, if the key names what belongs in the locker. */
export const actsAtWorkbench = (key: ExerciseAnswers['key']): Act[] => (PRESERVATION.keyOf(key) ? ['preserve'] : []);

const dutiesIn = ({ key, truth }: ExerciseAnswers): DutyPage[] =>
  dutyPages(PRESERVATION.keyOf(key)?.sameActorAs, truth);

/** The ads that belong in the locker, see `dutyPages`. */
export const preservationTargets = (answers: ExerciseAnswers): string[] => dutiesIn(answers).map(({ ad }) => ad);

/** The ads that belong in the locker, and the places on their pages that point away from guilt. */
export function preservationKey(answers: ExerciseAnswers): WorkbenchKey {
  const duties = dutiesIn(answers);
  const targets = duties.map(({ ad }) => ad);
  const kept = answers.truth.ads.filter(({ ad }) => targets.includes(ad));
  return { targets, duties, pointsAway: kept.flatMap(pointsAwayOn) };
}

/** Protective cues on the page of an ad, each as `ad place`. They must be disclosed to the court too. */
const pointsAwayOn = ({ ad, labels }: AdTruth) =>
  labels.filter(({ kind, at }) => kind === 'cue' && isOnThePage(at)).map(({ at }) => `${ad} ${at}`);
