import { describe, expect, it } from 'vitest';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import { type LinkingFacts, linkingFacts } from '#kinds/linking/model/facts.ts';
import { judgeEdges } from '#kinds/linking/model/judge-edges.ts';
import { LINKING } from '#kinds/linking/model/kind.ts';
import { groupsOf } from '#kinds/linking/model/measure-groups.ts';
import type { LinkingAction } from '#kinds/linking/model/play.ts';
import { LINKING_SENTENCES } from '#kinds/linking/model/sentences.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { unfilledPlaces } from '../../../../support/case/debrief/unfilled-places.ts';
import { aBoardOf, aKey } from '../../../../support/kinds/linking/a-board.ts';

// Places: 0 1 2 of the network n, 3 of the person P, 4 of the person Q, 5 and 6 of R, whom no trace joins.
const KEY = aKey('n n n P Q R r', ['0-1 phone', '1-2 phone', '0-2 room', '2-3 phone', '3-4 room'], 2);
const BOARD = { ...KEY, ads: KEY.ads.map((ad) => (ad.actor === 'r' ? { ...ad, actor: 'R', lawful: true } : ad)) };
const edge = (text: string) => {
  const [pair = '', kind = ''] = text.split(' ');
  const [a = '', b = ''] = pair.split('-').map((place) => `ad-${place}`);
  return { a, b, kind };
};
/** What is said of these links and groups of ads, by their places. */
function said(links: readonly string[], { groups = [], budget = 99 }: { groups?: string[]; budget?: number } = {}) {
  const response = {
    board: [],
    edges: links.map(edge),
    groups: groups.map((ads, n) => ({ id: `g${n}`, name: '', ads: [...ads].map((place) => `ad-${place}`) })),
  };
  const facts = linkingFacts(response, BOARD, judgeEdges(response.edges, BOARD, budget), groupsOf(response, BOARD));
  return sentencesFrom(LINKING_SENTENCES, facts);
}
const ids = (...input: Parameters<typeof said>) => [...new Set(said(...input).map(({ id }) => id))];
const params = (id: string, ...input: Parameters<typeof said>) =>
  said(...input).flatMap((sentence) => (sentence.id === id ? [sentence.params] : []));
const NETWORK = { count: 3, ads: 'ad-0, ad-1, ad-2' };

describe('the sentences on links and networks', () => {
  it('of nothing done: that nothing was linked, and which ads are apart', () => {
    expect(ids([])).toEqual(['link.none', 'network.count', 'network.apart', 'network.unjoined']);
    expect(params('network.apart', [])).toEqual([NETWORK]);
    expect(params('network.count', [])).toEqual([{ n: 0, of: 1 }]);
    expect(params('network.unjoined', [])).toEqual([{ parts: 2, count: 2, ads: 'ad-5, ad-6' }]);
  });

  it('of half a network: how many of how many', () => {
    expect(ids(['0-1 phone'])).toEqual([
      'link.count',
      'link.holds',
      'network.count',
      'network.torn',
      'network.unjoined',
    ]);
    expect(params('network.torn', ['0-1 phone'])).toEqual([{ n: 2, of: 3, ads: 'ad-0, ad-1, ad-2' }]);
  });

  it('of a whole network: that it is whole, and a link too many', () => {
    const links = ['0-1 phone', '1-2 phone', '0-2 room'];
    expect(params('network.whole', links)).toEqual([NETWORK]);
    expect(params('link.again', links)).toEqual([{ a: 'ad-0', b: 'ad-2', trace: 'room' }]);
    expect(params('link.count', links)).toEqual([{ n: 3, of: 3 }]);
  });

  it.each([
    ['0-1 room', ['link.reason']],
    ['0-4 phone', ['link.stranger']],
    ['2-3 phone', ['link.bridge']],
    ['3-4 room', ['link.bridge', 'link.lawful']],
    ['3-4 phone', ['link.stranger', 'link.lawful']],
    ['0-1 phone', ['link.holds']],
  ])('of the link %s alone: %j', (link, expected) => {
    const own = said([link]).filter(({ params: { trace } }) => trace !== undefined);
    expect(own.map(({ id }) => id)).toEqual(expected);
  });

  it('of a group: how many actors it mixes, and how many of them are lawful', () => {
    expect(params('network.mixed', [], { groups: ['0123'] })).toEqual([
      { actors: 2, count: 4, ads: 'ad-0, ad-1, ad-2, ad-3' },
    ]);
    expect(ids([], { groups: ['0123'] })).not.toContain('network.lawful');
    expect(params('network.lawful', [], { groups: ['034'] })).toEqual([
      { lawful: 2, count: 3, ads: 'ad-0, ad-3, ad-4' },
    ]);
    expect(ids([], { groups: ['012'] })).not.toContain('network.mixed');
  });

  it('of links after the limit, and to ads off the board', () => {
    expect(params('link.over', ['0-1 phone', '1-2 phone'], { budget: 1 })).toEqual([{ count: 1 }]);
    expect(params('link.off-board', ['0-9 phone'])).toEqual([{ count: 1 }]);
    expect(ids(['0-9 phone'])).not.toContain('link.none');
    expect(ids(['0-1 phone'])).not.toContain('link.over');
  });

  it('of a board where nothing belongs together', () => {
    const facts: LinkingFacts = { links: [], overBudget: 0, offBoard: 0, networks: [], mixed: [], unjoined: [] };
    expect(sentencesFrom(LINKING_SENTENCES, facts).map(({ id }) => id)).toEqual(['link.none', 'network.nothing']);
  });
});

