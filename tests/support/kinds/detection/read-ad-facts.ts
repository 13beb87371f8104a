import type { AdTruth, GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';

/**
 * A second reader of what the debrief says of an ad. It reads the sentences as they stand on the screen, and holds each
 * against the truth, the market and the words of the ads. It shares no code with what makes the sentences.
 */
export interface ReadMarket {
  readonly market: Market;
  readonly truth: GroundTruth;
  /** Announced share of sought ads, 0 to 1. */
  readonly prevalence: number;
}

/** What is wrong with the sentences about one ad; empty if all of them hold and none is missing. */
export function faultsOfStory(read: ReadMarket, ad: string, said: readonly string[]): string[] {
  const one = required(read.truth.ads.find((other) => other.ad === ad));
  if (one.possibleMinor)
    return said.join(' ') === CLOSED ? [] : [`more is said of the closed card ${ad} than that it is closed`];
  const left = [...said];
  const faults: string[] = [];
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const at = left.findIndex((sentence) => pattern.test(sentence));
    return at < 0 ? undefined : (pattern.exec(left.splice(at, 1)[0] as string) ?? undefined);
  };
  const expect = (what: string, pattern: RegExp, ads: readonly string[], isSaid = ads.length > 0) => {
    const found = take(pattern);
    if (!isSaid && found) faults.push(`${what} is said and does not hold`);
    if (!isSaid) return;
    if (!found) {
      faults.push(`${what} is not said`);
      return;
    }
    const named = found.groups?.['ads']?.split(', ') ?? [];
    if (named.toSorted().join() !== [...ads].sort().join()) faults.push(`${what}: ${named} instead of ${ads}`);
    const count = Number(found.groups?.['count'] ?? named.length);
    if (count !== named.length) faults.push(`${what}: counts ${count} and names ${named.length}`);
  };

  const open = read.truth.ads.filter(({ possibleMinor, copied }) => !possibleMinor && !copied);
  const others = open.filter((other) => other.ad !== ad);
  const ids = (ads: readonly AdTruth[]) => ads.map((other) => other.ad);
  const { post, actor } = one;

  const isCopy = one.copied === true;
  const copy = take(/^This page is a copy of (?:ad (?<ad>\S+)|another ad)\. A mirror site/);
  if (isCopy !== (copy !== undefined)) faults.push(isCopy ? 'a copy is not called one' : 'an ad is called a copy');
  if (copy && (copy.groups?.['ad'] ?? post?.copyOf) !== post?.copyOf) faults.push('a copy of another ad');

  const type = required(read.truth.actors.find(({ id }) => id === actor)).type;
  const ofActor = others.filter((other) => other.actor === actor && other.ad !== post?.copyOf);
  const who = required(WHO[whoOf(type, post, ofActor.length)]);
  if (!take(who)) faults.push(`who is behind it is not said as for ${type}`);

  const byWriter = isCopy || !post ? undefined : others.filter((other) => other.post?.author === post.author);
  if (byWriter && post) {
    expect(
      'that the writer has no other ad',
      /^The writer of this ad has no other ad here\.$/,
      [],
      byWriter.length === 0,
    );
    expect(
      'the ads of the writer',
      /^The writer of this ad has (?<count>\d+) other ads? here: (?<ads>.+)\.$/,
      ids(byWriter),
    );
    const again = byWriter.filter((other) => other.post?.master === post.master);
    expect('ads with the text', /^(?<count>\d+) of them (?:has|have) the same text;.*: (?<ads>.+)\.$/, ids(again));
    const forOthers = byWriter.filter((other) => other.actor !== actor);
    expect(
      'ads for others',
      /^(?<count>\d+) of them belongs? to (?:an)?other advertisers?: (?<ads>[^.]+)\. /,
      ids(forOthers),
    );
    // Nobody else has the text: what is said of one writer is said of all who use it.
    for (const other of others)
      if (other.post?.master === post.master && !again.includes(other))
        faults.push(`${other.ad} has this text by another writer`);
    for (const other of again)
      if (!haveOneText(adOf(read, ad), adOf(read, other.ad))) faults.push(`the texts of ${ad} and ${other.ad} differ`);
  }
  const rest = ofActor.filter((other) => !byWriter?.includes(other));
  expect('more ads of the actor', /^Other ads of .* here: (?<count>\d+) \((?<ads>.+)\)\./, ids(rest));
  const copies = read.truth.ads.filter((other) => other.post?.copyOf === ad && !other.possibleMinor);
  expect(
    'its copies',
    /^Copies of this ad that a mirror site made by itself: (?<count>\d+) \((?<ads>.+)\)\.$/,
    ids(copies),
  );

  for (const sentence of left) faults.push(`said without ground: ${sentence}`);
  return [...faults, ...againstItsWords(read, ad, said)];
}

