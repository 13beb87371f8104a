import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkingAction, LinkingResponse } from '#kinds/linking/model/play.ts';
import { playLinking } from '#kinds/linking/model/play.ts';
import { afterActs, undoOf } from '#kinds/linking/screens/undo-of.ts';

const ad = fc.constantFrom('0301', '0302', '0303', '0304');
const kind = fc.constantFrom('shared-phone', 'same-room');
const group = fc.constantFrom('network-1', 'network-2');
const act: fc.Arbitrary<LinkingAction> = fc.oneof(
  fc.record({ type: fc.constantFrom('ad.collected' as const, 'ad.returned' as const), ad }),
  fc.record({ type: fc.constantFrom('edge.proposed' as const, 'edge.withdrawn' as const), a: ad, b: ad, kind }),
  fc.record({ type: fc.constant('group.named' as const), group, name: fc.constantFrom('North', 'South') }),
  fc.record({ type: fc.constant('group.dissolved' as const), group }),
  fc.record({ type: fc.constant('ad.grouped' as const), ad, group }),
  fc.record({ type: fc.constant('ad.ungrouped' as const), ad }),
);

/** A response in an order-independent form. */
function content({ board, edges, groups }: LinkingResponse) {
  return {
    board: [...board].sort(),
    edges: edges.map(({ a, b, kind: by }) => `${a} ${b} ${by}`).sort(),
    groups: groups.map(({ id, name, ads }) => `${id} ${name} ${[...ads].sort().join()}`).sort(),
  };
}

describe('undoOf', () => {
  it('undoes any acts on any board', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.array(act, { maxLength: 6 }), (before, acts) => {
        const start = afterActs(playLinking.empty, before);
        const back = afterActs(afterActs(start, acts), undoOf(start, acts));
        expect(content(back)).toEqual(content(start));
      }),
    );
  });

  it('has nothing to undo where an act changed nothing', () => {
    expect(undoOf(playLinking.empty, [{ type: 'ad.returned', ad: '0301' }])).toEqual([]);
    expect(undoOf(playLinking.empty, [{ type: 'ad.grouped', ad: '0301', group: 'network-1' }])).toEqual([]);
  });
});
