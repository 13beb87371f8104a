import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdKey } from '#core/detection/derive-key.ts';
import { weightedKappa } from '#core/detection/weighted-kappa.ts';
import { BANDS, type Band } from '#core/indicators/bands.ts';

const ad = (n: number, acceptable: readonly Band[]) => ({ ad: String(n), acceptable }) as unknown as AdKey;
const kappa = (pairs: readonly (readonly [given: Band, acceptable: readonly Band[]])[]) => {
  const ads = pairs.map(([, acceptable], n) => ad(n, acceptable));
  return weightedKappa(ads, (one) => pairs[Number(one.ad)]?.[0] ?? 'none');
};

/** Cohen's weighted kappa from the table of agreement, as textbooks write it: 1 is full agreement, (i-j)^2/9 is taken away. */
function textbookKappa(given: readonly number[], wanted: readonly number[]): number {
  const total = given.length;
  const table = BANDS.map((_, i) =>
    BANDS.map((__, j) => given.filter((band, n) => band === i && wanted[n] === j).length / total),
  );
  const weight = (i: number, j: number) => 1 - (i - j) ** 2 / 9;
  const row = (i: number) => (table[i] ?? []).reduce((sum, share) => sum + share, 0);
  const column = (j: number) => table.reduce((sum, shares) => sum + (shares[j] ?? 0), 0);
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++) {
      observed += weight(i, j) * (table[i]?.[j] ?? 0);
      expected += weight(i, j) * row(i) * column(j);
    }
  return (observed - expected) / (1 - expected);
}

const anyBand = fc.integer({ min: 0, max: 3 });

describe('weightedKappa', () => {
  it('agrees with the textbook for any reader and any key of single bands', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyBand, anyBand), { minLength: 2, maxLength: 60 }), (pairs) => {
        const [given, wanted] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        fc.pre(new Set([...given, ...wanted]).size > 1);

        const found = kappa(pairs.map(([one, other]) => [BANDS[one] as Band, [BANDS[other] as Band]]));

        expect(found).toBeCloseTo(textbookKappa(given, wanted), 10);
      }),
    );
  });

  it('is 1 for full agreement, also where key and reader know one band only', () => {
    expect(
      kappa([
        ['none', ['none']],
        ['urgent', ['urgent']],
        ['check', ['check']],
      ]),
    ).toBe(1);
    expect(
      kappa([
        ['check', ['check']],
        ['check', ['check']],
      ]),
    ).toBe(1);
  });

  it('is 0 for one who says the same of every ad', () => {
    expect(
      kappa([
        ['check', ['none']],
        ['check', ['urgent']],
        ['check', ['prioritise']],
      ]),
    ).toBeCloseTo(0, 12);
    expect(
      kappa([
        ['none', ['check']],
        ['none', ['check']],
      ]),
    ).toBe(0);
  });

  it('takes a near miss more lightly than a far one', () => {
    const rest = [
      ['none', ['none']],
      ['urgent', ['urgent']],
      ['none', ['none']],
    ] as const;

    expect(kappa([...rest, ['check', ['none']]])).toBeGreaterThan(kappa([...rest, ['urgent', ['none']]]));
  });

  it('counts the nearest of several acceptable bands', () => {
    expect(
      kappa([
        ['urgent', ['prioritise', 'urgent']],
        ['none', ['none', 'check']],
      ]),
    ).toBe(1);
  });
});