const CLOSED = 'This card is closed. Nothing is said of what the page held or of who is behind it.';

/** What is said of who is behind an ad, by what is true. */
const WHO: Readonly<Record<string, RegExp>> = {
  alone: /^Nobody controls the advertiser behind this ad \(a fact/,
  together: /^The advertiser behind this ad knows other advertisers, and nobody controls any of them/,
  agency: /^A business runs this ad, .*Nobody is controlled behind it/,
  controlled: /^Somebody who controls other people runs this ad/,
  scammer: /^Somebody who takes money in advance .*It is fraud, and nobody is controlled/,
  bot: /^A program posted this ad/,
  employer: /^An employer, or an agency for work, posted this ad and deceives nobody/,
  recruiter: /^A recruiter who deceives people posted this ad \(a fact of the simulation\)\.$/,
  unoffered: /^A recruiter who deceives people posted this ad .*The ad itself offers no work\.$/,
  resident: /^A neighbour posted this ad\./,
  charity: /^A charity, a union or an authority posted this ad/,
};

function whoOf(type: string, post: AdTruth['post'], others: number): string {
  if (type === 'recruiter') return post && post.purpose !== 'offer' ? 'unoffered' : type;
  if (type === 'independent') return 'alone';
  return type === 'duo' || type === 'collective' ? (others > 0 ? 'together' : 'alone') : type;
}

/** Words of an ad, by what a sentence would claim against them. */
const AGAINST: readonly (readonly [claim: RegExp, words: RegExp, unless?: RegExp])[] = [
  // Whoever lets several people speak in an ad is not one person alone, and whoever is alone shares with nobody.
  [/sells alone|one person alone|nobody else stands/i, /\b(?:we|our|us|the house|manager)\b/i],
  [/say so in their ads/i, /./],
  [/keeps what they earn|shares? costs/i, /./],
  // A program, a business or a controller can say of itself what it likes.
  [
    /A program posted|A business runs|controls other people/,
    /\b(?:real person|alone|no boss)\b/i,
    /whatever the ad says of itself/,
  ],
];

function againstItsWords(read: ReadMarket, ad: string, said: readonly string[]): string[] {
  const text = wordsOf(adOf(read, ad));
  const all = said.join(' ');
  const faults = AGAINST.flatMap(([claim, words, unless]) =>
    claim.test(all) && words.test(text) && !unless?.test(all) ? [`the ad says otherwise: ${claim}`] : [],
  );
  const fields = adOf(read, ad).versions.at(-1)?.fields as Readonly<Record<string, string>> | undefined;
  if (/offers no work/.test(all) && fields?.['pay'] !== undefined) faults.push('the ad offers work with its pay');
  const hidden = read.truth.ads.filter(({ possibleMinor }) => possibleMinor).map((one) => one.ad);
  for (const closed of hidden)
    if (new RegExp(`\\b${closed}\\b`).test(all)) faults.push(`the closed card ${closed} is named`);
  return faults;
}

/** What single signs and the page are said to be worth. */
export interface SaidOfWorth {
  readonly ad: string;
  readonly page: readonly string[];
  /** By indicator: the word for its strength, and the sentence with the number. */
  readonly signs: readonly { readonly indicator: string; readonly word: string; readonly sentence: string }[];
  /** Names of indicators, as the page lists them. */
  readonly names: Readonly<Record<string, string>>;
}

const BORDERS = { weak: [1, 2], moderate: [2, 5], strong: [5, Number.POSITIVE_INFINITY] } as const;

/** What is wrong with what is said of the worth of an ad's page and signs. */
export function faultsOfWorth(read: ReadMarket, { ad, page, signs, names }: SaidOfWorth): string[] {
  const { truth, prevalence } = read;
  const faults: string[] = [];
  const one = required(truth.ads.find((other) => other.ad === ad));
  const onPage = one.labels.filter(({ at }) => !at.startsWith('r:'));
  const shown = new Set(onPage.flatMap(({ kind, indicator }) => (kind === 'sign' ? [indicator] : [])));
  const hasSign = shown.size > 0;
  const ratio = hasSign ? one.pageRatio : Math.min(1, one.pageRatio);
  const all = page.join(' ');

  const times = timesIn(page.find((sentence) => sentence.startsWith('All that the page shows')) ?? '');
  const isUnsigned = /^The page shows no sign/.test(all);
  if (isUnsigned && (hasSign || ratio !== 1)) faults.push('the page is said to show no sign and to tell nothing');
  if (!isUnsigned && !agrees(times, ratio)) faults.push(`the page is worth ${ratio}, and it says: ${all}`);
  const [, before] = /Of 100 ads in markets like this one ([\d.]+) are/.exec(all) ?? [];
  const [, bound, after] = /Of 100 ads with such a page it is (more than |fewer than )?([\d.]+)\./.exec(all) ?? [];
  if (Math.abs(Number(before) - prevalence * 100) > 0.5)
    faults.push(`base rate ${before} instead of ${prevalence * 100}`);
  const odds = (ratio * prevalence) / (1 - prevalence);
  const exact = (100 * odds) / (1 + odds);
  const isAfter =
    bound === 'more than '
      ? after === '99' && exact > 99
      : bound === 'fewer than '
        ? after === '1' && exact < 1
        : Math.abs(Number(after) - exact) <= 0.5 && after !== '0' && after !== '100';
  if (!isUnsigned && !isAfter) faults.push(`${bound ?? ''}${after} in 100 instead of ${exact}`);
  if (/less than twice|hardly|much|a little/.test(all)) faults.push(`a loose word: ${all}`);

  const isSought = ['controlled', 'deceptive'].includes(one.control);
  const isRare = !isUnsigned && isSought && (bound === 'fewer than ' || Number(after) < Number(before));
  if (page.includes('This ad is one of them.') !== isRare) faults.push('whether the ad is one of the few is wrong');
  faults.push(...wrongSigns(all, isSought ? new Set() : shown, truth.weights, names), ...wrongTies(read, ad, all));

  for (const { indicator, word, sentence } of signs) {
    const measured = truth.weights[indicator];
    if (measured === undefined) {
      faults.push(`${indicator} is weighed and was not measured`);
      continue;
    }
    if (!agrees(timesIn(sentence), measured)) faults.push(`${indicator} is worth ${measured}: ${sentence}`);
    const said = timesIn(sentence)?.n ?? 1;
    const [from, to] = BORDERS[word as keyof typeof BORDERS] ?? [0, 0];
    const whole = Math.max(measured, 1 / measured);
    if (said < from || said >= to || whole < from || whole >= to)
      faults.push(`${indicator} is called ${word} beside ${said} times (${measured})`);
  }
  return faults;
}

/** What is wrong with the list of signs on the page of an ad that is not sought. */
function wrongSigns(
  all: string,
  shown: ReadonlySet<string>,
  weights: Readonly<Record<string, number>>,
  names: Readonly<Record<string, string>>,
): string[] {
  const measured = [...shown].filter((id) => weights[id] !== undefined);
  const [, , list = ''] =
    /The page shows (this sign|these signs), although [^:]+: (.+?\))\. (?:Each|It) can have/.exec(all) ?? [];
  const told = list === '' ? [] : list.split('; ');
  const faults: string[] = [];
  if (told.length !== measured.length) faults.push(`${told.length} signs are listed, and the page shows ${measured}`);
  for (const id of measured) {
    const name = required(names[id]);
    const said = told.find((one) => one.startsWith(`${name} (`))?.slice(name.length);
    const n = Number(/([\d.,]+) times/.exec(said ?? '')?.[1]?.replaceAll(',', ''));
    const isMore = /among what is sought/.test(said ?? '');
    if (said === undefined) faults.push(`${id} is not among the signs of the page`);
    else if (!agrees(Number.isNaN(n) ? undefined : { n, isMore }, weights[id] as number))
      faults.push(`${id} is worth ${weights[id]}: ${said}`);
  }
  return faults;
}

