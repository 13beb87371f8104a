import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOverMarkets } from '#bench/markets/model/difference-over-markets.ts';
import { type MarketFigure, meanOverMarkets } from '#bench/markets/model/mean-over-markets.ts';

/** A share of one market; its interval by its actors alone is symmetric where no end of the range is near. */
function aShare(value: number, deviation = 0.01, actors = 40): MarketFigure {
  const reach = 2.02 * deviation;
  return { value, variance: deviation ** 2, low: value - reach, high: value + reach, range: [0, 1], actors };
}

const widthOf = (mean: { readonly low: number; readonly high: number } | undefined) =>
  mean ? mean.high - mean.low : expect.fail('no mean');

describe('a mean over markets', () => {
  it('is the plain mean, with an interval of the textbook where the range is far', () => {
    // Range so wide that the logit scale is a straight line; t at 3 degrees of freedom is 3.182.
    const values = [0.2, 0.3, 0.5, 0.4];
    const wide = values.map((value) => ({ ...aShare(value), range: [-1e6, 1e6] as const }));
    const error = Math.sqrt(0.05 / 3 / 4);

    const mean = meanOverMarkets([wide]);

    expect(mean?.value).toBeCloseTo(0.35, 12);
    expect(mean?.low).toBeCloseTo(0.35 - 3.182 * error, 3);
    expect(mean?.high).toBeCloseTo(0.35 + 3.182 * error, 3);
    expect(mean?.markets).toBe(4);
  });

  it('of one market has its own interval, and of none there is none', () => {
    const { value, low, high } = aShare(0.7);

    expect(meanOverMarkets([[aShare(0.7)]])).toEqual({ value, low, high, markets: 1 });
    expect(meanOverMarkets([[], []])).toBeUndefined();
  });

  it('of two or three markets is never surer than the actors of one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.3, max: 0.7, noNaN: true }), { minLength: 2, maxLength: 3 }),
        fc.double({ min: 0.001, max: 0.04, noNaN: true }),
        (values, deviation) => {
          const width = widthOf(meanOverMarkets([values.map((value) => aShare(value, deviation))]));

          expect(width).toBeGreaterThanOrEqual(2 * 2.02 * deviation);
        },
      ),
    );
  });

  it('is wide where few markets agree by chance, and wider where they differ', () => {
    const agreeing = widthOf(meanOverMarkets([[aShare(0.6, 0.03), aShare(0.6, 0.03), aShare(0.6, 0.03)]]));
    const differing = widthOf(meanOverMarkets([[aShare(0.4, 0.03), aShare(0.6, 0.03), aShare(0.8, 0.03)]]));

    expect(agreeing).toBeGreaterThan(0.1);
    expect(differing).toBeGreaterThan(4 * agreeing);
  });

  it('of several profiles counts what differs within them; with one market a profile all of it', () => {
    const [easy, hard] = [
      [0.89, 0.9, 0.91],
      [0.49, 0.5, 0.51],
    ].map((values) => values.map((value) => aShare(value, 0.001)));
    const lists = [easy ?? [], hard ?? []];

    const together = meanOverMarkets(lists);

    expect(together?.value).toBeCloseTo(0.7, 12);
    expect(widthOf(together)).toBeLessThan(0.1);
    expect(widthOf(meanOverMarkets(lists.map(([first]) => (first ? [first] : []))))).toBeGreaterThan(0.5);
  });

  it('at an end of the range is as unsure as all actors leave it', () => {
    const perfect = (actors: number) => ({ ...aShare(1, 0, actors), low: 0.8, high: 1 });
    const mean = meanOverMarkets([[perfect(20), perfect(30)]]);

    // Wilson's lower end for 50 of 50 at t of 49 degrees of freedom: 50 / (50 + 2.0096^2).
    expect(mean).toMatchObject({ value: 1, high: 1 });
    expect(mean?.low).toBeCloseTo(50 / (50 + 2.0096 ** 2), 3);
  });
});

describe('a difference over markets', () => {
  it('is paired: what makes a market hard for both tools cancels out', () => {
    const hard = [0.5, 0.6, 0.7, 0.8, 0.9];
    const gains = [0.01, 0.03, 0.02, 0.03, 0.01];

    const difference = differenceOverMarkets([hard.map((value, n) => value + (gains[n] ?? 0) - value)]);

    // Mean .02, standard deviation .01, t at 4 degrees of freedom 2.776.
    expect(difference?.value).toBeCloseTo(0.02, 12);
    expect(difference?.low).toBeCloseTo(0.02 - (2.776 * 0.01) / Math.sqrt(5), 4);
    expect(difference?.high).toBeCloseTo(0.02 + (2.776 * 0.01) / Math.sqrt(5), 4);
  });

  it('in one market has no interval', () => {
    expect(differenceOverMarkets([[0.2], []])).toEqual({ value: 0.2, markets: 1 });
    expect(differenceOverMarkets([])).toBeUndefined();
  });
});
