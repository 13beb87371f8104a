import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterCells } from '#kernel/model/statistics/cluster-cells.ts';
import { pairAgreement, pairCounts } from '#kernel/model/statistics/pair-counts.ts';

type Placed = readonly [actor: number, cluster: string];
const anyAds = fc.array(fc.tuple(fc.nat(4), fc.constantFrom('a', 'b', 'c')), { minLength: 1, maxLength: 30 });

const counts = (ads: readonly Placed[]) =>
  pairCounts(clusterCells({ count: ads.length, actor: ads.map(([actor]) => actor), actors: 5 }, (ad) => ads[ad]?.[1]))(
    new Uint8Array(5).fill(1),
  );

/** By going through all pairs. */
function byPairs(ads: readonly Placed[]) {
  const found = { all: 0, sameActor: 0, sameCluster: 0, both: 0 };
  ads.forEach(([actor, cluster], n) => {
    for (const [otherActor, otherCluster] of ads.slice(n + 1)) {
      found.all += 1;
      found.sameActor += Number(actor === otherActor);
      found.sameCluster += Number(cluster === otherCluster);
      found.both += Number(actor === otherActor && cluster === otherCluster);
    }
  });
  return found;
}

describe('pairCounts', () => {
  it('equals a count over all pairs', () => {
    fc.assert(
      fc.property(anyAds, (ads) => {
        expect(counts(ads)).toEqual(byPairs(ads));
      }),
    );
  });

  it('does not depend on the order of the ads', () => {
    fc.assert(
      fc.property(
        anyAds.chain((ads) => fc.tuple(fc.constant(ads), fc.shuffledSubarray(ads, { minLength: ads.length }))),
        ([ads, shuffled]) => {
          expect(counts(shuffled)).toEqual(counts(ads));
        },
      ),
    );
  });
});

describe('pairAgreement', () => {
  it('gives the known answer: of 7 pairs put together 4 are of one actor, of 6 of one actor 4 were put together', () => {
    const { precision, recall, f1 } = pairAgreement({ sameActor: 6, sameCluster: 7, both: 4 });

    expect([precision, recall]).toEqual([4 / 7, 4 / 6]);
    expect(f1).toBeCloseTo(8 / 13, 12);
  });

  it('is perfect where no pair exists and none was formed', () => {
    expect(pairAgreement({ sameActor: 0, sameCluster: 0, both: 0 })).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(pairAgreement({ sameActor: 3, sameCluster: 0, both: 0 }).f1).toBe(0);
    expect(pairAgreement({ sameActor: 0, sameCluster: 3, both: 0 }).f1).toBe(0);
  });

  it('is the same with actors and clusters changed round, but for precision and recall', () => {
    fc.assert(
      fc.property(anyAds, (ads) => {
        const { sameActor, sameCluster, both } = counts(ads);
        const one = pairAgreement({ sameActor, sameCluster, both });
        const other = pairAgreement({ sameActor: sameCluster, sameCluster: sameActor, both });
        expect([other.precision, other.recall]).toEqual([one.recall, one.precision]);
        expect(other.f1).toBeCloseTo(one.f1, 12);
      }),
    );
  });
});