/** What is wrong with the pages that are said to be weighed together with that of an ad. */
function wrongTies({ market, truth }: ReadMarket, ad: string, all: string): string[] {
  const [, list] = /The page is weighed together with [^:]+: ([^.]+)\./.exec(all) ?? [];
  const said = list?.split(', ') ?? [];
  // All ads begin alone; whoever shares a label joins the group with the lower number, until nothing changes.
  const open = truth.ads.filter(({ possibleMinor }) => !possibleMinor);
  const group = new Map(open.map((one, n) => [one.ad, n]));
  const pairs = open.flatMap(({ ad: one, labels }) =>
    labels.flatMap(({ at, peers }) =>
      at.startsWith('r:') ? [] : peers.filter((peer) => group.has(peer)).map((peer) => [one, peer] as const),
    ),
  );
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const pair of pairs) {
      const least = Math.min(...pair.map((one) => group.get(one) as number));
      for (const one of pair) hasChanged ||= group.get(one) !== least;
      for (const one of pair) group.set(one, least);
    }
  }
  const tied = open.filter((one) => one.ad !== ad && group.get(one.ad) === group.get(ad)).map((one) => one.ad);
  const faults = said.toSorted().join() === tied.toSorted().join() ? [] : [`weighed with ${tied}, and it says ${said}`];
  for (const other of said)
    if (![ad, ...said].some((one) => one !== other && doShare(market, one, other)))
      faults.push(`${other} shares nothing visible with the pages that are weighed with it`);
  return faults;
}

