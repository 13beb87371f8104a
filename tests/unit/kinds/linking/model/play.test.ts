import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkingAction, playLinking } from '#kinds/linking/model/play.ts';
import { LinkingActionSchema, LinkingBriefSchema } from '#kinds/linking/model/schemas.ts';
import { NOW } from '../../../../support/builders/a-market.ts';

const played = (...actions: readonly LinkingAction[]) =>
  actions.reduce(
    (response, action, n) => playLinking.reduce(response, action as never, { at: NOW, seq: n + 1 }),
    playLinking.empty,
  );
const proposed = (a: string, b: string, kind = 'shared-phone'): LinkingAction => ({
  type: 'edge.proposed',
  a,
  b,
  kind,
});
const named = (group: string, name = group): LinkingAction => ({ type: 'group.named', group, name });
const grouped = (ad: string, group: string): LinkingAction => ({ type: 'ad.grouped', ad, group });

const name = fc.constantFrom('a', 'b', 'c', 'd');
const anyAct: fc.Arbitrary<LinkingAction> = fc.oneof(
  fc.record({ type: fc.constantFrom('ad.collected', 'ad.returned', 'ad.ungrouped'), ad: name }),
  fc.record({ type: fc.constantFrom('edge.proposed', 'edge.withdrawn'), a: name, b: name, kind: name }),
  fc.record({ type: fc.constant('group.named' as const), group: name, name }),
  fc.record({ type: fc.constant('group.dissolved' as const), group: name }),
  fc.record({ type: fc.constant('ad.grouped' as const), ad: name, group: name }),
) as fc.Arbitrary<LinkingAction>;

describe('edges', () => {
  it('are the same in either direction, and are proposed once', () => {
    expect(played(proposed('0302', '0301'), proposed('0301', '0302')).edges).toEqual([
      { a: '0301', b: '0302', kind: 'shared-phone' },
    ]);
  });

  it('may be several between two ads, one for each trace', () => {
    const { edges } = played(proposed('1', '2'), proposed('1', '2', 'same-room'), {
      type: 'edge.withdrawn',
      a: '2',
      b: '1',
      kind: 'shared-phone',
    });
    expect(edges).toEqual([{ a: '1', b: '2', kind: 'same-room' }]);
  });

  it('lead to another ad', () => {
    expect(played(proposed('1', '1')).edges).toEqual([]);
  });
});

describe('groups', () => {
  it('contain an added ad, under the last given name', () => {
    const { groups } = played(named('g', 'one'), grouped('1', 'g'), named('g', 'two'), grouped('2', 'g'));
    expect(groups).toEqual([{ id: 'g', name: 'two', ads: ['1', '2'] }]);
  });

  it('lose an ad that is moved or removed, or when the group is dissolved', () => {
    const before = [named('g'), named('h'), grouped('1', 'g')];
    expect(played(...before, grouped('1', 'h')).groups.map(({ ads }) => ads)).toEqual([[], ['1']]);
    expect(played(...before, { type: 'ad.ungrouped', ad: '1' }).groups.map(({ ads }) => ads)).toEqual([[], []]);
    expect(played(...before, { type: 'group.dissolved', group: 'g' }).groups.map(({ id }) => id)).toEqual(['h']);
  });

  it('ignore an ad put into an unknown group', () => {
    expect(played(named('g'), grouped('1', 'g'), grouped('1', 'nowhere')).groups[0]?.ads).toEqual(['1']);
  });
});

describe('after any acts', () => {
  it('no ad is in two groups, no edge is duplicated, and the input is unchanged', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
        const { edges, groups, board } = played(...acts);
        const members = groups.flatMap(({ ads }) => ads);

        expect(new Set(members).size).toBe(members.length);
        expect(new Set(board).size).toBe(board.length);
        expect(new Set(edges.map((edge) => JSON.stringify(edge))).size).toBe(edges.length);
        expect(edges.every(({ a, b }) => a < b)).toBe(true);
        expect(playLinking.empty).toEqual({ board: [], edges: [], groups: [] });
      }),
    );
  });

  it('each act fits the schema of the log', () => {
    fc.assert(
      fc.property(anyAct, (act) => {
        expect(LinkingActionSchema.safeParse(act).success).toBe(true);
      }),
    );
  });

  it('an unknown act changes nothing', () => {
    const before = played(named('g'));
    expect(playLinking.reduce(before, { type: 'ad.judged' } as never, { at: NOW, seq: 1 })).toBe(before);
  });
});

describe('a brief', () => {
  it.each([
    [{}, true],
    [{ ads: ['0301', '0302'], records: true, budget: 12 }, true],
    [{ ads: ['0301'] }, false],
    [{ budget: 0 }, false],
    [{ board: [] }, false],
  ])('%j fits: %s', (brief, fits) => {
    expect(LinkingBriefSchema.safeParse(brief).success).toBe(fits);
  });
});
