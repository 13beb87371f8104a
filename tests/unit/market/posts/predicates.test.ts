import { describe, expect, it } from 'vitest';
import type { Half } from '#market/posts/model/genre-schemas.ts';
import { marketPosts } from '#market/posts/model/market-posts.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { anOrder } from '../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';
import { inFull } from '../../../support/in-full.ts';
import { GENRES, HALVES } from '../../../support/market/posts/genres.ts';
import { failuresIn, OF_POSTS } from '../../../support/market/predicates/all.ts';
import { OF_MARKETS } from '../../../support/market/predicates/of-markets.ts';
import { type ReadMarket, type ReadPost, readMarketOf } from '../../../support/market/predicates/read-post.ts';

const SETTINGS: readonly MarketProfileId[] = ['BUY', 'REG', 'PRO', 'TPC', 'JOB', 'SOC'];
/** Markets of 600 ads of each half: in full more than 20,000 ads of a setting. */
const MARKETS = inFull(18, 2);

function market(setting: MarketProfileId, half: Half, n: number): ReadMarket {
  const profile = LIBRARY.profiles.get(setting);
  if (!profile) throw new Error(`There is no setting ${setting}.`);
  const order = { profile, size: 'field', seed: `predicates ${half} ${n}`, posts: marketPosts(GENRES, half) } as const;
  return readMarketOf(anOrder(order));
}

describe.each(SETTINGS)('the posts of %s', (setting) => {
  const wordings = new Map<Half, Set<string>>();

  it.each(HALVES)('fail no predicate, in the half for %s', (half) => {
    const said = new Set<string>();
    for (let n = 0; n < MARKETS; n++) {
      const read = market(setting, half, n);
      expect(Object.fromEntries(failuresIn(read)), `market ${n}`).toEqual({});
      for (const { labels, version } of read.posts)
        for (const { indicator, at } of labels)
          if (/^s\d/.test(at) && indicator !== 'template-text' && indicator !== 'n-migrant-language')
            said.add(`${indicator}: ${masked(version.sentences[Number(at.slice(1)) - 1] ?? '')}`);
    }
    wordings.set(half, said);
  });

  it('word what they show in two halves that share no wording', () => {
    const [practice, assessment] = HALVES.map((half) => wordings.get(half) ?? new Set<string>());
    expect(practice?.size).toBeGreaterThan(20);
    expect([...(assessment ?? [])].filter((line) => practice?.has(line) && !OF_A_NAME.test(line))).toEqual([]);
  });
});

/** A name that a copy has kept stands in a line of an ordinary ad, and a group that posts alike has no wording for it. */
const OF_A_NAME = /^(persona-inconsistency|rs-mass-identical-offers):/;

/** A line without figures, names and places. */
const masked = (line: string) =>
  [...LIBRARY.lexicon.names, ...[...LIBRARY.profiles.values()].flatMap(({ towns }) => towns.map(({ name }) => name))]
    .reduce((text, name) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'gi'), 'X'), line)
    .replaceAll(/\d+/g, '0')
    .toLowerCase();

/** A change of a post that each predicate has to find. */
type Defect = (post: ReadPost) => ReadPost;
const lines =
  (change: (lines: readonly string[], post: ReadPost) => readonly string[]): Defect =>
  (post) => ({ ...post, lines: change(post.lines, post) });
const plus = (line: string | ((post: ReadPost) => string)) =>
  lines((all, post) => [...all, typeof line === 'string' ? line : line(post)]);
const showing =
  (id: string, change: Defect): Defect =>
  (post) => ({ ...change(post), shows: new Set([...post.shows, id]) });
const field =
  (name: string, value: string | undefined, change: Defect = (post) => post): Defect =>
  (post) => ({ ...change(post), fields: { ...post.fields, [name]: value } });
const amount = ({ fields }: ReadPost) => /SIM (\d+)/.exec(fields.price ?? fields.pay ?? '')?.[1] ?? '';

