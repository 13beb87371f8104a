import { fScore } from '#core/measures/f-score.ts';
import { probabilitySkill } from '#core/measures/probability-skill.ts';
import { type Confusion, dPrimeAndCriterion } from '#core/measures/signal-detection.ts';
import { weightedKappa } from '#core/measures/weighted-kappa.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import { gapOf } from './bias-groups.ts';
import { BAND_COUNT, type KeyColumns } from './key-columns.ts';
import { BAND_PROBABILITIES, HALF } from './points.ts';
import { type AttemptTally, tallyAttempt } from './tally-attempt.ts';
import type { MarkTally } from './tally-marks.ts';

/** Numbers that are scored over many attempts, in the order in which they stand in a row. */
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

/** All numbers of all attempts, a row each; a number that is undefined is NaN there. Linear in ads and marks. */
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

/** Precision and recall of the marks. A wrong reason at the right place is half right; a cue is true and no sign. */
export function signRates({ counts }: Pick<KeyColumns, 'counts'>, tally: MarkTally) {
  const given = tally.hits + tally.wrongReasons + tally.wrong + tally.traps;
  const right = tally.hits + HALF * tally.wrongReasons;
  return {
    // Without a mark nothing is wrong either, which is the best answer where there is nothing to mark.
    precision: given > 0 ? right / given : Number(counts.wanted === 0),
    recall: counts.wanted > 0 ? (tally.found + HALF * tally.halfFound) / counts.wanted : 1,
  };
}

/**
 * Points of certainty-based marking (+1 / 0, +2 / -2, +3 / -6) beyond what saying so earns without looking.
 *
 * What one is sure of is a fact: that an ad which is flagged is controlled, that one which is left alone is not. Where six
 * ads in a hundred are controlled, "sure" for every ad that is left alone is right nineteen times of twenty and earns nearly
 * everything there is, though it knows nothing; and to flag at one in four, as harm asks for, is right one time of four and
 * earns nearly nothing, though it knows much. So each answer is held against its own par: what the best certainty earns that
 * leaves, or flags, ads of this market blindly (`blind.leaving`, `blind.flagging`). Any play that looks at nothing then has 0
 * at best, whatever it mixes, and for each answer it still pays best to say how sure one is. An ad that was not judged says
 * nothing: 0.
 */
export const pointsBeyondPar = (key: WithPar, tally: Pick<AttemptTally, 'points' | 'left' | 'flags'>) =>
  tally.points - parOf(key, tally);

type WithPar = Pick<KeyColumns, 'blind' | 'counts'>;

/** What as many flags, and as many ads left alone, earn without looking. */
export const parOf = ({ blind, counts }: WithPar, { left, flags }: Pick<AttemptTally, 'left' | 'flags'>) =>
  (left * blind.leaving + flags * blind.flagging) / Math.max(1, counts.knowable);

/** Sure throughout, and right: the points as given, and the answers. */
export const bestOfCertainty = ({ counts: { knowable, sought } }: WithPar) => ({
  points: 3 * knowable,
  left: knowable - sought,
  flags: sought,
});

/** The most of these points that a market holds. */
export const mostBeyondPar = (key: WithPar): number => pointsBeyondPar(key, bestOfCertainty(key));

/** One point less for each trap, two for a trap that an ad was flagged for and for nothing else. */
export const trapPoints = ({ traps, soleTraps }: MarkTally) => 0 - traps - soleTraps;

/** F0.5 over signs, which weighs precision over recall: a wrong reason harms more than a missing one. Traps are taken off. */
export function signScore(key: Pick<KeyColumns, 'counts'>, tally: MarkTally): number {
  const { precision, recall } = signRates(key, tally);
  return fScore(precision, recall, 0.5) + trapPoints(tally) / Math.max(1, key.counts.wanted);
}

/** How well the bands, read as probabilities, tell controlled ads from others, over the ads that were judged. */
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

/** The largest gap between groups of one label, over all labels that a page shows of a person (0 to 1). */
export function biasGap(
  { groupSizes }: Pick<KeyColumns, 'groupSizes'>,
  { flagged }: Pick<AttemptTally, 'flagged'>,
): number {
  let most = 0;
  for (let label = 0; label < groupSizes.length; label++)
    most = Math.max(most, gapOf(groupSizes[label] as Float64Array, flagged[label] as Float64Array));
  return most;
}
