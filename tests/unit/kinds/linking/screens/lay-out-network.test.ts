import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction } from '#case/statechart/screens/move-along.ts';
import { adTowards } from '#kinds/linking/screens/ad-towards.ts';
import { AD_HEIGHT, AD_WIDTH, layOutNetwork } from '#kinds/linking/screens/lay-out-network.ts';

const ids = (count: number) => Array.from({ length: count }, (_, n) => `03${String(n + 1).padStart(2, '0')}`);
const chain = (count: number) => ids(count - 1).map((a, n) => ({ a, b: ids(count)[n + 1] as string }));

describe('layOutNetwork', () => {
  it('gives the same drawing for the same board', () => {
    expect(layOutNetwork(ids(20), chain(12))).toEqual(layOutNetwork(ids(20), chain(12)));
  });

  it('overlaps no boxes, up to forty ads, and keeps all inside the drawing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), (count, linked) => {
        const { ads, width, height } = layOutNetwork(ids(count), chain(Math.min(count, linked)));
        for (const [n, one] of ads.entries()) {
          expect(one.x >= 0 && one.y >= 0 && one.x + AD_WIDTH <= width && one.y + AD_HEIGHT <= height).toBe(true);
          for (const other of ads.slice(n + 1))
            expect(Math.abs(one.x - other.x) >= AD_WIDTH || Math.abs(one.y - other.y) >= AD_HEIGHT).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is empty for an empty board, and has no line to an unknown ad', () => {
    expect(layOutNetwork([], [])).toEqual({ ads: [], width: 0, height: 0 });
    expect(layOutNetwork(['0301'], [{ a: '0301', b: '0999' }]).ads).toHaveLength(1);
  });
});

describe('adTowards', () => {
  const place = (id: string, x: number, y: number) => ({ id, x, y });
  const ads = [place('here', 0, 0), place('near', 100, 10), place('linked', 300, 20), place('above', 0, -100)];

  it('prefers a linked ad over a nearer one that way, and takes the nearest where none is linked', () => {
    expect(adTowards(ads, [{ a: 'linked', b: 'here' }], 'here', 'right')).toBe('linked');
    expect(adTowards(ads, [], 'here', 'right')).toBe('near');
    expect(adTowards(ads, [], 'here', 'left')).toBeUndefined();
  });

  it('reaches every ad of a drawing from every other', () => {
    const { ads: placed } = layOutNetwork(ids(24), chain(9));
    const directions: Direction[] = ['up', 'down', 'left', 'right'];
    const reached = new Set(['0301']);
    for (const id of reached)
      for (const direction of directions) {
        const next = adTowards(placed, chain(9), id, direction);
        if (next) reached.add(next);
      }
    expect(reached.size).toBe(24);
  });
});
