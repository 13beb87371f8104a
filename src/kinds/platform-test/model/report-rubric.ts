import type { ReportPoint } from './actions.ts';
import { HOURS_PER_WEEK } from './clock.ts';
import { isHeard, type WeighedFinding } from './findings.ts';
import type { PlatformTestBrief, PlatformTestState } from './state.ts';

/** The parts of a report that are looked at, with their points: 50 together. Training values. */
export const RUBRIC = { method: 10, figures: 10, limits: 8, fairness: 8, reply: 6, asks: 8 } as const;
export type RubricPart = keyof typeof RUBRIC;

export interface RubricPoints {
  readonly part: RubricPart;
  readonly points: number;
  readonly of: number;
}

/**
 * Points of each part, from the log and the checklist of a report. A point of the checklist counts only if the log does
 * not contradict it; without a sealed report there are no points.
 */
export function rubricOf(
  { platforms }: PlatformTestBrief,
  state: PlatformTestState,
  weighed: readonly WeighedFinding[],
): RubricPoints[] {
  const { report, plan, reads, replies, hour, copies } = state;
  const says = (point: ReportPoint) => report?.points.includes(point) ?? false;
  const tested = weighed.filter(({ finding }) => finding.word !== 'not-tested');
  const accusing = tested.filter(({ finding }) => finding.word === 'pattern' || finding.word === 'once');
  const accused = [...new Set(accusing.map(({ finding }) => finding.site))];
  const share = (some: readonly unknown[], all: readonly unknown[]) =>
    all.length === 0 ? 0 : some.length / all.length;
  const worded = tested.filter(({ lacks }) => !lacks.includes('word-above-count') && !lacks.includes('no-trials'));
  const read = new Set(reads.filter(({ what }) => what === 'terms').map(({ site }) => site));
  const shares: Readonly<Record<RubricPart, number>> = {
    method:
      0.5 * Number(plan !== undefined && plan.hour < HOURS_PER_WEEK) +
      0.3 * share([...read], platforms) +
      0.2 * Number(says('blind-or-announced')),
    figures: 0.5 * Number(says('n-beside-rates')) + 0.5 * share(worded, tested),
    limits:
      0.5 * Number(says('untested-named')) + 0.25 * Number(says('owner-once')) + 0.25 * Number(says('retest-date')),
    fairness:
      0.5 * Number(says('survivors-and-sellers-read')) +
      0.25 * Number(says('nobody-recognisable')) +
      0.25 * Number(copies.some(({ card }) => card === 'TC11' || card === 'TC12')),
    reply: share(
      accused.filter((site) => replies.some((reply) => reply.site === site && isHeard(reply, hour))),
      accused,
    ),
    asks:
      Number(says('requests-cite-findings')) *
      share(
        accusing.filter(({ isProved }) => isProved),
        accusing,
      ),
  };
  return Object.entries(RUBRIC).map(([part, of]) => ({
    part: part as RubricPart,
    points: report ? Math.round(of * shares[part as RubricPart] * 10) / 10 : 0,
    of,
  }));
}
