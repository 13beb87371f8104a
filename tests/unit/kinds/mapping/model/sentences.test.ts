import { describe, expect, it } from 'vitest';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { CodingKey, MapKey } from '#kinds/mapping/model/derive-map.ts';
import { mappingFacts } from '#kinds/mapping/model/facts.ts';
import { MAPPING } from '#kinds/mapping/model/kind.ts';
import { type MappingAction, type MappingResponse, playMapping } from '#kinds/mapping/model/play.ts';
import { MAPPING_SENTENCES } from '#kinds/mapping/model/sentences.ts';
import { MAPPING_PLAYERS } from '#kinds/mapping/use-cases/players.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { aTableOf } from '../../../../support/builders/a-table.ts';
import { unfilledPlaces } from '../../../../support/case/debrief/unfilled-places.ts';
import { aSite } from '../../../../support/kinds/mapping/a-site.ts';

const CODING: CodingKey = {
  signs: ['x', 'y'],
  sample: 3,
  reference: [],
  planted: { '1': ['x'], '2': [], '3': ['x', 'y'] },
  second: { '1': ['x'], '2': ['y'], '3': ['x'] },
};
/** Four sites; a and b have one owner, d copies a, and most of what is sought stands on a. */
const KEY: MapKey = {
  sites: [
    aSite('a', { owner: 'one', relevance: 3, sought: 8 }),
    aSite('b', { owner: 'one', sought: 2, relevance: 1 }),
    aSite('c'),
    aSite('d', { mirrorOf: 'a', volume: 40 }),
  ],
  ads: new Set(['1', '2', '3', '4', '5']),
  copies: new Set(['4', '5']),
  coding: CODING,
};
const FULL: MappingResponse = {
  register: [
    { site: 'a', owner: 'x', volume: 100 },
    { site: 'b', owner: 'x', volume: 110 },
    { site: 'c', owner: 'y', volume: 90 },
    { site: 'd', owner: 'z', volume: 40, mirrorOf: 'a' },
  ],
  duplicates: ['4', '5'],
  ranking: [{ site: 'a', reason: 'networks' }],
  sample: ['1', '2', '3'],
  codes: { '1': ['x'], '2': [], '3': ['x', 'y'] },
  compared: true,
  settled: [],
  notes: { question: 'q', context: 'c', privacy: 'p', destruction: 'd' },
};
const said = (response: MappingResponse, key: MapKey = KEY) =>
  sentencesFrom(MAPPING_SENTENCES, mappingFacts(response, key));
const changed = (change: Partial<MappingResponse>, key?: MapKey) => said({ ...FULL, ...change }, key);
const ids = (sentences: ReturnType<typeof said>) => [...new Set(sentences.map(({ id }) => id))];
const params = (sentences: ReturnType<typeof said>, id: string) =>
  sentences.flatMap((sentence) => (sentence.id === id ? [sentence.params] : []));
/** The register with a change at one site. */
const entry = (id: string, change: object) =>
  FULL.register.map((one) => (one.site === id ? { ...one, ...change } : one));
const without = (id: string, field: 'owner' | 'volume' | 'mirrorOf') =>
  FULL.register.map((one) => (one.site === id ? { ...one, [field]: undefined as never } : one)).map(stripped);
const stripped = <Entry extends object>(one: Entry) =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as Entry;

