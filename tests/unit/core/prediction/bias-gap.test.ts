import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { biasGap, tallyBias } from '#core/prediction/bias-gap.ts';
import { anyAds, anyWeights, aTruth, columns, copied, inOrder, reportOf, type Told } from './any-market.ts';

type Grouped = Told & { readonly cluster: string };
const ONCE = Array.from({ length: 9 }, () => 1);

function gapOf(told: readonly Grouped[], weights: readonly number[]) {
  const tally = tallyBias('language', columns(told), (n) => told[n]?.cluster, 0.5);
  return biasGap(tally, inOrder(told, weights));
}

/** By definition: the shares of false flags, group by group. */
function byDefinition(told: readonly Grouped[]): number | undefined {
  const others = told.filter(({ positive }) => !positive);
  if (others.length === 0) return undefined;
  const rate = (ads: readonly Told[]) => ads.filter(({ probability }) => probability >= 0.5).length / ads.length;
  const groups = [...new Set(others.map(({ cluster }) => cluster))];
  return Math.max(...groups.map((name) => Math.abs(rate(others.filter((ad) => ad.cluster === name)) - rate(others))));
}

describe('biasGap', () => {
  it('is the largest distance of a group from all, over ads that are not controlled', () => {
    fc.assert(
      fc.property(anyAds, anyWeights, (told, weights) => {
        for (const [given, ads] of [
          [ONCE, told],
          [weights, copied(told, ({ actor }) => weights[actor] ?? 0)],
        ] as const) {
          const expected = byDefinition(ads);
          if (expected === undefined) expect(gapOf(told, given)).toBeUndefined();
          else expect(gapOf(told, given)).toBeCloseTo(expected, 12);
        }
      }),
    );
  });
});

describe('the bias of a tool', () => {
  // 10 ads in Orlish of which 6 are flagged, 10 in Kelvic of which 1 is: the rates are .6, .1 and .35 over all.
  const ads = Array.from({ length: 20 }, (_, n) => ({
    truth: aTruth(`${n}`, { groups: { language: n < 10 ? 'Orlish' : 'Kelvic', gender: 'woman' } }),
    row: { ad: `${n}`, probability: n < 6 || n === 10 ? 0.9 : 0.1 },
  }));
  const controlled = aTruth('c', { control: 'controlled', groups: { language: 'Sann' } });
  const { bias } = reportOf(
    [...ads.map(({ truth }) => truth), controlled],
    [...ads.map(({ row }) => row), { ad: 'c', probability: 1 }],
  );

  it('is given for each attribute, with every group and the widest named', () => {
    const language = bias.find(({ attribute }) => attribute === 'language');

    expect(bias.map(({ attribute }) => attribute)).toEqual(['gender', 'language']);
    expect(language?.gap.value).toBeCloseTo(0.25, 12);
    expect(language?.gap.n).toBe(20);
    expect(language?.groups.map(({ name, falseFlags }) => [name, falseFlags.value, falseFlags.n])).toEqual([
      ['Kelvic', 0.1, 10],
      ['Orlish', 0.6, 10],
    ]);
  });

  it('is 0 where all ads are in one group', () => {
    expect(bias.find(({ attribute }) => attribute === 'gender')?.gap.value).toBe(0);
  });
});
