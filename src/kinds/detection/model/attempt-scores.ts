import { fScore } from '#kernel/model/statistics/f-score.ts';
import { probabilitySkill } from '#kernel/model/statistics/probability-skill.ts';
import { type Confusion, dPrimeAndCriterion } from '#kernel/model/statistics/signal-detection.ts';
import { weightedKappa } from '#kernel/model/statistics/weighted-kappa.ts';
import { BAND_PROBABILITIES } from '#market/signs/model/bands.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import { gapOf } from './bias-groups.ts';
import { BAND_COUNT, type KeyColumns } from './key-columns.ts';
import { HALF_CREDIT } from './points.ts';
import { type AttemptTally, tallyAttempt } from './tally-attempt.ts';
import type { MarkTally } from './tally-marks.ts';

/** Scores computed over many attempts, in the order of a row. */
export const ATTEMPT_SCORES = [
  'cost',
  'signs',
  'kappa',
  'points',
  'sensitivity',
  'specificity',
  'dprime',
  'criterion',
  'brier-skill',
  'bias-gap',
] as const;

/** All scores of all attempts, one row each; an undefined score is NaN. Linear in ads and marks. */
export function scoreAttempts(key: KeyColumns, attempts: AttemptColumns): Float64Array {
  const width = ATTEMPT_SCORES.length;
  const scores = new Float64Array(attempts.attempts * width);
  for (let attempt = 0; attempt < attempts.attempts; attempt++)
    writeScores(key, tallyAttempt(key, attempts, attempt), scores, attempt * width);
  return scores;
}

function writeScores(key: KeyColumns, tally: AttemptTally, into: Float64Array, at: number): void {
  const counts = confusionOf(key, tally);
  const { dPrime, criterion } = dPrimeAndCriterion(counts);
  into[at] = tally.cost;
  into[at + 1] = signScore(key, tally);
  into[at + 2] = weightedKappa(tally.agreement, BAND_COUNT);
  into[at + 3] = pointsBeyondPar(key, tally);
  into[at + 4] = counts.hits / (counts.hits + counts.misses);
  into[at + 5] = counts.correctRejections / (counts.correctRejections + counts.falseAlarms);
  into[at + 6] = dPrime;
  into[at + 7] = criterion;
  into[at + 8] = brierSkill(tally) ?? Number.NaN;
  into[at + 9] = biasGap(key, tally);
}

export function confusionOf({ ads, counts }: KeyColumns, tally: AttemptTally): Confusion {
  const { truePositives: hits, falsePositives: falseAlarms } = tally;
  return {
    hits,
    misses: counts.controlled - hits,
    falseAlarms,
    correctRejections: ads - counts.controlled - falseAlarms,
  };
}

/** Precision and recall of the marks. A wrong reason at the right place counts half; a cue is true but not a sign. */
export function signRates({ counts }: Pick<KeyColumns, 'counts'>, tally: MarkTally) {
  const given = tally.hits + tally.wrongReasons + tally.wrong + tally.traps;
  const right = tally.hits + HALF_CREDIT * tally.wrongReasons;
  return {
    // Without marks nothing is wrong: precision is 1 if there is nothing to mark.
    precision: given > 0 ? right / given : Number(counts.wanted === 0),
    recall: counts.wanted > 0 ? (tally.found + HALF_CREDIT * tally.halfFound) / counts.wanted : 1,
  };
}

/**
 * Points of certainty-based marking (+1 / 0, +2 / -2, +3 / -6) above the baseline of the same answers.
 *
 * Certainty is about a fact: that a flagged ad is controlled, that an ad left alone is not. If six ads in a hundred are
 * controlled, "sure" for every ad left alone is right nineteen times of twenty and earns nearly the maximum without any
 * knowledge; and flagging at a probability of one in four, as the weights of harm suggest, is right one time of four
 * and earns nearly nothing, although it takes knowledge. So each answer is compared with its own par: the points of the
 * best constant certainty when ads of this market are left alone, or flagged, without looking (`baseline.leaving`,
 * `baseline.flagging`). Every play that ignores the ads then has at most 0, whatever it mixes, and stating one's true
 * certainty still has the highest expected score. An ad that was not judged counts 0.
 */
export const pointsBeyondPar = (key: WithPar, tally: Pick<AttemptTally, 'points' | 'left' | 'flags'>) =>
  tally.points - parOf(key, tally);

type WithPar = Pick<KeyColumns, 'baseline' | 'counts'>;

/** Par: the points that as many flags, and as many ads left alone, earn without looking. */
export const parOf = ({ baseline, counts }: WithPar, { left, flags }: Pick<AttemptTally, 'left' | 'flags'>) =>
  (left * baseline.leaving + flags * baseline.flagging) / Math.max(1, counts.knowable);

/** The best play: every ad judged correctly with certainty 3. */
export const bestOfCertainty = ({ counts: { knowable, sought } }: WithPar) => ({
  points: 3 * knowable,
  left: knowable - sought,
  flags: sought,
});

/** The ceiling of these points in a market. */
export const mostBeyondPar = (key: WithPar): number => pointsBeyondPar(key, bestOfCertainty(key));

/** Minus one point per trap, and minus two for a trap that is the only reason for a flag. */
export const trapPoints = ({ traps, soleTraps }: MarkTally) => 0 - traps - soleTraps;

/**
 * F0.5 over signs, which weighs precision over recall: a wrong reason harms more than a missing one. Traps are
 * subtracted.
 */
export function signScore(key: Pick<KeyColumns, 'counts'>, tally: MarkTally): number {
  const { precision, recall } = signRates(key, tally);
  return fScore(precision, recall, 0.5) + trapPoints(tally) / Math.max(1, key.counts.wanted);
}

/** Brier skill of the bands, read as probabilities, over the judged ads. */
export function brierSkill({ judged }: Pick<AttemptTally, 'judged'>): number | undefined {
  let [all, controlled, error] = [0, 0, 0];
  for (let band = 0; band < BAND_COUNT; band++) {
    const probability = BAND_PROBABILITIES[band] as number;
    const [others, own] = [judged[band * 2] as number, judged[band * 2 + 1] as number];
    all += others + own;
    controlled += own;
    error += others * probability ** 2 + own * (1 - probability) ** 2;
  }
  return probabilitySkill(error / all, controlled / all);
}

/** The largest gap between groups of one label, over all person labels on the pages (0 to 1). */
export function biasGap(
  { groupSizes }: Pick<KeyColumns, 'groupSizes'>,
  { flagged }: Pick<AttemptTally, 'flagged'>,
): number {
  let most = 0;
  for (let label = 0; label < groupSizes.length; label++)
    most = Math.max(most, gapOf(groupSizes[label] as Float64Array, flagged[label] as Float64Array));
  return most;
}
