import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOfColumns, gapOf, groupColumns } from '#kinds/detection/model/bias-groups.ts';

const anyGroups = fc.array(
  fc.nat(20).chain((size) => fc.tuple(fc.constant(size), fc.nat(size))),
  { minLength: 2, maxLength: 6 },
);
const gap = (groups: readonly (readonly [size: number, flagged: number])[]) =>
  gapOf(
    groups.map(([size]) => size),
    groups.map(([, flagged]) => flagged),
  );

describe('gapOf', () => {
  it('gives the known answer: 5 of 10 in one group, 1 of 10 in the other, 2 of 10 where nothing is said', () => {
    // 8 of 30 are flagged: the first group lies 7/30 above, the second 5/30 below.
    expect(
      gap([
        [10, 2],
        [10, 5],
        [10, 1],
      ]),
    ).toBeCloseTo(7 / 30, 12);
  });

  it('is a share, and the same for groups in another order', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const [unsaid = [0, 0] as const, ...said] = groups;
        expect(gap(groups)).toBeGreaterThanOrEqual(0);
        expect(gap(groups)).toBeLessThanOrEqual(1);
        expect(gap([unsaid, ...said.toReversed()])).toBeCloseTo(gap(groups), 12);
      }),
    );
  });

  it('is 0 for flagging all, none, or the same share of each group', () => {
    fc.assert(
      fc.property(anyGroups, fc.constantFrom(0, 1, 2), (groups, part) => {
        expect(gap(groups.map(([size]) => [size * 2, size * part] as const))).toBeCloseTo(0, 12);
      }),
    );
  });

  it('leaves groups of fewer than five out', () => {
    expect(
      gap([
        [0, 0],
        [40, 0],
        [4, 4],
      ]),
    ).toBeCloseTo(4 / 44, 12);
    expect(
      gap([
        [0, 0],
        [40, 0],
        [5, 5],
      ]),
    ).toBeCloseTo(1 - 5 / 45, 12);
  });
});

describe('groups of a page', () => {
  it('are numbered by what the page says of languages, origin and gender, 0 where it says nothing', () => {
    const [languages, origin, gender] = groupColumns([
      { languages: 'Kelvic', gender: 'woman' },
      { languages: 'Tessaval', gender: 'woman' },
      { gender: 'man' },
      { languages: 'Kelvic' },
    ]);
    expect([...(languages ?? [])]).toEqual([1, 2, 0, 1]);
    expect([...(origin ?? [])]).toEqual([0, 0, 0, 0]);
    expect([...(gender ?? [])]).toEqual([1, 1, 2, 0]);
    expect([...countsOfColumns(languages ?? new Uint16Array(), new Uint8Array([0, 1, 0, 0]))]).toEqual([1, 2, 0]);
  });
});
