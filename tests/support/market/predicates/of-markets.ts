import { isOfferOfWork, type MarketPredicate, textOf } from './predicate.ts';
import type { ReadMarket, ReadPost } from './read-post.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const idOf = ({ ad }: ReadPost) => ad.id;
const failing = (
  posts: readonly ReadPost[],
  fails: (post: ReadPost) => boolean,
  why = (post: ReadPost) => textOf(post),
) => posts.filter(fails).map((post) => `${idOf(post)}: ${why(post).replaceAll('\n', ' / ')}`);

const ofPersons = ({ posts }: ReadMarket) =>
  [
    ...Map.groupBy(
      posts.filter(({ ad }) => !ad.copied),
      ({ persona }) => persona,
    ).values(),
  ].map((own) => own.toSorted((a, b) => a.story.nth - b.story.nth));

/** Numbers of places in the posts of one person, from the first on. */
const placesLeft = (post: ReadPost) =>
  /\b(\d+) (?:places?|left)\b|\b(?:places?|only) (\d+) left\b/i.exec(textOf(post))?.slice(1).find(Boolean);

function notRising(market: ReadMarket): string[] {
  return ofPersons(market).flatMap((posts) => {
    const left = posts.flatMap((post) => (placesLeft(post) === undefined ? [] : [Number(placesLeft(post))]));
    return left.some((places, n) => places > (left[n - 1] ?? places))
      ? [`${posts.map(idOf).join(' ')}: ${left.join(', ')}`]
      : [];
  });
}

/** Only where an ad is posted again. */
const AGAIN =
  /\b(still (?:need|looking|free places|want)|places? left|(?:two|three|four|\d+) left|again looking|we still)\b/i;

function events({ posts, profile, until }: ReadMarket): string[] {
  const { name, town, week } = profile.event;
  const begins = Date.parse(until) - 6 * WEEK - 60 * MINUTE;
  return failing(
    posts.filter((post) => textOf(post).includes(name)),
    (post) => post.fields.town !== town || Math.floor((Date.parse(post.ad.postedAt) - begins) / WEEK) + 1 !== week,
  );
}

const OFFERS = /\b(we offer|we pay|our company|per hour we|work for you)\b/i;

function comments({ posts, until }: ReadMarket): string[] {
  return posts.flatMap((post) => {
    const list = post.ad.comments ?? [];
    const times = list.map(({ at }) => Date.parse(at));
    const isLate = times.every(
      (time, n) => time > (times[n - 1] ?? Date.parse(post.ad.postedAt)) && time < Date.parse(until),
    );
    return isLate
      ? []
      : [`${idOf(post)}: ${list.map(({ at, by }) => `${at} ${by}`).join(', ')} after ${post.ad.postedAt}`];
  });
}

const masked = (text: string) => text.toLowerCase().replaceAll(/\d+/g, '0');

/** Words three by three, with figures masked. */
function gramsOf(post: ReadPost): Set<string> {
  // The town is a fact like a price: who travels names another one.
  const text = [post.title, ...post.lines].join(' ').replaceAll(post.fields.town ?? '-', '0');
  const words = masked(text).match(/[\p{L}\p{N}']+/gu) ?? [];
  return new Set(Array.from({ length: Math.max(1, words.length - 2) }, (_, n) => words.slice(n, n + 3).join(' ')));
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  [...a].filter((gram) => b.has(gram)).length / Math.max(1, Math.min(a.size, b.size));

function alikeAgain(market: ReadMarket): string[] {
  return ofPersons(market).flatMap((posts) =>
    posts.slice(1).flatMap((post, n) => {
      const before = posts[n] as ReadPost;
      if (before.story.master !== post.story.master) return [];
      const share = shared(gramsOf(before), gramsOf(post));
      return share < 0.6
        ? [
            `${idOf(before)} and ${idOf(post)}: ${share.toFixed(2)} ${textOf(before)} || ${textOf(post)}`.replaceAll(
              '\n',
              ' / ',
            ),
          ]
        : [];
    }),
  );
}

/** Ads of so many lines or more are compared between strangers. */
const COMPARED_LINES = 4;
const MOST_SHARED_LINES = 3;

function strangers({ posts }: ReadMarket): string[] {
  const found: string[] = [];
  const first = posts.filter(({ story, lines, ad }) => story.nth === 0 && lines.length >= COMPARED_LINES && !ad.copied);
  const byLine = new Map<string, number[]>();
  for (const [n, post] of first.entries())
    for (const line of new Set(post.lines.map(masked))) byLine.set(line, [...(byLine.get(line) ?? []), n]);
  const pairs = new Map<string, number>();
  for (const list of byLine.values())
    for (const [n, a] of list.entries())
      for (const b of list.slice(n + 1)) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1);
  for (const [pair, lines] of pairs) {
    const [a, b] = pair.split(' ').map((n) => first[Number(n)]) as [ReadPost, ReadPost];
    if (a.story.master === b.story.master || a.story.author === b.story.author) continue;
    const share = shared(gramsOf(a), gramsOf(b));
    if (lines > MOST_SHARED_LINES || share >= 0.8)
      found.push(
        `${idOf(a)} and ${idOf(b)}: ${lines} lines, ${share.toFixed(2)}: ${a.lines.join(' / ')} || ${b.lines.join(' / ')}`,
      );
  }
  return found;
}

/** What the posts of a market are to each other, and what stands around them. */
export const OF_MARKETS: readonly MarketPredicate[] = [
  {
    number: 18,
    says: '"still" and places left stand in posts that are posted again',
    failsIn: ({ posts }) =>
      failing(posts.filter(isOfferOfWork), (post) => post.story.nth === 0 && AGAIN.test(textOf(post))),
  },
  { number: 18.1, says: 'places left do not rise', failsIn: notRising },
  { number: 19, says: 'an event is named in its week and town', failsIn: events },
  {
    number: 20,
    says: 'who asks has no pay and no offer; who offers has no budget',
    failsIn: ({ posts }) => [
      ...failing(
        posts.filter(({ story }) => story.purpose !== 'offer'),
        (post) =>
          ['pay', 'price', 'employer', 'sector'].some((field) => post.fields[field] !== undefined) ||
          (post.story.purpose === 'ask' && OFFERS.test(textOf(post))),
      ),
      ...failing(
        posts.filter(({ story }) => story.purpose !== 'ask'),
        ({ fields }) => fields.budget !== undefined,
      ),
      ...failing(
        posts.filter(({ story }) => story.purpose !== 'offer'),
        ({ labels }) => labels.some(({ indicator }) => /^(lj-|rs-)/.test(indicator)),
      ),
    ],
  },
  { number: 21, says: 'comments are later than the post, one after the other', failsIn: comments },
  { number: 24, says: 'a post that is posted again keeps its words', failsIn: alikeAgain },
  { number: 24.1, says: 'strangers share no text', failsIn: strangers },
  {
    number: 26,
    says: 'a closed card has no words',
    failsIn: ({ withheld }) =>
      withheld
        .filter((ad) => ad.title !== '' || ad.versions.length > 0 || (ad.comments ?? []).length > 0)
        .map(({ id }) => id),
  },
];
