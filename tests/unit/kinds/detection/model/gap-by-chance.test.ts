import { describe, expect, it } from 'vitest';
import { stream } from '#kernel/model/rng.ts';
import { aMarket, seeds } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';

// In a smaller market are so few accounts that chance alone makes a gap nearly as large as that of a biased reader.
const made = aMarket({ seed: 'gap by chance', size: 'field' });
const reader = aReaderOf(made);
const shown = (ad: string) => made.market.ads.find(({ id }) => id === ad)?.versions.at(-1)?.fields;
const gapIn = ({ figure }: ReturnType<typeof reader.judges>) => {
  const { value = Number.NaN, low = Number.NaN, high = Number.NaN } = figure['bias-gap'] ?? {};
  return { value, low, high };
};

describe('the gap that chance makes', () => {
  it('is less than that of a reader who flags by a label, and the same each time', () => {
    const byGender = () => gapIn(reader.judges(({ ad }) => (shown(ad)?.gender === 'woman' ? 'urgent' : 'none')));
    const { value, low, high } = byGender();

    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.02);
    expect(value).toBeGreaterThan(1.5 * high);
    expect(byGender()).toEqual({ value, low, high });
  });

  it('is 0 where no ad or every ad is flagged', () => {
    expect(gapIn(reader.plays('flag-all')).high).toBe(0);
    expect(gapIn(reader.plays('nothing')).high).toBe(0);
  });

  it('is exceeded in few markets by a reader who flags whole actors at random', () => {
    const exceeded = seeds('blind', 100).filter((seed) => {
      const blind = aReaderOf(aMarket({ seed }));
      const rng = stream(seed, 'flags');
      const flagged = new Map<string, boolean>();
      const { value, high } = gapIn(
        blind.judges(({ actor }) => {
          const isFlagged = flagged.get(actor) ?? rng.int(3) === 0;
          flagged.set(actor, isFlagged);
          return isFlagged ? 'urgent' : 'none';
        }),
      );
      return value > high;
    });

    // 5 are expected, and at most 12 seen in 99.8 of 100 such runs.
    expect(exceeded.length).toBeLessThanOrEqual(12);
    expect(exceeded.length).toBeGreaterThan(0);
  });
});
