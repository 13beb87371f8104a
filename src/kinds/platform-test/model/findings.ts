import type { ClaimId } from '#market/platforms/model/claims.ts';
import type { FindingWord, TestFinding } from './actions.ts';
import { type ClaimCount, countClaim, itemsFor } from './counts.ts';
import type { PlatformTestState } from './state.ts';
import type { Trial } from './trials.ts';

/** What a finding lacks. None of these says whether it is true. */
export const LACKS = [
  'no-trials',
  'word-above-count',
  'word-below-count',
  'no-item',
  'one-item-only',
  'items-of-one-copy',
  'item-of-something-else',
  'item-without-zone',
  'no-innocent-reading',
  'reply-not-asked',
  'reply-still-open',
] as const;
export type FindingLack = (typeof LACKS)[number];

/** Hours that a platform has for its reply before anybody names it. A training value. */
export const REPLY_PERIOD = 120;

/** Items that a pattern needs, of different copies. */
const ITEMS_OF_PATTERN = 2;

const STRENGTH: Readonly<Record<FindingWord, number>> = { 'not-tested': 0, 'not-seen': 1, once: 2, pattern: 3 };

/** A finding with its count, and what it still lacks. */
export interface WeighedFinding {
  readonly finding: TestFinding;
  readonly count: ClaimCount;
  readonly lacks: readonly FindingLack[];
  /** True if items show what the word says. */
  readonly isProved: boolean;
}

/**
 * The evidence of a finding, from what the team could see. It reports what is missing, never whether the finding is
 * true.
 */
export function weighFinding(
  finding: TestFinding,
  trials: readonly Trial[],
  state: Pick<PlatformTestState, 'items' | 'replies' | 'hour'>,
): WeighedFinding {
  const count = countClaim(trials, finding.site, finding.claim);
  const given = state.items.filter(({ id }) => finding.items.includes(id));
  // An item without its time zone is incomplete, which is reported apart from an item about something else.
  const complete = given.filter(({ hasZone }) => hasZone);
  const shown = shownBy(finding.word, count, complete);
  const copies = new Set(shown.map(({ copy }) => copy));
  const insisted = count.trials.some((trial) => trial.failed && trial.insisted);
  const reply = state.replies.find(({ site }) => site === finding.site);
  const isAccusation = finding.word === 'pattern' || finding.word === 'once';
  const strength = STRENGTH[finding.word] - STRENGTH[count.word];
  const needed = finding.word === 'pattern' ? ITEMS_OF_PATTERN : finding.word === 'not-tested' ? 0 : 1;
  const found: readonly (readonly [FindingLack, boolean])[] = [
    ['no-trials', count.all === 0 && finding.word !== 'not-tested'],
    ['word-above-count', count.all > 0 && strength > 0],
    ['word-below-count', strength < 0],
    ['no-item', needed > 0 && shown.length === 0],
    ['one-item-only', needed > 1 && shown.length === 1],
    ['items-of-one-copy', needed > 1 && shown.length > 1 && copies.size === 1 && !insisted],
    ['item-of-something-else', complete.length > shown.length],
    ['item-without-zone', complete.length < given.length],
    ['no-innocent-reading', isAccusation && !finding.innocent],
    ['reply-not-asked', isAccusation && reply === undefined],
    ['reply-still-open', isAccusation && reply !== undefined && !isHeard(reply, state.hour)],
  ];
  const isProved = shown.length >= needed && (needed < ITEMS_OF_PATTERN || copies.size >= ITEMS_OF_PATTERN || insisted);
  return { finding, count, lacks: found.filter(([, holds]) => holds).map(([lack]) => lack), isProved };
}

/** True if the platform answered, or had its time to do so. */
export const isHeard = (reply: PlatformTestState['replies'][number], hour: number): boolean =>
  reply.cameAt !== undefined || hour >= reply.askedAt + REPLY_PERIOD;

/** The given items that show a trial matching the word: a failure, or any trial for "not seen". */
function shownBy(word: FindingWord, { trials }: ClaimCount, given: PlatformTestState['items']) {
  const meant = trials.filter(({ failed }) => word === 'not-seen' || failed);
  return given.filter((item) => meant.some((trial) => itemsFor(trial, given).includes(item)));
}

/** The findings that counts and items of a team allow, worded no stronger than the counts. */
export function honestFinding(
  trials: readonly Trial[],
  state: Pick<PlatformTestState, 'items'>,
  site: string,
  claim: ClaimId,
): TestFinding {
  const count = countClaim(trials, site, claim);
  const meant = count.trials.filter(({ failed }) => count.word === 'not-seen' || failed);
  const items = [...new Set(meant.flatMap((trial) => itemsFor(trial, state.items)).map(({ id }) => id))];
  const certainty = { pattern: 95, once: 60, 'not-seen': 10, 'not-tested': 30 }[count.word];
  return { site, claim, word: count.word, items, innocent: true, certainty };
}