const DEFECTS: Readonly<Record<number, readonly [MarketProfileId, Defect]>> = {
  1: ['BUY', field('town', 'Kelvast', plus('I am in Marrin'))],
  2: ['BUY', field('hours', 'Mon-Fri 11-20', plus('from 9 on'))],
  3: ['JOB', plus('SIM 9999 a month')],
  4: ['BUY', field('price', 'SIM 150, one hour', plus('one hour 310'))],
  5: ['BUY', field('hours', 'Mon-Fri 11-20', plus('11 to 21'))],
  5.1: ['BUY', (post) => plus(`hour ${amount(post)}`)(plus(`an hour is ${amount(post)}`)(post))],
  6: ['BUY', field('hours', 'Mon-Fri 11-20', plus('Tue-Sat as always'))],
  7: ['BUY', field('hours', '0-24', plus('closed on Sundays'))],
  8: ['BUY', showing('n-messenger-only', plus('Please call me'))],
  9: ['BUY', plus('+999 000 000 001')],
  10: ['BUY', plus('Kelda and Dorin')],
  11: ['BUY', showing('third-person-voice', plus('I am friendly'))],
  12: ['BUY', showing('confined-location', plus('Hotel visits are possible'))],
  13: ['BUY', showing('manager-reference', plus('After a talk I decide'))],
  14: [
    'BUY',
    showing(
      'no-limits-offer',
      showing('own-limits-stated', (post) => post),
    ),
  ],
  15: ['JOB', field('sector', 'laundry', plus('scaffolding'))],
  16: ['JOB', (post) => plus(`SIM ${amount(post)} a week`)(post)],
  17: ['JOB', field('employer', undefined, plus('Registered, SIM-5040'))],
  22: ['BUY', (post) => ({ ...post, labels: [...post.labels, { indicator: 'own-screening', at: 's99' }] })],
  22.1: ['BUY', plus('100% real, no fake')],
  22.2: ['BUY', plus('{name} is here')],
  23: ['BUY', (post) => ({ ...post, fields: { ...post.fields, price: 'SIM 20, one hour' }, shows: new Set() })],
};

describe('each predicate finds a planted defect', () => {
  it.each(OF_POSTS.map((one) => [one.number, one.says] as const))('%d: %s', (number) => {
    const [setting, defect] = DEFECTS[number] ?? expect.fail('no defect is planted');
    const read = market(setting, 'practice', 0);
    const predicate = OF_POSTS.find((one) => one.number === number);
    const broken = read.posts
      .filter(({ story }) => ['solo', 'agency', 'farm'].includes(story.genre))
      .slice(0, 40)
      .map(defect)
      .filter((post) => (predicate?.fails(post, read) ?? []).length > 0);
    expect(broken.length).toBeGreaterThan(0);
  });

  const planted = (number: number, setting: MarketProfileId, plant: (read: ReadMarket) => ReadMarket) =>
    [number, setting, plant] as const;
  const changing =
    (defect: Defect) =>
    (read: ReadMarket): ReadMarket => ({ ...read, posts: read.posts.map(defect) });
  const again = (post: ReadPost, nth: number, text: readonly string[]): ReadPost => ({
    ...post,
    lines: text,
    story: { ...post.story, nth },
  });
  const stranger = (post: ReadPost): ReadPost => ({
    ...post,
    persona: -1,
    story: { ...post.story, nth: 0, master: '0', author: 'author-0' },
  });

  it.each([
    planted(
      18,
      'JOB',
      changing((post) => ({ ...post, title: 'Still looking: pickers', story: { ...post.story, nth: 0 } })),
    ),
    planted(18.1, 'JOB', ({ posts: [post], ...read }) => ({
      ...read,
      posts: post ? [again(post, 0, ['only 2 left']), again(post, 1, ['only 5 left'])] : [],
    })),
    planted(19, 'BUY', (read) => changing(plus(`Only at the ${read.profile.event.name}`))(read)),
    planted(
      20,
      'SOC',
      changing((post) => ({ ...post, story: { ...post.story, purpose: 'ask' } })),
    ),
    planted(
      21,
      'SOC',
      changing((post) => ({
        ...post,
        ad: { ...post.ad, comments: [{ by: 'Ona', at: post.ad.postedAt, text: 'Up' }] },
      })),
    ),
    planted(24, 'BUY', ({ posts: [post], ...read }) => ({
      ...read,
      posts: post ? [again(post, 0, post.lines), again(post, 1, ['something else', 'that nobody knows yet'])] : [],
    })),
    planted(24.1, 'BUY', (read) => ({
      ...read,
      posts: [
        ...read.posts,
        ...read.posts.filter(({ lines: all, story }) => all.length > 4 && story.nth === 0).map(stranger),
      ],
    })),
    planted(26, 'BUY', (read) => ({ ...read, withheld: read.posts.slice(0, 1).map(({ ad }) => ad) })),
  ])('%d, in %s', (number, setting, plant) => {
    const predicate = OF_MARKETS.find((one) => one.number === number);
    const read = market(setting, 'practice', 0);
    expect(predicate?.failsIn(plant(read)) ?? []).not.toEqual([]);
  });
});
