import { describe, expect, it } from 'vitest';
import { deriveLinks } from '#kinds/linking/model/derive-links.ts';
import { judgeEdges } from '#kinds/linking/model/judge-edges.ts';
import type { LinkingAction, ProposedEdge } from '#kinds/linking/model/play.ts';
import { SAME_ACCOUNT } from '#kinds/linking/model/shown-traces.ts';
import { aMarket, seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { aBoardOf, aKey } from '../../../../support/kinds/linking/a-board.ts';

const MADE = seeds('linked', 12).map((seed) => aMarket({ seed, size: 'practice' }, { records: true }));
const BRIEFS = [{}, { records: true }, { records: true, budget: 10 }];
const edge = (text: string): ProposedEdge => {
  const [pair = '', kind = ''] = text.split(' ');
  const [a = '', b = ''] = pair.split('-').map((place) => `ad-${place}`);
  return { a, b, kind };
};

describe('edges', () => {
  // Places: 0 1 2 of the network n, 3 of the person P, 4 of the person Q.
  const key = aKey('n n n P Q', ['0-1 phone', '1-2 phone', '0-2 room', '2-3 phone', '3-4 room'], 2);
  const points = (...edges: readonly string[]) => judgeEdges(edges.map(edge), key).map((judged) => judged.points);

  it.each([
    ['one actor, and the trace is there', ['0-1 phone'], [1]],
    ['what is joined already', ['0-1 phone', '1-2 phone', '0-2 room'], [1, 1, 0]],
    ['one actor, and another trace', ['0-1 room'], [-0.5]],
    ['two actors who share nothing', ['0-4 phone'], [-1]],
    ['a bridge out of a network', ['2-3 phone'], [-2]],
    ['a bridge between two lawful persons', ['3-4 room'], [-4]],
    ['two lawful persons who share nothing like it', ['3-4 phone'], [-2]],
    ['an ad that is not on the board', ['0-9 phone'], []],
  ])('%s', (_, edges, expected) => {
    expect(points(...edges)).toEqual(expected);
  });

  it('are scored in order, up to the limit', () => {
    const edges = ['2-3 phone', '0-9 phone', '0-1 phone', '1-2 phone'].map(edge);
    expect(judgeEdges(edges, key, 2).map(({ verdict }) => verdict)).toEqual(['bridge', 'holds']);
  });
});

describe('the reference players over twelve markets', () => {
  it.each(BRIEFS)('the oracle reaches the best of every criterion (%j)', (brief) => {
    for (const made of MADE) {
      const { scaled, findings } = aBoardOf(made, brief).plays('oracle');
      expect(Object.keys(scaled)).toEqual(['linking.edges', 'linking.pairs', 'linking.groups', 'linking.rand']);
      for (const [id, value] of Object.entries(scaled)) expect([id, value]).toEqual([id, expect.closeTo(1, 12)]);
      expect(findings.filter(({ kind }) => kind === 'falseFlag' || kind === 'miss')).toEqual([]);
    }
  });

  it('nothing, and one network of everybody, earn nothing', () => {
    for (const made of MADE)
      for (const policy of ['nothing', 'flag-all'] as const)
        for (const value of Object.values(aBoardOf(made, { records: true }).plays(policy).scaled))
          expect(value).toBeLessThan(1e-12);
  });

  it('the honest linker beats linking every shared trace, on edges and pairs', () => {
    const plays = MADE.map((made) => {
      const board = aBoardOf(made, { records: true });
      return { honest: board.plays('honest').raw, counting: board.plays('count-flags').raw };
    });
    const lead = (id: string) => plays.map(({ honest, counting }) => (honest[id] ?? 0) - (counting[id] ?? 0));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

    expect(mean(lead('linking.edges'))).toBeGreaterThan(0);
    expect(mean(lead('linking.pairs'))).toBeGreaterThan(0);
    expect(mean(lead('linking.groups'))).toBeGreaterThan(0);
  });
});

describe('the traces on the table', () => {
  const [made] = MADE as [(typeof MADE)[number]];
  const pages = deriveLinks(made.truth, made.market);
  const records = deriveLinks(made.truth, made.market, { records: true });
  const kindsOf = ({ pairs, tracesOf }: typeof pages) =>
    new Set(pairs.flatMap(({ a, b }) => [...tracesOf(a, b).keys()]));

  it('are those on the pages and, with records, those in the records', () => {
    expect(kindsOf(pages)).toContain('shared-phone');
    expect(kindsOf(pages)).toContain(SAME_ACCOUNT);
    for (const kind of ['shared-device-tag', 'collector-account', 'posting-sync']) {
      expect(kindsOf(pages)).not.toContain(kind);
      expect(kindsOf(records)).toContain(kind);
    }
    expect(records.needed).toBeGreaterThan(pages.needed);
  });

  it('belong to the ads of the brief, never to a withheld card', () => {
    const some = made.truth.ads.slice(0, 20).map(({ ad }) => ad);
    const withheld = made.truth.ads.filter(({ possibleMinor }) => possibleMinor).map(({ ad }) => ad);
    expect(deriveLinks(made.truth, made.market, { ads: [...some, ...withheld] }).ads.map(({ ad }) => ad)).toEqual(
      some.filter((ad) => !withheld.includes(ad)),
    );
  });

  it('connect the same parts as a graph search from each ad', () => {
    for (const { ads, tracesOf } of [pages, records]) {
      const near = new Map<string, string[]>();
      for (const one of ads) {
        const own = ads.filter(({ ad, actor }) => actor === one.actor && ad !== one.ad);
        near.set(
          one.ad,
          own.map(({ ad }) => ad).filter((other) => tracesOf(one.ad, other).size > 0),
        );
      }
      for (const { ad, part } of ads) {
        const reached = new Set([ad]);
        for (const one of reached) for (const other of near.get(one) ?? []) reached.add(other);
        expect(new Set(ads.filter((one) => one.part === part).map((one) => one.ad))).toEqual(reached);
      }
    }
  });
});

describe('planted defects', () => {
  const [made] = MADE as [(typeof MADE)[number]];
  const board = aBoardOf(made, { records: true });
  const oracle = board.plays('oracle');
  const lawful = made.truth.edges.find(({ a, b, sameActor }) => {
    const control = (ad: string) => made.truth.ads.find((one) => one.ad === ad)?.control ?? 'fraud';
    return !sameActor && [a, b].every((ad) => ['none', 'thirdParty'].includes(control(ad)));
  });
  const proposed = (one: ProposedEdge | undefined): LinkingAction => ({
    type: 'edge.proposed',
    a: one?.a ?? '',
    b: one?.b ?? '',
    kind: one?.kind ?? '',
  });

  it('a bridge between two lawful persons costs four points, and is explained with its innocent reason', () => {
    const { raw, findings, figure } = board.plays('oracle', proposed(lawful));
    const finding = findings.find(({ reason }) => reason === 'link.bridge.lawful');

    expect((oracle.raw['linking.edges'] ?? 0) - (raw['linking.edges'] ?? 0)).toBe(4);
    expect(finding).toMatchObject({ kind: 'falseFlag', at: { ad: lawful?.a, locator: `ad:${lawful?.b}` } });
    expect(finding?.innocentExplanation).toContain(LIBRARY.catalogue.get(lawful?.kind ?? '')?.innocent[0]);
    expect(figure.bridges?.value).toBe(1);
    expect(figure['lawful-merged']?.value).toBe(1);
  });

  it('an ad in the group of another actor lowers pairs, groups and the Rand index, and is named', () => {
    const alone = made.truth.actors.find(({ ads, type }) => type === 'independent' && ads.length === 1)?.ads[0] ?? '';
    const { raw, findings } = board.plays('oracle', { type: 'ad.grouped', ad: alone, group: 'network-1' });

    for (const id of ['linking.pairs', 'linking.groups', 'linking.rand'])
      expect(raw[id]).toBeLessThan(oracle.raw[id] ?? 0);
    expect(findings.filter(({ kind }) => kind === 'falseFlag')).toHaveLength(1);
  });

  it('an ad missing from its network counts as a torn network', () => {
    const ad = board.after(board.actionsOf('oracle')).groups[0]?.ads[0] ?? '';
    const { scaled, findings } = board.plays('oracle', { type: 'ad.ungrouped', ad });

    expect(scaled['linking.pairs']).toBeLessThan(1);
    expect(findings.filter(({ kind }) => kind === 'miss').map(({ reason }) => reason)).toEqual(['network.torn']);
  });

  it('edges alone form groups where none was named', () => {
    const edges = board.actionsOf('oracle').filter(({ type }) => type === 'edge.proposed');
    expect(board.score(edges).scaled).toEqual(oracle.scaled);
  });
});
