import type { Finding, ScoreContext, ScorePart, SignWeight } from '#case/exercise/model/exercise-kind.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import { type Criterion, scale } from '#kernel/model/criterion.ts';
import { weightedKappa } from '#kernel/model/statistics/weighted-kappa.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import { soughtIn } from '#market/signs/model/sign-weight.ts';
import type { Ratios } from '#market/signs/model/weigh-evidence.ts';
import { answerOf, flagOnOther, isControlled } from './answer-of.ts';
import { packAttempts } from './attempt-columns.ts';
import { mostBeyondPar, pointsBeyondPar, signScore } from './attempt-scores.ts';
import { type AdKey, deriveKey } from './derive-key.ts';
import { explainMarks } from './explain-marks.ts';
import { explainSteps } from './explain-steps.ts';
import { type DetectionFacts, detectionFacts } from './facts.ts';
import { gapByChance } from './gap-by-chance.ts';
import { readIdeally } from './ideal-reader.ts';
import { BAND_COUNT, type KeyColumns, packKey } from './key-columns.ts';
import type { DetectionKind } from './kind.ts';
import { measureReader } from './measure-reader.ts';
import { type DetectionResponse, isFlag } from './play.ts';
import { type Harm, USUAL_HARM } from './points.ts';
import { scoreQueue } from './score-queue.ts';
import { type AttemptTally, tallyAttempt } from './tally-attempt.ts';
import { withoutAds } from './without-ads.ts';

export interface DetectionScoring {
  readonly key: readonly AdKey[];
  readonly catalogue: Catalogue;
  /** Weights of the signs in this market; a missing one is not explained. */
  readonly ratios: Ratios;
  /** Number of ads of the queue that can be examined; left out if there is no queue. */
  readonly budget?: number;
  /** Weights of misses and of false flags; the default weights if left out. */
  readonly harm?: Harm | undefined;
}

/** Scores marks, bands and certainty of one detection exercise, and explains every mark. */
export function scoreDetection(
  response: DetectionResponse,
  { key, catalogue, ratios, budget, harm = USUAL_HARM }: DetectionScoring,
  { market, evidence }: ScoreContext,
): ScorePart<DetectionFacts> {
  const judged = key.filter((ad) => !ad.possibleMinor);
  const columns = packKey(key, catalogue, market, harm);
  const ideally = readIdeally(judged);
  const attempt = packAttempts(columns, [response]);
  const tally = tallyAttempt(columns, attempt, 0);
  const ideal = tallyAttempt(columns, packAttempts(columns, [ideally]), 0);
  const steps = explainSteps(response, judged);
  const among = soughtIn(market.profile);
  const marks = explainMarks(response.marks, judged, columns, attempt, { catalogue, ratios, among });
  const queue = budget === undefined ? undefined : scoreQueue(response.queue, ideally.queue, judged, budget, evidence);
  return {
    criteria: [
      ...criteria(columns, tally, ideal, evidence),
      ...(queue ? [queue.criterion] : []),
      ...withheldCriterion(response, key, evidence),
    ],
    figures: [
      ...measureReader(columns, tally, ideal, response.marks.length, gapByChance(columns, attempt)),
      ...(queue?.figures ?? []),
      ...steps.figures,
      ...(columns.counts.controlled > 0
        ? [{ id: 'harm', value: harm.miss / harm.falseFlag, count: [harm.miss, harm.falseFlag] as const }]
        : []),
    ],
    facts: detectionFacts(response, key, marks, tally.wrongReasons, harm),
    findings: [
      ...marks,
      ...judged.flatMap((ad) => [...adFindings(ad, response), ...factsOf(ad, among)]),
      ...steps.findings,
    ],
  };
}

function criteria(key: KeyColumns, own: AttemptTally, best: AttemptTally, evidence: readonly number[]): Criterion[] {
  const { counts, baseline } = key;
  const beside = (id: string, raw: (tally: AttemptTally) => number, min: number, max: number): Criterion => ({
    ...scale(id, raw(own), min, max, evidence),
    ideal: raw(best),
  });
  return [
    counts.controlled > 0
      ? beside('detection.mark', ({ cost }) => 0 - cost, 0 - baseline.cost, 0)
      : beside('detection.specificity', ({ leftAlone }) => leftAlone, 0, counts.knowable),
    scale('detection.signs', signScore(key, own), 0, 1, evidence),
    beside('detection.bands', ({ agreement }) => weightedKappa(agreement, BAND_COUNT), 0, 1),
    beside('detection.certainty', (tally) => pointsBeyondPar(key, tally), 0, mostBeyondPar(key)),
  ];
}

/** Cards that may concern a minor are outside the bands: each is escalated or not. */
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

/** Indicators of one kind on the page of an ad, without duplicates. */
const shownOn = ({ labels }: AdKey, wanted: 'sign' | 'cue') => [
  ...new Set(labels.filter(({ kind }) => kind === wanted).map(({ indicator }) => indicator)),
];

/**
 * Findings about an ad as a whole: missed, not knowable, or flagged although not controlled. The page decides the kind
 * of such a flag, see `flagOnOther`.
 */
function adFindings(ad: AdKey, response: DetectionResponse): Finding[] {
  const answer = answerOf(response, ad);
  const flagged = isFlag(answer.band);
  const finding = (kind: Finding['kind'], reason: string): Finding => ({
    kind,
    at: { ad: ad.ad },
    reason,
    sources: [],
  });
  const reason = (what: string) => (ad.control === 'deceptive' ? `${what}.deceptive` : what);
  if (ad.notKnowable) {
    const shows = shownOn(ad, 'sign');
    const isCue = shownOn(ad, 'cue').length > 0;
    const shown = shows.length > 0 ? 'ad.notKnowable.sign' : isCue ? 'ad.notKnowable.cue' : 'ad.notKnowable';
    return [{ ...finding('notKnowable', reason(shown)), ...(shows.length > 0 && { shows }) }];
  }
  if (isControlled(ad)) return [finding(flagged ? 'hit' : 'miss', reason(flagged ? 'ad.hit' : 'ad.miss'))];
  if (!flagged) return [];
  const flag = flagOnOther(ad, answer);
  const shows = shownOn(ad, 'sign');
  return [
    {
      ...finding(flag === 'alike' ? 'hit' : 'falseFlag', `ad.${flag}.${ad.control}`),
      ...(shows.length > 0 && { shows }),
    },
  ];
}

/** What is true of every ad, whatever the trainee did: who is behind it, and what its page is worth. */
const factsOf = ({ ad, story, weight }: AdKey, among: SignWeight['among']): Finding[] => [
  { kind: 'fact', at: { ad }, reason: 'ad.story', story, sources: [] },
  ...(weight
    ? [{ kind: 'fact' as const, at: { ad }, reason: 'ad.weight', weighed: { ...weight, among }, sources: [] }]
    : []),
];

/** Scores the exercise of a case: the key follows from the truth of the market, weights and queue from the brief. */
export const DETECTION_SCORES: KindScores<DetectionKind> = {
  score(response, { truth, catalogue, prevalence }, context) {
    const { budget, harm } = context.brief ?? {};
    const key = deriveKey(truth, prevalence);
    const ratios = new Map(Object.entries(truth.weights));
    return scoreDetection(response, { key, catalogue, ratios, harm, ...(budget !== undefined && { budget }) }, context);
  },
  withoutAds,
  acceptedBands: ({ truth, prevalence }) =>
    new Map(
      deriveKey(truth, prevalence)
        .filter(({ possibleMinor }) => !possibleMinor)
        .map(({ ad, acceptable }) => [ad, acceptable]),
    ),
};