describe('the sentences on a map', () => {
  it('of a whole one: what is found, and nothing wrong', () => {
    expect(ids(said(FULL))).toEqual([
      'map.sites',
      'map.site.found',
      'map.volume.close',
      'map.mirror.found',
      'map.owner.found',
      'map.copies',
      'map.notes',
      'codes.count',
      'codes.agreed.weak',
      'codes.low',
      'codes.settled',
      'map.code.right',
    ]);
  });

  it('of nothing done: what is missing, and no word of anything found', () => {
    expect(ids(said(playMapping.empty))).toEqual([
      'map.sites',
      'map.site.missing',
      'map.rank.missing',
      'map.owner.open',
      'map.copies',
      'map.rank.none',
      'map.notes',
      'codes.undrawn',
    ]);
    expect(params(said(playMapping.empty), 'map.sites')).toEqual([{ n: 0, of: 4 }]);
    expect(params(said(playMapping.empty), 'map.copies')).toEqual([{ n: 0, of: 2 }]);
  });

  it.each([
    ['map.site.missing', { register: FULL.register.slice(0, 3) }, { site: 'd' }],
    ['map.volume.off', { register: entry('c', { volume: 89 }) }, { site: 'c', count: 89, of: 100 }],
    ['map.volume.missing', { register: without('c', 'volume') }, { site: 'c' }],
    ['map.mirror.missing', { register: without('d', 'mirrorOf') }, { site: 'd', of: 'a' }],
    ['map.mirror.other', { register: entry('d', { mirrorOf: 'b' }) }, { site: 'd', of: 'a', noted: 'b' }],
    ['map.mirror.none', { register: entry('c', { mirrorOf: 'b' }) }, { site: 'c', noted: 'b' }],
    ['map.owner.open', { register: without('b', 'owner') }, { site: 'a', other: 'b' }],
    ['map.owner.apart', { register: entry('b', { owner: 'w' }) }, { site: 'a', other: 'b' }],
    ['map.owner.wrong', { register: entry('d', { owner: 'y' }) }, { site: 'c', other: 'd' }],
    ['map.rank.missing', { ranking: [{ site: 'b', reason: 'r' }] }, { site: 'a', count: 8, of: 10 }],
    ['map.rank.none', { ranking: [] }, {}],
    ['map.reason.none', { ranking: [{ site: 'a', reason: ' ' }] }, { site: 'a' }],
    ['map.original', { duplicates: ['4', '1', '2'] }, { count: 2, ads: '1, 2' }],
  ])('%s where it is so, and not otherwise', (id, change, expected) => {
    expect(params(changed(change), id)).toEqual([expected]);
    expect(unfilledPlaces(changed(change))).toEqual([]);
    expect(ids(said(FULL))).not.toContain(id);
  });

  it('of a pressing site behind the places that count', () => {
    const sites = [...'efghi'].map((id) => aSite(id));
    const ranking = [...sites, aSite('a')].map((one) => ({ site: one.site, reason: 'r' }));
    const key = { ...KEY, sites: [...KEY.sites, ...sites] };
    expect(params(changed({ ranking }, key), 'map.rank.behind')).toEqual([{ site: 'a', place: 6, counted: 5 }]);
    expect(ids(changed({ ranking }, key))).not.toContain('map.rank.missing');
    expect(ids(said(FULL))).not.toContain('map.rank.behind');
  });

  it('of a market without copies, that there is none', () => {
    const key = { ...KEY, copies: new Set<string>() };
    expect(ids(changed({ duplicates: [] }, key))).toContain('map.copies.nothing');
    expect(ids(changed({ duplicates: [] }, key))).not.toContain('map.copies');
  });
});

