import {
  type Criterion,
  type Finding,
  type ScoreContext,
  type ScorePart,
  scale,
} from '#core/exercise/exercise-kind.ts';
import { BANDS, type Band } from '#core/indicators/bands.ts';
import type { Catalogue } from '#core/indicators/catalogue.ts';
import { answerOf, isControlled } from './answer-of.ts';
import type { AdKey } from './derive-key.ts';
import { judgeMarks, type MarkJudgement } from './judge-marks.ts';
import { measureReader } from './measure-reader.ts';
import { type AnsweredBand, type Certainty, countedBand, type DetectionResponse, isFlag } from './play.ts';
import { weightedKappa } from './weighted-kappa.ts';

/** Harm of a possible victim overlooked against harm of a person flagged without cause. Training values, announced before. */
const COST_OF_MISS = 5;
const COST_OF_FALSE_FLAG = 1;

/** Points for a right and for a wrong answer by certainty. @see A. Gardner-Medwin, certainty-based marking. */
const CERTAINTY_POINTS: Readonly<Record<Certainty, readonly [right: number, wrong: number]>> = {
  1: [1, 0],
  2: [2, -2],
  3: [3, -6],
};

export interface DetectionScoring {
  readonly key: readonly AdKey[];
  readonly catalogue: Catalogue;
  /** Announced share of controlled ads, 0 to 1. */
  readonly prevalence: number;
}

/** Scores marks, bands and certainty of one detection exercise, and explains every mark. */
export function scoreDetection(
  response: DetectionResponse,
  scoring: DetectionScoring,
  context: ScoreContext,
): ScorePart {
  const judged = scoring.key.filter((ad) => !ad.possibleMinor);
  const marks = judgeMarks(response.marks, judged, scoring.catalogue);
  return {
    criteria: criteria(response, scoring, judged, marks, context.evidence),
    figures: measureReader(response, scoring.prevalence, judged, context),
    findings: [...marks.findings, ...judged.flatMap((ad) => adFindings(ad, response))],
  };
}

function criteria(
  response: DetectionResponse,
  { key }: DetectionScoring,
  judged: readonly AdKey[],
  marks: MarkJudgement,
  evidence: readonly number[],
): Criterion[] {
  const knowable = judged.filter((ad) => !ad.notKnowable);
  const withheld = key.filter((ad) => ad.possibleMinor);
  const answer = (ad: AdKey) => answerOf(response, ad).band;
  const blind = (value: (always: Band) => number) => Math.max(...BANDS.map(value));
  const found: Criterion[] = [];

  if (judged.some(isControlled)) {
    const least = blind((always) => 0 - cost(knowable, () => always));
    found.push(scale('detection.mark', 0 - cost(knowable, answer), least, 0, evidence));
  } else {
    const left = knowable.filter((ad) => !isFlag(answer(ad))).length;
    found.push(scale('detection.specificity', left, 0, knowable.length, evidence));
  }
  found.push(scale('detection.signs', marks.score, 0, 1, evidence));
  found.push(scale('detection.bands', weightedKappa(knowable, answer), 0, 1, evidence));

  const points = (given: (ad: AdKey) => { band: AnsweredBand; certainty: Certainty }) =>
    knowable.reduce((sum, ad) => sum + certaintyPoints(ad, given(ad)), 0);
  const blindPoints = blind((band) =>
    Math.max(...([1, 2, 3] as const).map((certainty) => points(() => ({ band, certainty })))),
  );
  found.push(
    scale(
      'detection.certainty',
      points((ad) => answerOf(response, ad)),
      blindPoints,
      3 * knowable.length,
      evidence,
    ),
  );

  if (withheld.length > 0) {
    const escalated = withheld.filter((ad) => response.escalated.includes(ad.ad)).length;
    found.push(scale('detection.withheld', escalated, 0, withheld.length, evidence));
  }
  return found;
}

/** Harm done by a set of answers: misses weigh five, flags on others one; an acceptable answer costs nothing. */
function cost(ads: readonly AdKey[], answer: (ad: AdKey) => AnsweredBand): number {
  return ads.reduce((sum, ad) => {
    const band = countedBand(answer(ad));
    if (ad.acceptable.includes(band)) return sum;
    if (isControlled(ad)) return sum + COST_OF_MISS;
    return isFlag(band) ? sum + COST_OF_FALSE_FLAG : sum;
  }, 0);
}

function certaintyPoints(ad: AdKey, { band, certainty }: { band: AnsweredBand; certainty: Certainty }): number {
  const [right, wrong] = CERTAINTY_POINTS[certainty];
  return ad.acceptable.includes(countedBand(band)) ? right : wrong;
}

/** What is to be said of an ad as a whole: flagged without cause, overlooked, or not to be known by anyone. */
function adFindings(ad: AdKey, response: DetectionResponse): Finding[] {
  const flagged = isFlag(answerOf(response, ad).band);
  const finding = (kind: Finding['kind'], reason: string): Finding => ({
    kind,
    at: { ad: ad.ad },
    reason,
    sources: [],
  });
  if (ad.notKnowable) return [finding('notKnowable', 'ad.notKnowable')];
  if (isControlled(ad)) return [finding(flagged ? 'hit' : 'miss', flagged ? 'ad.hit' : 'ad.miss')];
  if (!flagged || ad.acceptable.includes(countedBand(answerOf(response, ad).band))) return [];
  return [finding('falseFlag', `ad.falseFlag.${ad.control}`)];
}
