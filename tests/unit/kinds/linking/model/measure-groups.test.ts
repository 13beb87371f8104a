import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSets } from '#kernel/model/joined-sets.ts';
import { bCubed } from '#kernel/model/statistics/b-cubed.ts';
import { clusterCells } from '#kernel/model/statistics/cluster-cells.ts';
import type { BoardAd } from '#kinds/linking/model/derive-links.ts';
import { measureGroups } from '#kinds/linking/model/measure-groups.ts';
import { boardAds } from '../../../../support/kinds/linking/a-board.ts';

/** Ads of up to five actors in up to two parts each, every ad in a group. */
const anyBoard = fc
  .array(
    fc.record({
      actor: fc.constantFrom('A', 'B', 'C', 'd', 'e'),
      half: fc.nat(1),
      group: fc.constantFrom('x', 'y', 'z'),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((list) => ({
    ads: list.map(
      ({ actor, half }, n): BoardAd => ({
        ad: `ad-${n}`,
        actor,
        lawful: actor === actor.toUpperCase(),
        part: 'ABCde'.indexOf(actor) * 2 + half,
      }),
    ),
    groups: list.map(({ group }) => group),
  }));
const allKnown = anyBoard.map(({ ads, groups }) => ({
  ads: ads.map((ad) => ({ ...ad, part: 'ABCde'.indexOf(ad.actor) })),
  groups,
}));

/** By enumeration of all pairs: unknowable pairs of one actor do not count, and two lawful actors count double. */
function pairsByHand(ads: readonly BoardAd[], groups: readonly string[]) {
  let [right, together, wanted] = [0, 0, 0];
  ads.forEach((one, n) => {
    ads.slice(n + 1).forEach((other, m) => {
      const isTogether = groups[n] === groups[n + 1 + m];
      if (one.part === other.part) {
        wanted += 1;
        if (isTogether) right += 1;
        if (isTogether) together += 1;
      } else if (one.actor !== other.actor && isTogether) together += one.lawful && other.lawful ? 2 : 1;
    });
  });
  return { precision: together === 0 ? 1 : right / together, recall: wanted === 0 ? 1 : right / wanted };
}

describe('pairs', () => {
  it('are what going through all of them counts', () => {
    fc.assert(
      fc.property(anyBoard, ({ ads, groups }) => {
        const { pairs } = measureGroups(ads, groups);
        const expected = pairsByHand(ads, groups);
        expect(pairs.precision).toBeCloseTo(expected.precision, 12);
        expect(pairs.recall).toBeCloseTo(expected.recall, 12);
      }),
    );
  });

  it('of two lawful actors weigh double', () => {
    // Two right pairs and one of A and B: 2 of 4. With c in place of B: 2 of 3.
    expect(measureGroups(boardAds('A A d d B'), ['x', 'x', 'y', 'y', 'z']).pairs.f1).toBe(1);
    expect(measureGroups(boardAds('A d d A B'), ['v', 'y', 'y', 'x', 'x']).pairs.precision).toBe(1 / 3);
    expect(measureGroups(boardAds('A d d A c'), ['v', 'y', 'y', 'x', 'x']).pairs.precision).toBe(1 / 2);
  });
});

describe('B-cubed', () => {
  it('is that of the textbook where everything can be known', () => {
    fc.assert(
      fc.property(allKnown, ({ ads, groups }) => {
        const actor = ads.map(({ part }) => part);
        const cells = clusterCells({ count: ads.length, actor, actors: 5 }, (ad) => groups[ad]);
        const expected = bCubed(cells)(new Uint8Array(5).fill(1));
        const found = measureGroups(ads, groups).bCubed;
        expect(found.precision).toBeCloseTo(expected.precision, 12);
        expect(found.recall).toBeCloseTo(expected.recall, 12);
        expect(found.f1).toBeCloseTo(expected.f1, 12);
      }),
    );
  });
});

describe('all three', () => {
  const numbers = (ads: readonly BoardAd[], groups: readonly string[]) => {
    const { pairs, bCubed: cubed, rand } = measureGroups(ads, groups);
    return [pairs.precision, pairs.recall, pairs.f1, cubed.precision, cubed.recall, cubed.f1, rand];
  };

  it('are 1 for what can be known, and for what is true', () => {
    fc.assert(
      fc.property(anyBoard, ({ ads }) => {
        for (const group of [({ part }: BoardAd) => `${part}`, ({ actor }: BoardAd) => actor])
          for (const number of numbers(ads, ads.map(group))) expect(number).toBeCloseTo(1, 12);
      }),
    );
  });

  it('stay within their bounds, and are the same for any order of ads and any names of groups', () => {
    fc.assert(
      fc.property(
        anyBoard.chain((board) =>
          fc.tuple(
            fc.constant(board),
            fc.shuffledSubarray(
              board.ads.map((_, n) => n),
              { minLength: board.ads.length },
            ),
          ),
        ),
        ([{ ads, groups }, order]) => {
          const found = numbers(ads, groups);
          const turned = numbers(
            order.map((n) => ads[n] as BoardAd),
            order.map((n) => `other ${groups[n]}`),
          );
          found.forEach((number, n) => {
            expect(turned[n]).toBeCloseTo(number, 12);
          });
          for (const share of found.slice(0, 6)) expect(share >= 0 && share <= 1).toBe(true);
          expect(found[6]).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('are not lowered by an unknowable pair', () => {
    const ads = boardAds('A1 A1 A2 b b').map((ad, n) => (n === 2 ? { ...ad, part: 9 } : ad));
    const apart = numbers(ads, ['x', 'x', 'y', 'z', 'z']);
    const together = numbers(ads, ['x', 'x', 'x', 'z', 'z']);
    expect(apart).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(together).toEqual(apart);
  });
});

describe('createSets', () => {
  it('joins transitively, and returns whether the join was new', () => {
    const anyJoins = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 });
    fc.assert(
      fc.property(anyJoins, (joins) => {
        const sets = createSets(10);
        let news = 0;
        for (const [a, b] of joins) news += Number(sets.join(a, b));
        // By spreading from each thing to its neighbours until nothing changes.
        const label = Array.from({ length: 10 }, (_, n) => n);
        for (let round = 0; round < 10; round++)
          for (const [a, b] of joins) {
            const least = Math.min(label[a] as number, label[b] as number);
            label[a] = least;
            label[b] = least;
          }
        for (let a = 0; a < 10; a++)
          for (let b = 0; b < 10; b++) expect(sets.find(a) === sets.find(b)).toBe(label[a] === label[b]);
        expect(10 - news).toBe(new Set(label).size);
      }),
    );
  });
});
