import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MappingAction, playMapping } from '#kinds/mapping/model/play.ts';
import { MappingActionSchema, MappingBriefSchema } from '#kinds/mapping/model/schemas.ts';
import { NOW } from '../../../../support/builders/a-market.ts';

const played = (...actions: readonly MappingAction[]) =>
  actions.reduce(
    (response, action, n) => playMapping.reduce(response, action as never, { at: NOW, seq: n + 1 }),
    playMapping.empty,
  );
const registered = (site: string): MappingAction => ({ type: 'site.registered', site });
const ranked = (site: string, place: number, reason = 'so'): MappingAction => ({
  type: 'site.ranked',
  site,
  place,
  reason,
});

const site = fc.constantFrom('a', 'b', 'c');
const anyAct = fc.oneof(
  fc.record({ type: fc.constantFrom('site.registered', 'site.removed', 'site.unranked'), site }),
  fc.record({ type: fc.constant('owner.linked'), site, owner: fc.constantFrom('', 'one', 'two') }),
  fc.record({ type: fc.constant('mirror.noted'), site, of: fc.constantFrom('', 'a', 'b') }),
  fc.record({ type: fc.constant('volume.estimated'), site, volume: fc.nat(99), sample: fc.nat(9) }),
  fc.record({ type: fc.constantFrom('duplicate.marked', 'duplicate.unmarked'), ad: site }),
  fc.record({ type: fc.constant('site.ranked'), site, place: fc.nat(4), reason: fc.constantFrom('', 'so') }),
) as fc.Arbitrary<MappingAction>;

describe('the register', () => {
  it('contains the last entry for each field of a site', () => {
    const { register } = played(
      registered('a'),
      { type: 'owner.linked', site: 'a', owner: 'one' },
      { type: 'owner.linked', site: 'a', owner: 'two' },
      { type: 'mirror.noted', site: 'a', of: 'b' },
      { type: 'volume.estimated', site: 'a', volume: 40, sample: 10 },
      registered('a'),
    );
    expect(register).toEqual([{ site: 'a', owner: 'two', mirrorOf: 'b', volume: 40, sample: 10 }]);
  });

  it('clears an owner and a mirror, and no site is a mirror of itself', () => {
    const { register } = played(
      registered('a'),
      { type: 'owner.linked', site: 'a', owner: 'one' },
      { type: 'owner.linked', site: 'a', owner: '' },
      { type: 'mirror.noted', site: 'a', of: 'a' },
    );
    expect(register).toEqual([{ site: 'a' }]);
  });

  it('removes a site together with its rank', () => {
    expect(played(registered('a'), ranked('a', 0), { type: 'site.removed', site: 'a' })).toEqual(playMapping.empty);
  });
});

describe('the ranking', () => {
  it('inserts a site at a place, and moves it', () => {
    const { ranking } = played(registered('a'), registered('b'), ranked('a', 0), ranked('b', 0), ranked('a', 0, 'why'));
    expect(ranking).toEqual([
      { site: 'a', reason: 'why' },
      { site: 'b', reason: 'so' },
    ]);
  });
});

describe('after any acts', () => {
  it('every site and copy is unique, and only registered sites are ranked', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
        const { register, ranking, duplicates } = played(...acts);
        const sites = register.map((entry) => entry.site);
        const order = ranking.map((entry) => entry.site);

        for (const names of [sites, order, duplicates]) expect(new Set(names).size).toBe(names.length);
        expect(order.every((name) => sites.includes(name))).toBe(true);
        for (const act of acts) expect(MappingActionSchema.safeParse(act).success).toBe(true);
      }),
    );
  });

  it('a brief asks for nothing', () => {
    expect(MappingBriefSchema.safeParse({}).success).toBe(true);
    expect(MappingBriefSchema.safeParse({ sites: 4 }).success).toBe(false);
  });
});
