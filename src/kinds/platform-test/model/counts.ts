import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import type { ClaimId } from '#market/platforms/model/claims.ts';
import type { FindingWord } from './actions.ts';
import type { TestItem } from './state.ts';
import type { Trial } from './trials.ts';

/** What a team saw of one claim on one platform: k failures of n trials, with Wilson's interval of 95 %. */
export interface ClaimCount {
  readonly site: string;
  readonly claim: ClaimId;
  readonly failed: number;
  readonly all: number;
  readonly interval: readonly [number, number];
  /** The strongest word that these counts allow. */
  readonly word: FindingWord;
  /** Earliest first. */
  readonly trials: readonly Trial[];
}

/** Trials that make a pattern: two failures of three, or two of five after one failure of three. */
const FIRST = 3;
const SECOND = 5;
const MIN_SLIPS = 2;

/**
 * With more trials than five the lower end of the interval decides, so that two early slips of twenty are no pattern.
 */
const MIN_SHARE = 0.09;

/**
 * The count of one claim on one platform. Where variants are tested, such as routes, the one that failed most counts.
 */
export function countClaim(trials: readonly Trial[], site: string, claim: ClaimId): ClaimCount {
  const own = trials.filter((trial) => trial.site === site && trial.claim === claim);
  const variants = [...new Set(own.map(({ variant }) => variant))];
  const counted = variants
    .map((variant) => own.filter((trial) => trial.variant === variant))
    .reduce<readonly Trial[]>(
      (worst, some) => (failuresOf(some) > failuresOf(worst) || worst.length === 0 ? some : worst),
      [],
    );
  const failed = failuresOf(counted);
  const interval = wilsonInterval(failed, counted.length);
  return { site, claim, failed, all: counted.length, interval, word: wordFor(counted), trials: counted };
}

const failuresOf = (trials: readonly Trial[]) => trials.filter(({ failed }) => failed).length;

/** The word that trials allow, earliest first. */
export function wordFor(trials: readonly Trial[]): FindingWord {
  if (trials.length === 0) return 'not-tested';
  const failed = failuresOf(trials);
  if (failed === 0) return 'not-seen';
  if (trials.some((trial) => trial.failed && trial.insisted)) return 'pattern';
  const first = failuresOf(trials.slice(0, FIRST));
  const isPattern =
    trials.length > SECOND
      ? wilsonInterval(failed, trials.length)[0] >= MIN_SHARE
      : first >= MIN_SLIPS || (first > 0 && failed >= MIN_SLIPS);
  return isPattern ? 'pattern' : 'once';
}

/**
 * Items that show a trial: a capture of the same copy on its own platform, made when it could be known, with its time
 * zone. A copy on a mirror is the mirror's, and proves nothing about the platform.
 */
export const itemsFor = (trial: Trial, items: readonly TestItem[]): TestItem[] =>
  items.filter(
    (item) => item.copy === trial.copy && item.site === trial.site && item.hour >= trial.hour && item.hasZone,
  );