it('every sentence has words with a value for each place', () => {
  const links = ['0-1 phone', '1-2 phone', '0-2 room', '0-1 room', '0-4 phone', '3-4 room', '0-9 phone', '2-3 phone'];
  const sentences = [
    said([]),
    said(['0-1 phone']),
    said(links, { budget: 6 }),
    said(links, { groups: ['034'] }),
  ].flat();
  expect(unfilledPlaces(sentences)).toEqual([]);
  const unmet = LINKING_SENTENCES.map(({ id }) => id).filter((id) => !sentences.some((one) => one.id === id));
  expect(unmet).toEqual(['network.nothing']);
});

describe('players over a whole market', () => {
  const board = aBoardOf(aMarket({ seed: 'linking sentences', size: 'practice' }), { records: true });
  const saidOf = (actions: readonly LinkingAction[]) =>
    sentencesFrom(LINKING_SENTENCES, LINKING.factsOf(board.score(actions).facts));
  const idsOf = (actions: readonly LinkingAction[]) => new Set(saidOf(actions).map(({ id }) => id));
  const WRONG = ['link.reason', 'link.stranger', 'link.bridge', 'network.torn', 'network.apart', 'network.mixed'];

  it('the oracle hears of no error', () => {
    const found = idsOf(board.actionsOf('oracle'));
    for (const id of WRONG) expect(found).not.toContain(id);
    expect(found).toContain('network.whole');
  });

  it('a player that did nothing hears of nothing right', () => {
    const found = idsOf([]);
    for (const id of ['link.count', 'link.holds', 'network.whole', 'network.torn']) expect(found).not.toContain(id);
  });

  it('a player with one group for all hears which actors it mixes', () => {
    const found = idsOf(board.actionsOf('flag-all'));
    expect(found).toContain('network.lawful');
    expect(found).toContain('network.mixed');
    expect(found).not.toContain('network.apart');
  });

  it('counts are the lengths of their lists, and parts add up', () => {
    for (const policy of ['oracle', 'nothing', 'flag-all', 'count-flags', 'honest'] as const) {
      const sentences = saidOf(board.actionsOf(policy));
      const of = (id: string) => sentences.filter((sentence) => sentence.id === id);
      for (const { params: found } of sentences)
        if (found.ads !== undefined && found.count !== undefined)
          expect(String(found.ads).split(', ')).toHaveLength(Number(found.count));
      const [count] = of('network.count');
      expect(of('network.whole')).toHaveLength(Number(count?.params.n));
      expect(of('network.whole').length + of('network.torn').length + of('network.apart').length).toBe(
        count?.params.of,
      );
      const [links] = of('link.count');
      expect(of('link.holds').length + of('link.again').length).toBe(links?.params.n ?? 0);
    }
  });
});
