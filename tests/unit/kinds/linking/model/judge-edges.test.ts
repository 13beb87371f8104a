import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeEdges } from '#kinds/linking/model/judge-edges.ts';
import type { ProposedEdge } from '#kinds/linking/model/play.ts';
import { aKey } from '../../../../support/kinds/linking/a-board.ts';

const ACTORS = 'n n n n P P Q m m';
const NAMES = ACTORS.split(' ');
const KINDS = ['phone', 'room'];
const anyPair = fc
  .tuple(fc.nat(NAMES.length - 1), fc.nat(NAMES.length - 1))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const anyTrace = fc.tuple(anyPair, fc.constantFrom(...KINDS)).map(([[a, b], kind]) => `${a}-${b} ${kind}`);
const anyKey = fc.uniqueArray(anyTrace, { maxLength: 14 });
const anyEdges = fc.uniqueArray(anyTrace, { maxLength: 14 });
const edge = (text: string, turned = false): ProposedEdge => {
  const [pair = '', kind = ''] = text.split(' ');
  const [a = '', b = ''] = pair.split('-').map((place) => `ad-${place}`);
  return turned ? { a: b, b: a, kind } : { a, b, kind };
};
const isLawful = (name: string | undefined) => name !== undefined && name === name.toUpperCase();

/** What an edge is worth by its definition, looked up in the texts; `joined` has the ads that were joined before. */
function worthOf(text: string, shared: readonly string[], joined: (a: number, b: number) => boolean): number {
  const [a = 0, b = 0] = (text.split(' ')[0] ?? '').split('-').map(Number);
  const [one, other] = [NAMES[a], NAMES[b]];
  if (one === other) return shared.includes(text) ? (joined(a, b) ? 0 : 1) : -0.5;
  return (shared.includes(text) ? -2 : -1) * (isLawful(one) && isLawful(other) ? 2 : 1);
}

describe('any edges on any board', () => {
  it('have the sum of the points of each edge', () => {
    fc.assert(
      fc.property(anyKey, anyEdges, (shared, edges) => {
        const judged = judgeEdges(
          edges.map((text) => edge(text)),
          aKey(ACTORS, shared),
        );
        let group = NAMES.map((_, n) => n);
        const expected = edges.map((text) => {
          const [a = 0, b = 0] = (text.split(' ')[0] ?? '').split('-').map(Number);
          const points = worthOf(text, shared, (one, two) => group[one] === group[two]);
          const [from, to = a] = [group[a], group[b]];
          if (points === 1) group = group.map((own) => (own === from ? to : own));
          return points;
        });

        expect(judged.map(({ points }) => points)).toEqual(expected);
      }),
    );
  });

  it('score the same in either direction and in any order', () => {
    fc.assert(
      fc.property(
        anyKey,
        anyEdges.chain((edges) =>
          fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length })),
        ),
        (shared, [edges, shuffled]) => {
          const key = aKey(ACTORS, shared);
          const total = (proposed: readonly ProposedEdge[]) =>
            judgeEdges(proposed, key).reduce((sum, { points }) => sum + points, 0);
          const plain = total(edges.map((text) => edge(text)));

          expect(total(edges.map((text) => edge(text, true)))).toBe(plain);
          expect(total(shuffled.map((text) => edge(text)))).toBe(plain);
        },
      ),
    );
  });

  it('score nothing for a redundant edge', () => {
    fc.assert(
      fc.property(anyKey, anyEdges, (shared, edges) => {
        const right = judgeEdges(
          edges.map((text) => edge(text)),
          aKey(ACTORS, shared),
        ).filter(({ points }) => points > 0);
        // A network of four, one of two and a pair: no more edges than that can hold.
        expect(right.length).toBeLessThanOrEqual(3 + 1 + 1);
      }),
    );
  });
});
