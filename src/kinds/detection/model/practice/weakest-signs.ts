import type { Reading, SignReading } from '#case/debrief/model/reading/reading.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';

/**
 * Signs with most errors (missed, or named where they are not), the weakest first. Signs without errors are left out.
 */
export function weakestSigns(readings: readonly Pick<Reading, 'signs'>[], count: number): string[] {
  const sums = new Map<string, { right: number; wrong: number }>();
  for (const { signs } of readings) {
    for (const [sign, counted] of Object.entries(signs)) {
      const sum = sums.get(sign) ?? { right: 0, wrong: 0 };
      sums.set(sign, { right: sum.right + counted.hits, wrong: sum.wrong + wrongIn(counted) });
    }
  }
  // One right and one wrong answer are added (Laplace smoothing), so that a single miss does not outweigh a habit.
  const weakness = ({ right, wrong }: { right: number; wrong: number }) => (wrong + 1) / (right + wrong + 2);
  return [...sums]
    .filter(([, { wrong }]) => wrong > 0)
    .sort(([a, one], [b, other]) => weakness(other) - weakness(one) || other.wrong - one.wrong || compareCodes(a, b))
    .slice(0, count)
    .map(([sign]) => sign);
}

const wrongIn = ({ misses, falseFlags, traps }: SignReading) => misses + falseFlags + traps;
