import type { FaultId } from './faults.ts';
import { type Count, count, type ObservedCase } from './observed-case.ts';
import { shownFaults } from './shown-faults.ts';
import { TEST_CARD_IDS, type TestCardId } from './test-cards.ts';

/** From worst to best. */
export const VERDICTS = ['obstructive', 'negligent', 'passive', 'cooperative'] as const;
export type PlatformVerdict = (typeof VERDICTS)[number];

/** One fault of one card: in how many of its copies, and the verdict that it alone leads to. */
export interface PlatformFailure {
  readonly verdict: PlatformVerdict;
  readonly card: TestCardId;
  readonly fault: FaultId;
  readonly count: Count;
}

/** The verdict, and the failure it rests on. */
export interface JudgedPlatform {
  readonly verdict: PlatformVerdict;
  /** Left out if nothing failed. */
  readonly worst?: PlatformFailure;
  /** All of them, worst first. */
  readonly failures: readonly PlatformFailure[];
}

interface VerdictRule {
  readonly verdict: PlatformVerdict;
  readonly fault: FaultId;
  readonly card: TestCardId;
  /** Minimum share of the copies; one copy if left out. */
  readonly share?: number;
}

/**
 * The verdicts by fault, worst first; training values. Obstructive: it helps to keep a flagged card online, or leaves
 * an authority without an answer. Negligent: it allows or hides what concerns a possible minor or the wish of the
 * person shown, or does much harm to lawful advertisers. Every other fault is passive.
 */
const VERDICT_RULES: readonly VerdictRule[] = [
  { verdict: 'obstructive', fault: 'edit-leak', card: 'TC3' },
  { verdict: 'obstructive', fault: 'report-unanswered', card: 'TC9' },
  { verdict: 'obstructive', fault: 'report-unanswered', card: 'TC10', share: 1 },
  { verdict: 'negligent', fault: 'weak-age-check', card: 'TC1' },
  { verdict: 'negligent', fault: 'weak-age-check', card: 'TC3' },
  { verdict: 'negligent', fault: 'weak-age-check', card: 'TC2' },
  { verdict: 'negligent', fault: 'known-image-leak', card: 'TC13' },
  { verdict: 'negligent', fault: 'not-referred', card: 'TC1' },
  { verdict: 'negligent', fault: 'not-referred', card: 'TC3' },
  { verdict: 'negligent', fault: 'not-referred', card: 'TC2' },
  { verdict: 'negligent', fault: 'not-referred', card: 'TC13' },
  { verdict: 'negligent', fault: 'not-referred', card: 'TC8' },
  { verdict: 'negligent', fault: 'report-unanswered', card: 'TC8' },
  { verdict: 'negligent', fault: 'report-unanswered', card: 'TC7' },
  { verdict: 'negligent', fault: 'removal-not-permanent', card: 'TC7' },
  { verdict: 'negligent', fault: 'repost-leak', card: 'TC4', share: 0.5 },
  { verdict: 'negligent', fault: 'over-blocking', card: 'TC12', share: 0.5 },
  { verdict: 'negligent', fault: 'false-report-upheld', card: 'TC11', share: 0.5 },
];

/** The verdict on a platform by its worst case. Nothing is averaged: thirteen good cards do not outweigh a bad one. */
export function judgePlatform(cases: readonly ObservedCase[]): JudgedPlatform {
  const found = TEST_CARD_IDS.flatMap((card) =>
    failuresOf(
      card,
      cases.filter((seen) => seen.card.id === card),
    ),
  );
  const failures = found.sort((a, b) => a.rank - b.rank).map(({ rank: _, ...failure }) => failure);
  const worst = failures[0];
  return worst ? { verdict: worst.verdict, worst, failures } : { verdict: 'cooperative', failures };
}

function failuresOf(card: TestCardId, cases: readonly ObservedCase[]): (PlatformFailure & { rank: number })[] {
  const shown = cases.map((seen) => [seen, shownFaults(seen)] as const);
  const faults = new Set(shown.flatMap(([, found]) => found));
  return [...faults].map((fault) => {
    const counted = count(cases, (seen) => shown.some(([other, found]) => other === seen && found.includes(fault)));
    const at = VERDICT_RULES.findIndex(
      (rung) => rung.fault === fault && rung.card === card && counted[0] >= (rung.share ?? 0) * counted[1],
    );
    const verdict = VERDICT_RULES[at]?.verdict ?? 'passive';
    return { verdict, card, fault, count: counted, rank: at < 0 ? VERDICT_RULES.length : at };
  });
}
