import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DetectionAction } from '#kinds/detection/model/play.ts';
import { CERTAINTY_POINTS, certaintyThatPays } from '#kinds/detection/model/points.ts';
import { aMarket, seeds } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';

const reader = aReaderOf(aMarket({ seed: 'scored-2' }));
const READERS = seeds('scored', 30).map((seed) => ({ reader: aReaderOf(aMarket({ seed })) }));
const controlled = reader.judged.filter((ad) => ad.control === 'controlled' && !ad.notKnowable);
const others = reader.judged.filter((ad) => ad.control !== 'controlled');

describe('certainty', () => {
  const knowable = reader.judged.filter((ad) => !ad.notKnowable);
  const share = controlled.length / knowable.length;
  const BANDS = ['none', 'check', 'prioritise', 'urgent'] as const;
  const LEVELS = [1, 2, 3] as const;
  /** Expected points by Gardner-Medwin for probability `p` of being right, at the best certainty for it. */
  const parAt = (p: number) => Math.max(p, 4 * p - 2, 9 * p - 6);

  it.each([
    [1, 1, 0],
    [2, 2, -2],
    [3, 3, -6],
  ] as const)('%d gives %d for a right answer and %d for a wrong one, over what it gives blindly', (sure, yes, no) => {
    const isRight = (n: number) => n % 3 > 0;
    const rest = knowable.filter((_, n) => isRight(n)).length;
    const flags = knowable.filter(({ control }, n) => (control === 'controlled') === isRight(n)).length;

    const { raw, figure } = reader.judges((ad) => {
      const n = knowable.indexOf(ad);
      if (n < 0) return;
      return (ad.control === 'controlled') === isRight(n) ? 'urgent' : 'check';
    }, sure);

    const points = rest * yes + (knowable.length - rest) * no;
    expect(figure['certainty-points']?.value).toBe(points);
    expect(raw['detection.certainty']).toBeCloseTo(
      points - flags * parAt(share) - (knowable.length - flags) * parAt(1 - share),
      9,
    );
  });

  it('is a proper score: 2 pays best from 2/3 on, 3 from 4/5 on', () => {
    const earned = (chance: number, [yes, no]: readonly [number, number]) => chance * yes + (1 - chance) * no;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        const best = Math.max(...LEVELS.map((sure) => earned(chance, CERTAINTY_POINTS[sure])));
        expect(earned(chance, CERTAINTY_POINTS[certaintyThatPays(chance)])).toBeCloseTo(best, 12);
      }),
    );
    expect([0.66, 0.67, 0.8, 0.81].map(certaintyThatPays)).toEqual([1, 2, 2, 3]);
  });

  it('of a random mix of answers is worth nothing on average, over all permutations', () => {
    const anyMix = fc.array(fc.tuple(fc.constantFrom(...BANDS), fc.constantFrom(...LEVELS)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(anyMix, (mix) => {
        // Every ad gets every answer of the mix once, over as many readers as there are answers.
        const dealt = mix.map((_, turn) => {
          const answers = reader.judged.map((ad, n): DetectionAction => {
            const [band, certainty] = mix[(n + turn) % mix.length] ?? ['none', 1];
            return { type: 'ad.judged', ad: ad.ad, band, certainty };
          });
          return reader.score(answers).raw['detection.certainty'] ?? 9;
        });
        expect(dealt.reduce((sum, raw) => sum + raw, 0)).toBeLessThan(1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('is about the fact, not the step: prioritising an ad is right where it is controlled', () => {
    const alike = others.find((ad) => ad.ratio >= 5)?.ad ?? '';
    const { raw, figure, scaled } = reader.score([{ type: 'ad.judged', ad: alike, band: 'prioritise', certainty: 3 }]);

    expect(figure['certainty-points']?.value).toBe(-6);
    expect(raw['detection.certainty']).toBeCloseTo(-6 - parAt(share), 9);
    expect(scaled['detection.certainty']).toBe(0);
  });

  it('gives nothing to any constant certainty, in any market', () => {
    for (const { reader: one } of READERS)
      for (const band of BANDS)
        for (const sure of LEVELS) expect(one.judges(() => band, sure).raw['detection.certainty']).toBeLessThan(1e-9);
  });

  it('is not scored for an unjudged or unknowable ad', () => {
    const hidden = READERS.flatMap(({ reader: one }) =>
      one.judged.filter(({ notKnowable }) => notKnowable).map((ad) => ({ one, ad })),
    )[0];

    expect(reader.score([]).raw['detection.certainty']).toBe(0);
    expect(hidden?.one.score([{ type: 'ad.judged', ad: hidden.ad.ad, band: 'none', certainty: 3 }]).raw).toMatchObject({
      'detection.certainty': 0,
    });
  });

  it('is at its maximum where every answer is certain and right', () => {
    const { criteria } = reader.plays('oracle');
    const { raw, max } = criteria.find(({ id }) => id === 'detection.certainty') ?? { raw: 0, max: 1 };

    expect(raw).toBe(max);
    expect(max).toBeCloseTo(
      controlled.length * (3 - parAt(share)) + (knowable.length - controlled.length) * (3 - parAt(1 - share)),
      9,
    );
  });
});
