import type { ClaimId } from '#market/platforms/model/claims.ts';
import type { TestCardId } from '#market/platforms/model/test-cards.ts';
import { type PlatformVerdict, VERDICTS } from '#market/platforms/model/verdict.ts';
import { type ClaimCount, wordFor } from './counts.ts';
import type { Trial } from './trials.ts';
import type { TestView } from './visible.ts';

/** One reason of a rung: a pattern, the rung that it alone leads to, and its counts. */
export interface RungReason {
  readonly rung: PlatformVerdict;
  readonly claim: ClaimId;
  readonly failed: number;
  readonly all: number;
}

/** A slip that the platform found, corrected and reported itself: noted, but not part of the verdict. */
export interface Incident {
  readonly claim: ClaimId;
  readonly copy: string;
}

/** The rung of a platform, from its worst case and never from a mean. */
export interface Rung {
  readonly verdict: PlatformVerdict | 'not-enough-tested';
  /** Every pattern, worst first. */
  readonly reasons: readonly RungReason[];
  /** Cards of worst cases, and of lawful people, that have no settled trial; empty where all were tested. */
  readonly untested: readonly TestCardId[];
  readonly incidents: readonly Incident[];
  /** Whether the platform answers reports: a slow but willing one needs help, an unwilling one needs law. */
  readonly willing: 'yes' | 'no' | 'cannot-say';
}

/** The nine cards without which no platform is called cooperative. */
export const WORST_CASES: readonly TestCardId[] = ['TC3', 'TC1', 'TC2', 'TC13', 'TC7', 'TC8', 'TC9', 'TC11', 'TC12'];

/** Share of failures from which taking down what comes back, or lawful cards, counts as negligent. */
const HALF = 0.5;

/**
 * Rungs of patterns, worst first; every other pattern is passive. `share`: of its trials, failed at least. Training
 * values.
 */
export const RUNGS: readonly { readonly verdict: PlatformVerdict; readonly claim: ClaimId; readonly share?: number }[] =
  [
    { verdict: 'obstructive', claim: 'edit' },
    { verdict: 'obstructive', claim: 'silent-police' },
    { verdict: 'obstructive', claim: 'silent-flagger', share: 1 },
    { verdict: 'negligent', claim: 'declared-age' },
    { verdict: 'negligent', claim: 'document-age' },
    { verdict: 'negligent', claim: 'image' },
    { verdict: 'negligent', claim: 'not-referred' },
    { verdict: 'negligent', claim: 'silent-relative' },
    { verdict: 'negligent', claim: 'silent-person-shown' },
    { verdict: 'negligent', claim: 'removal-returns' },
    { verdict: 'negligent', claim: 'repost', share: HALF },
    { verdict: 'negligent', claim: 'over-block', share: HALF },
    { verdict: 'negligent', claim: 'false-report-upheld', share: HALF },
  ];

/** The rung of one platform, from the counts of its claims and what was seen of it. */
export function rungOf(counts: readonly ClaimCount[], view: Pick<TestView, 'events'>): Rung {
  const reasons = counts
    .filter(({ trials }) => wordFor(trials) === 'pattern')
    .map(({ claim, failed, all }) => {
      const at = RUNGS.findIndex((rung) => rung.claim === claim && failed >= (rung.share ?? 0) * all);
      return { rung: RUNGS[at]?.verdict ?? ('passive' as const), claim, failed, all, at: at < 0 ? RUNGS.length : at };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ at: _, ...reason }) => reason);
  const trials = counts.flatMap((count) => count.trials);
  const untested = WORST_CASES.filter((card) => !trials.some((trial) => trial.card === card && isOf(trial)));
  const worst = VERDICTS.find((verdict) => reasons.some(({ rung }) => rung === verdict));
  return {
    verdict: worst ?? (untested.length > 0 ? 'not-enough-tested' : 'cooperative'),
    reasons,
    untested,
    incidents: incidentsIn(counts, view),
    willing: willingness(counts),
  };
}

/** The claims that a card is meant to test; a card counts as tested only by these. */
const MEANT: Readonly<Partial<Record<TestCardId, readonly ClaimId[]>>> = {
  TC3: ['edit'],
  TC7: ['silent-person-shown'],
  TC8: ['silent-relative'],
  TC9: ['silent-police'],
  TC11: ['false-report-upheld'],
};

const isOf = ({ card, claim }: Trial) => MEANT[card]?.includes(claim) ?? true;

function incidentsIn(counts: readonly ClaimCount[], { events }: Pick<TestView, 'events'>): Incident[] {
  return counts
    .filter(({ word }) => word === 'once')
    .flatMap(({ claim, trials }) =>
      trials
        .filter(({ failed }) => failed)
        .filter(({ copy, hour }) => {
          const own = events.filter((event) => event.id.startsWith(`${copy}-`));
          const removed = own.some((event) => event.type === 'card.removed' && event.hour >= hour);
          const isReported = own.some(({ type }) => type === 'report.sent');
          return removed && !isReported && own.some(({ type }) => type === 'referral.received');
        })
        .map(({ copy }) => ({ claim, copy })),
    );
}

const ANSWERS: readonly ClaimId[] = [
  'silent-person-shown',
  'silent-relative',
  'silent-police',
  'silent-flagger',
  'silent-non-user',
];

/** Kinds of reporters that have to be tried before a platform is called willing. */
const MIN_ASKED = 3;

/**
 * Willing: answers every kind of reporter. Unwilling: as a rule leaves one without an answer, or lets a card come back.
 */
function willingness(counts: readonly ClaimCount[]): Rung['willing'] {
  const word = (claim: ClaimId) => counts.find((count) => count.claim === claim)?.word ?? 'not-tested';
  if (word('edit') === 'pattern' || ANSWERS.some((claim) => word(claim) === 'pattern')) return 'no';
  const answered = ANSWERS.filter((claim) => word(claim) === 'not-seen').length;
  return answered >= MIN_ASKED ? 'yes' : 'cannot-say';
}
