import {
  type Criterion,
  type Finding,
  type ScoreContext,
  type ScorePart,
  scale,
} from '#core/exercise/exercise-kind.ts';
import type { Catalogue } from '#core/indicators/catalogue.ts';
import { weightedKappa } from '#core/measures/weighted-kappa.ts';
import { answerOf, isControlled } from './answer-of.ts';
import { packAttempts } from './attempt-columns.ts';
import { signScore } from './attempt-scores.ts';
import type { AdKey } from './derive-key.ts';
import { explainMarks } from './explain-marks.ts';
import { BAND_COUNT, type KeyColumns, packKey } from './key-columns.ts';
import { measureReader } from './measure-reader.ts';
import { countedBand, type DetectionResponse, isFlag } from './play.ts';
import { scoreQueue } from './score-queue.ts';
import { type AttemptTally, tallyAttempt } from './tally-attempt.ts';

export interface DetectionScoring {
  readonly key: readonly AdKey[];
  readonly catalogue: Catalogue;
  /** Announced share of controlled ads, 0 to 1. */
  readonly prevalence: number;
  /** So many ads of the queue can be looked at; left out where no queue is asked for. */
  readonly budget?: number;
}

/** Scores marks, bands and certainty of one detection exercise, and explains every mark. */
export function scoreDetection(
  response: DetectionResponse,
  { key, catalogue, prevalence, budget }: DetectionScoring,
  { market, evidence }: ScoreContext,
): ScorePart {
  const judged = key.filter((ad) => !ad.possibleMinor);
  const columns = packKey(key, catalogue, market);
  const attempt = packAttempts(columns, [response]);
  const tally = tallyAttempt(columns, attempt, 0);
  const queue = budget === undefined ? undefined : scoreQueue(response.queue, judged, budget, evidence);
  return {
    criteria: [
      ...criteria(columns, tally, evidence),
      ...(queue ? [queue.criterion] : []),
      ...withheldCriterion(response, key, evidence),
    ],
    figures: [
      ...measureReader(columns, tally, { prevalence, marks: response.marks.length }),
      ...(queue?.figures ?? []),
    ],
    findings: [
      ...explainMarks(response.marks, judged, columns, attempt, catalogue),
      ...judged.flatMap((ad) => adFindings(ad, response)),
    ],
  };
}

function criteria(key: KeyColumns, tally: AttemptTally, evidence: readonly number[]): Criterion[] {
  const { counts, blind } = key;
  return [
    counts.controlled > 0
      ? scale('detection.mark', 0 - tally.cost, 0 - blind.cost, 0, evidence)
      : scale('detection.specificity', tally.leftAlone, 0, counts.knowable, evidence),
    scale('detection.signs', signScore(key, tally), 0, 1, evidence),
    scale('detection.bands', weightedKappa(tally.agreement, BAND_COUNT), 0, 1, evidence),
    scale('detection.certainty', tally.points, blind.points, 3 * counts.knowable, evidence),
  ];
}

/** Cards that may concern a minor stand apart from every band: each is escalated, or it is not. */
function withheldCriterion(
  response: DetectionResponse,
  key: readonly AdKey[],
  evidence: readonly number[],
): Criterion[] {
  const withheld = key.filter((ad) => ad.possibleMinor);
  if (withheld.length === 0) return [];
  const escalated = withheld.filter((ad) => response.escalated.includes(ad.ad)).length;
  return [scale('detection.withheld', escalated, 0, withheld.length, evidence)];
}

/** What is to be said of an ad as a whole: flagged without cause, overlooked, or not to be known by anyone. */
function adFindings(ad: AdKey, response: DetectionResponse): Finding[] {
  const answer = answerOf(response, ad);
  const flagged = isFlag(answer.band);
  const finding = (kind: Finding['kind'], reason: string): Finding => ({
    kind,
    at: { ad: ad.ad },
    reason,
    sources: [],
  });
  if (ad.notKnowable) return [finding('notKnowable', 'ad.notKnowable')];
  if (isControlled(ad)) return [finding(flagged ? 'hit' : 'miss', flagged ? 'ad.hit' : 'ad.miss')];
  if (!flagged || ad.acceptable.includes(countedBand(answer))) return [];
  return [finding('falseFlag', `ad.falseFlag.${ad.control}`)];
}
