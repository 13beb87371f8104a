import { describe, expect, it } from 'vitest';
import type { MapKey } from '#kinds/mapping/model/derive-map.ts';
import { deriveMap } from '#kinds/mapping/model/derive-map.ts';
import { type MappingAction, type MappingResponse, playMapping } from '#kinds/mapping/model/play.ts';
import { scoreMapping } from '#kinds/mapping/model/score.ts';
import { MAPPING_PLAYERS } from '#kinds/mapping/use-cases/players.ts';
import { aMarket, seeds } from '../../../../support/builders/a-market.ts';
import { scored } from '../../../../support/builders/a-reader.ts';
import { aTableOf, OWNERS } from '../../../../support/builders/a-table.ts';
import { aSite } from '../../../../support/kinds/mapping/a-site.ts';

const aMapOf = (made: ReturnType<typeof aMarket>) =>
  aTableOf<MappingResponse, MappingAction>(made, { play: playMapping, players: MAPPING_PLAYERS });

/** Four sites of three owners; d copies a. */
const KEY: MapKey = {
  sites: [
    aSite('a', { owner: 'one', relevance: 3 }),
    aSite('b', { owner: 'one', relevance: 1, volume: 50 }),
    aSite('c', { owner: 'two', volume: 10 }),
    aSite('d', { owner: 'three', mirrorOf: 'a', volume: 40 }),
  ],
  ads: new Set(['1', '2', '3', '4', '5', '6']),
  copies: new Set(['5', '6']),
};
const MAP: MappingResponse = {
  ...playMapping.empty,
  register: [
    { site: 'a', owner: 'x', volume: 100, sample: 20 },
    { site: 'b', owner: 'x', volume: 50, sample: 10 },
    { site: 'c', owner: 'y', volume: 10, sample: 10 },
    { site: 'd', owner: 'z', volume: 40, sample: 10, mirrorOf: 'a' },
  ],
  duplicates: ['5', '6'],
  ranking: [
    { site: 'a', reason: 'networks' },
    { site: 'b', reason: '' },
  ],
};
const score = (change: Partial<MappingResponse> = {}, key = KEY) =>
  scored(scoreMapping({ ...MAP, ...change }, key, { market: null as never, world: [], evidence: [3] }));
const entry = (n: number, change: object) => MAP.register.map((one, at) => (at === n ? { ...one, ...change } : one));

describe('a whole map', () => {
  it('reaches the best of every criterion, under any names of owners', () => {
    expect(score().scaled).toEqual({
      'mapping.sites': 1,
      'mapping.owners': 1,
      'mapping.volume': 1,
      'mapping.duplicates': 1,
      'mapping.ranking': 1,
    });
    const { figure } = score();
    expect([figure.mirrors?.count, figure.sample?.value, figure.reasons?.count]).toEqual([[1, 1], 50, [1, 2]]);
  });

  it('lists the findings for each site', () => {
    const { findings } = score();
    expect(findings.filter(({ kind }) => kind !== 'hit')).toEqual([]);
    expect(findings.map(({ reason }) => reason)).toContain('map.mirror.found');
  });
});