describe('the sentences on codes', () => {
  it('are none where the task asks for no codes', () => {
    const { coding: _, ...key } = KEY;
    expect(ids(said(FULL, key)).filter((id) => id.startsWith('codes.') || id.startsWith('map.code'))).toEqual([]);
  });

  it.each([
    ['codes.undrawn', { sample: [], codes: {}, compared: false }],
    ['codes.nobody', { codes: {}, compared: false }],
    ['codes.small', { sample: ['1'], codes: { '1': ['x'] }, compared: false }],
    ['codes.alone', { compared: false }],
    ['codes.same', { codes: CODING.second }],
    ['codes.enough', { codes: CODING.second }],
    ['codes.agreed.strong', { codes: CODING.second }],
    ['codes.agreed.none', { codes: { '1': [], '2': [], '3': ['y'] } }],
  ])('%s', (id, change: Partial<MappingResponse>) => {
    expect(ids(changed(change))).toContain(id);
    expect(ids(said(FULL))).not.toContain(id);
  });

  it.each([
    [1, 'strong', 'enough'],
    [0.8, 'strong', 'enough'],
    [0.6, 'good', 'enough'],
    [0.59, 'middling', 'low'],
    [0.39, 'weak', 'low'],
    [0.19, 'none', 'low'],
    [-1, 'none', 'low'],
  ])('call a kappa of %d %s', (kappa, name, enough) => {
    const { coding, ...facts } = mappingFacts(FULL, KEY);
    const found = sentencesFrom(MAPPING_SENTENCES, { ...facts, ...(coding && { coding: { ...coding, kappa } }) });
    expect(ids(found).filter((id) => /^codes\.(?:agreed|enough|low)/.test(id))).toEqual([
      `codes.agreed.${name}`,
      `codes.${enough}`,
    ]);
  });

  it('report no agreement where no sign was coded or nothing was compared', () => {
    const blind = { ...KEY, coding: { ...CODING, second: { '1': [], '2': [], '3': [] } } };
    const codes = { '1': [], '2': [], '3': [] };
    const found = ids(changed({ codes }, blind));
    expect(found).toContain('codes.unseen');
    for (const id of [...found, ...ids(changed({ compared: false }))])
      expect(id).not.toMatch(/^codes\.(?:agreed|enough|low)/);
  });

  it('name each missed or false sign, by the settled codes', () => {
    const codes = { '1': [], '2': ['y'], '3': ['x', 'y'] };
    const found = changed({ codes, settled: [{ ad: '1', sign: 'x', present: true }] });
    expect(params(found, 'map.code.missed')).toEqual([]);
    expect(params(found, 'map.code.wrong')).toEqual([{ sign: 'y', count: 1, ads: '2' }]);
    expect(params(changed({ codes }), 'map.code.missed')).toEqual([{ sign: 'x', count: 1, ads: '1' }]);
    expect(ids(changed({ codes }))).not.toContain('map.code.right');
  });

  it('call codes right only where something was coded', () => {
    expect(ids(changed({ sample: [], codes: {}, compared: false }))).not.toContain('map.code.right');
  });
});

describe('players over a whole market', () => {
  const made = aMarket({ seed: 'mapping sentences', size: 'practice' });
  const table = aTableOf<MappingResponse, MappingAction>(made, { play: playMapping, players: MAPPING_PLAYERS });
  const idsOf = (policy: 'oracle' | 'nothing' | 'flag-all' | 'honest') =>
    new Set(sentencesFrom(MAPPING_SENTENCES, MAPPING.factsOf(table.plays(policy).facts)).map(({ id }) => id));
  const WRONG =
    /^map\.(?:site\.missing|volume\.(?:off|missing)|mirror\.(?:missing|other|none)|owner\.(?:open|apart|wrong)|original|rank\.missing)$/;

  it('the oracle hears of no error; a player that did nothing hears of nothing found', () => {
    for (const id of idsOf('oracle')) expect(id).not.toMatch(WRONG);
    for (const id of idsOf('nothing')) expect(id).not.toMatch(/found|close|right|enough/);
  });

  it('never hear two contradicting sentences about one site', () => {
    for (const policy of ['oracle', 'nothing', 'flag-all', 'honest'] as const) {
      const sentences = sentencesFrom(MAPPING_SENTENCES, MAPPING.factsOf(table.plays(policy).facts));
      for (const { site: id } of made.market.sites.map((one) => ({ site: one.id }))) {
        const own = sentences.filter(({ params: { site: about, other } }) => about === id && other === undefined);
        for (const about of ['map.site.', 'map.volume.', 'map.mirror.', 'map.rank.'])
          expect(own.filter((sentence) => sentence.id.startsWith(about)).length).toBeLessThan(2);
      }
    }
  });
});
