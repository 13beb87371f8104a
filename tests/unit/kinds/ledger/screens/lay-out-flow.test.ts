import { describe, expect, it } from 'vitest';
import { WORKED_LEDGER } from '#kinds/ledger/model/worked-ledger.ts';
import { flowTowards } from '#kinds/ledger/screens/flow-towards.ts';
import { layOutFlow } from '#kinds/ledger/screens/lay-out-flow.ts';

const layout = layOutFlow(WORKED_LEDGER.book);
const node = (id: string) => layout.nodes.find((one) => one.id === id);

describe('the drawing of a ledger', () => {
  it('puts every payee of a chain to the right of its payer', () => {
    const along = ['buyers', 'W01', 'W02', 'W03', 'W04', 'W06'].map((id) => node(id)?.x ?? 0);

    expect(along).toEqual(along.toSorted((a, b) => a - b));
    expect(new Set(along).size).toBe(along.length);
  });

  it('draws every payment once, and gathers parties whose names differ by a number', () => {
    const drawn = layout.ribbons.flatMap(({ payments }) => payments).toSorted((a, b) => a - b);

    expect(drawn).toEqual(WORKED_LEDGER.book.payments.map(({ no }) => no));
    expect(node('seeker')).toMatchObject({ count: 6, out: 900, isAccount: false });
  });

  it('lets no two accounts of a column overlap, and everything stand inside', () => {
    for (const one of layout.nodes) {
      const below = layout.nodes.filter(({ id, x, y }) => id !== one.id && x === one.x && y >= one.y);
      for (const other of below) expect(other.y).toBeGreaterThanOrEqual(one.y + one.height);
      expect(one.y + one.height).toBeLessThanOrEqual(layout.height);
      expect(one.x).toBeLessThanOrEqual(layout.width);
    }
  });

  it('is walked along the money, and up and down a column, to an end', () => {
    const walk = (from: string, direction: 'left' | 'right' | 'up' | 'down') => {
      const seen = [from];
      for (let at = flowTowards(layout, from, direction); at !== undefined; at = flowTowards(layout, at, direction)) {
        if (seen.includes(at)) throw new Error(`${at} comes twice.`);
        seen.push(at);
      }
      return seen;
    };

    expect(walk('W01', 'right')).toEqual(['W01', 'W02', 'W03', 'W04', 'W06']);
    expect(walk('W06', 'left')[1]).toBe('W04');
    const column = layout.nodes.filter(({ x }) => x === node('buyers')?.x).toSorted((one, other) => one.y - other.y);
    expect(walk(column[0]?.id ?? '', 'down')).toEqual(column.map(({ id }) => id));
    expect(walk(column.at(-1)?.id ?? '', 'up')).toEqual(column.map(({ id }) => id).toReversed());
  });
});
