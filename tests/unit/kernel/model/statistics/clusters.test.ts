import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from '#kernel/model/statistics/adjusted-rand-index.ts';
import { bCubed } from '#kernel/model/statistics/b-cubed.ts';
import { clusterCells } from '#kernel/model/statistics/cluster-cells.ts';
import { anyAds, anyWeights, columns, copied, inOrder } from '../../../../support/bench/predictions/any-market.ts';

interface Placed {
  readonly actor: number;
  readonly cluster?: string;
  readonly copy?: number;
}

const ONCE = Array.from({ length: 9 }, () => 1);
const toColumns = (ads: readonly Placed[]) =>
  columns(ads.map(({ actor }) => ({ actor, positive: false, probability: 0 })));
const cellsOf = (ads: readonly Placed[]) => clusterCells(toColumns(ads), (n) => ads[n]?.cluster);
const cubed = (ads: readonly Placed[]) => bCubed(cellsOf(ads))(ONCE);
const rand = (ads: readonly Placed[]) => adjustedRandIndex(cellsOf(ads))(ONCE);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Ads as "actor and cluster", one letter each. */
const placed = (text: string): Placed[] =>
  text.split(' ').map(([actor = '', cluster = '']) => ({
    actor: actor.charCodeAt(0) - 'A'.charCodeAt(0),
    ...(cluster === '-' ? {} : { cluster }),
  }));

describe('bCubed', () => {
  it('gives the known answer of a clustering worked out by hand', () => {
    // Cluster x holds A A B, cluster y holds B. Precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4.
    const found = cubed(placed('Ax Ax Bx By'));

    expect(found.precision).toBeCloseTo(2 / 3, 12);
    expect(found.recall).toBeCloseTo(0.75, 12);
    expect(found.f1).toBeCloseTo((2 * (2 / 3) * 0.75) / (2 / 3 + 0.75), 12);
  });

  it('is the mean over ads of what their cluster and their actor share', () => {
    fc.assert(
      fc.property(anyAds, (ads) => {
        const { precision, recall } = cubed(ads);
        const share = (ad: Placed, of: 'actor' | 'cluster', in_: 'actor' | 'cluster') => {
          const all = ads.filter((other) => other[in_] === ad[in_]);
          return all.filter((other) => other[of] === ad[of]).length / all.length;
        };
        expect(precision).toBeCloseTo(mean(ads.map((ad) => share(ad, 'actor', 'cluster'))), 12);
        expect(recall).toBeCloseTo(mean(ads.map((ad) => share(ad, 'cluster', 'actor'))), 12);
      }),
    );
  });

  it('lets ads without a cluster stand alone', () => {
    expect(cubed(placed('A- A- A- B-'))).toMatchObject({ precision: 1, recall: 0.5 });
  });

  it('counts ads of an actor of weight 2 twice, in the same clusters', () => {
    // As above with B twice: precision (4/3 + 2 (1/3 + 1)) / 6, recall (2 + 2 (1/2 + 1/2)) / 6.
    const found = bCubed(cellsOf(placed('Ax Ax Bx By')))([1, 2]);

    expect(found.precision).toBeCloseTo(2 / 3, 12);
    expect(found.recall).toBeCloseTo(2 / 3, 12);
  });
});

describe('adjustedRandIndex', () => {
  /** By definition, from counts of pairs; `isPair` says which two ads may be compared. */
  function byPairs(ads: readonly Placed[], isPair: (a: Placed, b: Placed) => boolean, isSameActor: typeof isPair) {
    let [both, actor, cluster, all] = [0, 0, 0, 0];
    ads.forEach((a, n) => {
      for (const b of ads.slice(n + 1)) {
        if (!isPair(a, b)) continue;
        const together = a.cluster === b.cluster;
        all += 1;
        actor += Number(isSameActor(a, b));
        cluster += Number(together);
        both += Number(isSameActor(a, b) && together);
      }
    });
    const expected = (actor * cluster) / all;
    if (all === 0) return undefined;
    return (actor + cluster) / 2 === expected ? 1 : (both - expected) / ((actor + cluster) / 2 - expected);
  }

  it('gives the known answer of a clustering worked out by hand', () => {
    // 15 pairs: 6 of one actor, 7 of one cluster, 4 of both. (4 - 2.8) / (6.5 - 2.8).
    expect(rand(placed('Ax Ax Ax Bx By By'))).toBeCloseTo(1.2 / 3.7, 12);
  });

  it('equals a count of every pair', () => {
    fc.assert(
      fc.property(anyAds, (ads) => {
        const expected = byPairs(
          ads,
          () => true,
          (a, b) => a.actor === b.actor,
        );
        if (expected === undefined) expect(rand(ads)).toBeUndefined();
        else expect(rand(ads)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('takes copies of an actor for actors of their own, whose ads are no pair with those of another copy', () => {
    fc.assert(
      fc.property(anyAds, anyWeights, (ads, weights) => {
        const expected = byPairs(
          copied(ads, ({ actor }) => weights[actor] ?? 0),
          (a, b) => a.actor !== b.actor || a.copy === b.copy,
          (a, b) => a.actor === b.actor,
        );
        const found = adjustedRandIndex(cellsOf(ads))(inOrder(ads, weights));
        if (expected === undefined) expect(found).toBeUndefined();
        else expect(found).toBeCloseTo(expected, 9);
      }),
    );
  });

  it.each([
    ['the same partition under other names', 'Ax Ax By By Cz', 1],
    ['all ads of one actor in one cluster', 'Ax Ax Ax', 1],
    ['single ads left alone', 'A- B- C-', 1],
    ['one actor torn into single ads', 'A- A- A-', 0],
    ['single ads thrown together', 'Ax Bx Cx', 0],
  ])('of %s is known', (_, text, expected) => {
    expect(rand(placed(text))).toBe(expected);
  });
});
