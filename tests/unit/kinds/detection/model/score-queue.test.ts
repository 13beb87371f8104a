import { describe, expect, it } from 'vitest';
import type { AdKey } from '#kinds/detection/model/derive-key.ts';
import { scoreQueue } from '#kinds/detection/model/score-queue.ts';

const ad = (id: string, more: Partial<AdKey> = {}) =>
  ({ ad: id, control: 'none', band: 'none', notKnowable: false, ...more }) as AdKey;
const urgent = ad('u', { control: 'controlled', band: 'urgent' });
const pressing = ad('p', { control: 'controlled', band: 'prioritise' });
const slight = ad('c', { control: 'controlled', band: 'check' });
const hidden = ad('h', { control: 'controlled', notKnowable: true });
const others = ['x', 'y', 'z'].map((id) => ad(id, { band: 'urgent' }));
const KEY = [...others, slight, hidden, pressing, urgent];
const gain = (queue: readonly string[], budget = 3) => scoreQueue(queue, [], KEY, budget, [7]).criterion;

describe('a queue with a budget of three ads', () => {
  it('is best with the highest-priority ad first', () => {
    expect(gain(['u', 'p', 'c'])).toMatchObject({ id: 'detection.queue', raw: 1, max: 1, scaled: 1, evidence: [7] });
  });

  it('gives the known answer of a queue worked out by hand', () => {
    // p u x: 3 + 7/log2(3), against 7 + 3/log2(3) + 1/2.
    const log = Math.log(3) / Math.log(2);
    expect(gain(['p', 'u', 'x']).raw).toBeCloseTo((3 + 7 / log) / (7 + 3 / log + 0.5), 12);
  });

  it('ignores places beyond the budget, repeated ads and unknown ads', () => {
    expect(gain(['x', 'y', 'z', 'u']).raw).toBe(0);
    expect(gain(['u', 'u', 'p', 'c', 'u']).raw).toBe(1);
    expect(gain(['nobody', 'u', 'p', 'c']).raw).toBe(1);
  });

  it('gives an unknowable ad no place', () => {
    expect(gain(['h', 'u', 'p', 'c']).raw).toBe(1);
  });

  it('counts the found ads among those within the budget', () => {
    expect(scoreQueue(['u', 'x', 'p', 'c'], ['p', 'x', 'y', 'u'], KEY, 3, []).figures).toEqual([
      { id: 'recall-at-k', value: 2 / 3, count: [2, 3], ideal: 1 / 3 },
    ]);
    expect(scoreQueue(['x', 'u'], [], KEY, 2, []).figures).toMatchObject([{ count: [1, 2] }]);
  });

  it('gives nothing on average for a random order', () => {
    const { min } = gain([]);
    expect(min).toBeGreaterThan(0);
    expect(gain([]).scaled).toBe(0);
  });

  it('is best left empty in a market without controlled ads', () => {
    const calm = (queue: readonly string[]) => scoreQueue(queue, [], others, 2, []).criterion.scaled;
    expect([calm([]), calm(['x']), calm(['x', 'y']), calm(['x', 'y', 'z'])]).toEqual([1, 0.5, 0, 0]);
  });
});