const SHARED_FIELDS = ['phone', 'picture', 'room', 'account', 'payment'] as const;

/** True if two ads have a number in one field in common, such as that of a room or of a mark in a picture, or one text. */
function doShare(market: Market, a: string, b: string): boolean {
  const [first, second] = [a, b].map((id) => required(market.ads.find((ad) => ad.id === id))) as [Ad, Ad];
  const numbersOf = (ad: Ad, field: string): readonly string[] => {
    const value = (ad.versions.at(-1)?.fields as Readonly<Record<string, string>> | undefined)?.[field] ?? '';
    return (field === 'phone' ? value.replaceAll(/\D/g, '') : value).match(/\d{4,}/g) ?? [];
  };
  return (
    SHARED_FIELDS.some((field) => numbersOf(first, field).some((one) => numbersOf(second, field).includes(one))) ||
    haveOneText(first, second)
  );
}

/** The number of times in a sentence, and the side on which something is more common. */
interface Times {
  readonly n: number;
  readonly isMore: boolean;
  /** True for "more than" so many. */
  readonly isLeast?: boolean;
}

function timesIn(sentence: string): Times | undefined {
  const [, least, n] = /(more than )?([\d.,]+) times as common/.exec(sentence) ?? [];
  if (n === undefined) return undefined;
  return {
    n: Number(n.replaceAll(',', '')),
    isMore: !/times as common among other ads/.test(sentence),
    isLeast: least !== undefined,
  };
}

function agrees(times: Times | undefined, ratio: number): boolean {
  const exact = Math.max(ratio, 1 / ratio);
  if (!times) return exact < 1.15;
  if (times.isMore !== ratio > 1) return false;
  if (times.isLeast) return times.n === 1000 && exact > 1000;
  return exact <= 1050 && Math.abs(times.n - exact) <= Math.max(0.05, exact * 0.05);
}

const adOf = ({ market }: ReadMarket, id: string): Ad => required(market.ads.find((ad) => ad.id === id));
const wordsOf = (ad: Ad) => [ad.title, ...(ad.versions.at(-1)?.sentences ?? [])].join(' ');

/** Least share of the words of the shorter text that stand in the other, where both are said to be one text. */
const MIN_COMMON = 0.3;
/** So few words are a line or two. */
const SHORT = 12;

/** True if two ads have mostly the same words. Names, prices and numbers may differ. */
function haveOneText(a: Ad, b: Ad): boolean {
  const [first, second] = [a, b].map(
    (ad) =>
      new Set(
        wordsOf(ad)
          .toLowerCase()
          .match(/\p{L}+/gu),
      ),
  );
  const common = [...(first as Set<string>)].filter((word) => second?.has(word)).length;
  const least = Math.min(first?.size ?? 0, second?.size ?? 0);
  // Of a line of some words, names are the larger part.
  if (least < SHORT) return common > 0 || least === 0;
  return common >= MIN_COMMON * least;
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The truth or the market lacks what a sentence is about.');
  return value;
}