describe('planted defects', () => {
  it('a site left out is missing in sites, owners and volume', () => {
    const { raw, findings } = score({ register: MAP.register.slice(0, 3) });
    expect(raw['mapping.sites']).toBe(3);
    expect(raw['mapping.volume']).toBe(-25);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'miss', at: { locator: 'site:d' }, reason: 'map.site.missing' }),
    );
  });

  it('owners score the adjusted Rand index: two owners merged, worked out by hand', () => {
    // 6 pairs, 1 of one owner, 2 put together, 1 of both: (1 - 2/6) / (1.5 - 2/6).
    const { raw, findings } = score({ register: entry(3, { owner: 'y' }) });
    expect(raw['mapping.owners']).toBeCloseTo((1 - 1 / 3) / (1.5 - 1 / 3), 12);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'falseFlag', at: { locator: 'site:c site:d' }, reason: 'map.owner.wrong' }),
    );
  });

  it('one owner for all, or one for each, scores nothing', () => {
    const all = score({ register: MAP.register.map((one) => ({ ...one, owner: 'x' })) });
    const each = score({ register: MAP.register.map((one) => ({ ...one, owner: one.site })) });
    expect([all.scaled['mapping.owners'], each.scaled['mapping.owners']]).toEqual([0, 0]);
  });

  it('volumes lose the mean of their errors in percent, each at most 100', () => {
    expect(score({ register: entry(0, { volume: 80 }) }).raw['mapping.volume']).toBe(-5);
    expect(score({ register: entry(2, { volume: 5000 }) }).raw['mapping.volume']).toBe(-25);
    expect(score({ register: MAP.register.map(({ volume: _, ...rest }) => rest) }).scaled['mapping.volume']).toBe(0);
  });

  it('copies score F1: one found and one false copy', () => {
    const { raw, findings } = score({ duplicates: ['5', '1', 'nowhere'] });
    expect(raw['mapping.duplicates']).toBeCloseTo(0.5, 12);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'falseFlag', at: { ad: '1' }, reason: 'map.original' }),
    );
  });

  it('marking every ad as a copy scores nothing; without copies, marking none is best', () => {
    expect(score({ duplicates: [...KEY.ads] }).scaled['mapping.duplicates']).toBe(0);
    const calm = { ...KEY, copies: new Set<string>() };
    expect(score({ duplicates: [] }, calm).scaled['mapping.duplicates']).toBe(1);
    expect(score({ duplicates: ['1'] }, calm).scaled['mapping.duplicates']).toBe(0);
  });

  it('a ranking scores NDCG: the second before the first, worked out by hand', () => {
    // 1 + 7/log2(3), against 7 + 1/log2(3).
    const log = Math.log(3) / Math.log(2);
    const { raw } = score({ ranking: MAP.ranking.toReversed() });
    expect(raw['mapping.ranking']).toBeCloseTo((1 + 7 / log) / (7 + 1 / log), 12);
    expect(score({ ranking: [] }).findings).toContainEqual(
      expect.objectContaining({ kind: 'miss', at: { locator: 'site:a' }, reason: 'map.rank.missing' }),
    );
  });

  it('a wrong mirror is named', () => {
    const reasons = score({ register: entry(3, { mirrorOf: 'b' }) }).findings.map(({ reason }) => reason);
    expect(reasons).toContain('map.mirror.wrong');
    expect(reasons).toContain('map.mirror.missing');
  });

  it('asks for no owner where the answers do not name all of them', () => {
    const key = { ...KEY, sites: KEY.sites.map((one, n) => (n === 0 ? { ...one, owner: undefined } : one)) };
    expect(Object.keys(score({}, key).scaled)).not.toContain('mapping.owners');
  });
});

describe('over whole markets', () => {
  const MADE = seeds('mapped', 4).map((seed) => aMarket({ seed, size: 'field', prevalence: 'FIELD' }));

  it('the oracle reaches the best of every criterion; doing nothing or merging all reaches nothing', () => {
    for (const made of MADE) {
      const map = aMapOf(made);
      for (const [id, value] of Object.entries(map.plays('oracle').scaled))
        expect([id, value]).toEqual([id, expect.closeTo(1, 12)]);
      for (const [id, value] of Object.entries(map.plays('nothing').scaled)) expect([id, value]).toEqual([id, 0]);
      const { scaled } = map.plays('flag-all');
      for (const id of ['owners', 'volume', 'duplicates', 'ranking'])
        expect([id, scaled[`mapping.${id}`]]).toEqual([id, 0]);
    }
  });

  it('the key counts every ad of a site once, and only originals by sought actors', () => {
    for (const { market, truth } of MADE) {
      const { sites, copies } = deriveMap(truth, market, OWNERS);
      const sought = truth.ads.filter(({ control, copied }) => control === 'controlled' && !copied);

      expect(sites.reduce((sum, { volume }) => sum + volume, 0)).toBe(market.ads.length);
      expect(sites.reduce((sum, one) => sum + one.sought, 0)).toBe(sought.length);
      expect([...copies].toSorted()).toEqual(market.ads.flatMap(({ id, copied }) => (copied ? [id] : [])).toSorted());
      expect(sites.filter(({ mirrorOf }) => mirrorOf).map(({ sought: none }) => none)).toEqual([0]);
    }
  });
});
