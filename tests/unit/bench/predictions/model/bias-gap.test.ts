import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { biasFigures, biasGap, personasOf, tallyBias } from '#bench/predictions/model/bias-gap.ts';
import { toScoredAds } from '#bench/predictions/model/scored-ads.ts';
import { stream } from '#kernel/model/rng.ts';
import { anyAds, aTruth, reportOf, type Told } from '../../../../support/bench/predictions/any-market.ts';

type Grouped = Told & { readonly cluster: string };

/** The tally of ads in groups, where an actor has one persona in each group. */
function tallyOf(told: readonly Grouped[]) {
  const pairs = told.map(
    ({ actor, positive, probability, cluster }, n) =>
      [
        aTruth(`${n}`, { actor: `${actor}`, control: positive ? 'controlled' : 'none', groups: { language: cluster } }),
        { ad: `${n}`, probability },
      ] as const,
  );
  const ads = toScoredAds(pairs);
  return tallyBias('language', ads, personasOf(ads, pairs), (n) => told[n]?.cluster, 0.5);
}

const figuresOf = (told: readonly Grouped[], seed = 's', count = 999) =>
  biasFigures(tallyOf(told), { count, rng: stream(seed, 'labels') });

/** So many uncontrolled ads of one persona, flagged or not. */
const persona = (actor: number, cluster: string, isFlagged: boolean, ads = 1): Grouped[] =>
  Array.from({ length: ads }, () => ({ actor, positive: false, probability: isFlagged ? 0.9 : 0.1, cluster }));

/** By definition: the shares of false flags, group by group. */
function byDefinition(told: readonly Grouped[]): number | undefined {
  const others = told.filter(({ positive }) => !positive);
  if (others.length === 0) return undefined;
  const rate = (ads: readonly Told[]) => ads.filter(({ probability }) => probability >= 0.5).length / ads.length;
  const groups = [...new Set(others.map(({ cluster }) => cluster))];
  return Math.max(...groups.map((name) => Math.abs(rate(others.filter((ad) => ad.cluster === name)) - rate(others))));
}

/** The gaps under every way to give five of ten personas the one label and five the other: 252 ways. */
function everyGap(personas: readonly { readonly isFlagged: boolean; readonly ads: number }[]): number[] {
  const gaps: number[] = [];
  for (let way = 0; way < 2 ** personas.length; way++) {
    const labels = personas.map((_, n) => (way >> n) & 1);
    if (labels.reduce((sum, label) => sum + label, 0) !== personas.length / 2) continue;
    const told = personas.flatMap(({ isFlagged, ads }, n) => persona(n, `${labels[n]}`, isFlagged, ads));
    gaps.push(byDefinition(told) ?? 0);
  }
  return gaps.sort((a, b) => a - b);
}

describe('biasGap', () => {
  it('is the largest distance of a group from all, over ads that are not controlled', () => {
    fc.assert(
      fc.property(anyAds, (told) => {
        const expected = byDefinition(told);
        if (expected === undefined) expect(biasGap(tallyOf(told))).toBeUndefined();
        else expect(biasGap(tallyOf(told))).toBeCloseTo(expected, 12);
      }),
    );
  });
});

describe('the gap by chance', () => {
  // Sizes and flags of ten personas: three have many ads, so that few deals look alike.
  const personas = [1, 1, 2, 9, 1, 3, 1, 12, 7, 2].map((ads, n) => ({ ads, isFlagged: n % 3 === 0 }));
  const told = personas.flatMap(({ ads, isFlagged }, n) => persona(n, n < 5 ? 'a' : 'b', isFlagged, ads));

  it('is that of all possible deals of the labels to whole personas', () => {
    const gaps = everyGap(personas);
    const { byChance } = figuresOf(told, 's', 20_000) ?? {};

    expect(gaps).toHaveLength(252);
    const shareUpTo = (gap: number) => gaps.filter((one) => one <= gap + 1e-9).length / gaps.length;
    expect(shareUpTo(byChance?.high ?? 0)).toBeGreaterThan(0.935);
    expect(shareUpTo((byChance?.high ?? 0) - 0.02)).toBeLessThan(0.955);
    expect(shareUpTo(byChance?.median ?? 0)).toBeGreaterThan(0.48);
    expect(shareUpTo((byChance?.median ?? 0) - 0.02)).toBeLessThan(0.52);
  });

  it('is the same for the same seed', () => {
    expect(figuresOf(told)).toEqual(figuresOf(told));
    expect(figuresOf(told, 'another', 50)).not.toEqual(figuresOf(told, 's', 50));
  });

  it('is larger where the same flags stand on fewer personas', () => {
    const many = Array.from({ length: 120 }, (_, n) => persona(n, n % 2 === 0 ? 'a' : 'b', n < 40)).flat();
    const few = Array.from({ length: 12 }, (_, n) => persona(n, n % 2 === 0 ? 'a' : 'b', n < 4, 10)).flat();
    const [ofMany, ofFew] = [figuresOf(many), figuresOf(few)];

    expect(ofMany?.gap.value).toBe(ofFew?.gap.value);
    expect(ofFew?.byChance.high).toBeGreaterThan(2.5 * (ofMany?.byChance.high ?? 1));
  });

  it('is exceeded by a tool that flags one group, and in one of twenty markets by one that reads no label', () => {
    const partial = Array.from({ length: 60 }, (_, n) => persona(n, n % 3 === 0 ? 'a' : 'b', n % 3 === 0)).flat();
    const found = figuresOf(partial);
    expect(found?.gap.value).toBeGreaterThan(found?.byChance.high ?? 1);

    const rng = stream('markets', 'labels');
    const exceeded = Array.from({ length: 400 }, () => {
      const blind = Array.from({ length: 60 }, (_, n) =>
        persona(n, `${rng.int(3)}`, rng.int(4) === 0, 1 + (n % 4)),
      ).flat();
      const { gap, byChance } = figuresOf(blind, `${rng.next()}`, 199) ?? {};
      return Number((gap?.value ?? 0) > (byChance?.high ?? 1));
    }).reduce((sum, one) => sum + one, 0);
    // 20 are expected, and 9 to 31 seen in 99 of 100 such runs.
    expect(exceeded).toBeGreaterThanOrEqual(9);
    expect(exceeded).toBeLessThanOrEqual(31);
  });
});

describe('the interval of the gap', () => {
  it('includes 0 where no group differs beyond chance, and not where one does', () => {
    const even = Array.from({ length: 200 }, (_, n) => persona(n, n % 2 === 0 ? 'a' : 'b', n % 5 < 2)).flat();
    const partial = Array.from({ length: 200 }, (_, n) => persona(n, n % 2 === 0 ? 'a' : 'b', n % 4 === 0)).flat();

    expect(figuresOf(even)?.gap.low).toBe(0);
    expect(figuresOf(partial)?.gap).toMatchObject({ value: 0.25 });
    expect(figuresOf(partial)?.gap.low).toBeGreaterThan(0.1);
    expect(figuresOf(partial)?.gap.high).toBeLessThan(0.4);
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
