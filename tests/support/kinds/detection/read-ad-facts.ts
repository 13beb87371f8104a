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
    expect(
      'ads with the text',
      /^(?<count>\d+) of them (?:is|are) made from the text of this ad.*: (?<ads>.+)\.$/,
      ids(again),
    );
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
  expect('more ads of the actor', /^Other ads of .* here: (?<count>\d+) \((?<ads>.+)\)\.$/, ids(rest));
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
  scammer: /^Somebody who collects deposits .*It is fraud, and nobody is controlled/,
  bot: /^A program posted this ad/,
  employer: /^A lawful employer, or a lawful agency for work, posted this ad\. It deceives nobody/,
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
}

const BORDERS = { weak: [1, 2], moderate: [2, 5], strong: [5, Number.POSITIVE_INFINITY] } as const;

/** What is wrong with what is said of the worth of an ad's page and signs. */
export function faultsOfWorth({ truth, prevalence }: ReadMarket, { ad, page, signs }: SaidOfWorth): string[] {
  const faults: string[] = [];
  const one = required(truth.ads.find((other) => other.ad === ad));
  const onPage = one.labels.filter(({ at }) => !at.startsWith('r:'));
  const hasSign = onPage.some(({ kind }) => kind === 'sign');
  const ratio = hasSign ? one.pageRatio : Math.min(1, one.pageRatio);
  const all = page.join(' ');

  const times = timesIn(all);
  const isUnsigned = /^The page shows no sign/.test(all);
  if (isUnsigned && (hasSign || ratio !== 1)) faults.push('the page is said to show no sign and to tell nothing');
  if (!isUnsigned && !agrees(times, ratio)) faults.push(`the page is worth ${ratio}, and it says: ${all}`);
  const [, before] = /Of 100 ads in markets like this one ([\d.]+) are/.exec(all) ?? [];
  const [, after] = /Of 100 ads with such a page it is ([\d.]+)\./.exec(all) ?? [];
  if (Math.abs(Number(before) - prevalence * 100) > 0.5)
    faults.push(`base rate ${before} instead of ${prevalence * 100}`);
  const odds = (ratio * prevalence) / (1 - prevalence);
  if (!isUnsigned && Math.abs(Number(after) - (100 * odds) / (1 + odds)) > 0.5)
    faults.push(`${after} in 100 instead of ${(100 * odds) / (1 + odds)}`);
  if (/less than twice|hardly|much|a little/.test(all)) faults.push(`a loose word: ${all}`);

  for (const { indicator, word, sentence } of signs) {
    const measured = truth.weights[indicator];
    if (measured === undefined) {
      faults.push(`${indicator} is weighed and was not measured`);
      continue;
    }
    if (!agrees(timesIn(sentence), measured)) faults.push(`${indicator} is worth ${measured}: ${sentence}`);
    const shown = timesIn(sentence)?.n ?? 1;
    const [from, to] = BORDERS[word as keyof typeof BORDERS] ?? [0, 0];
    const exact = Math.max(measured, 1 / measured);
    if (shown < from || shown >= to || exact < from || exact >= to)
      faults.push(`${indicator} is called ${word} beside ${shown} times (${measured})`);
  }
  return faults;
}

/** The number of times in a sentence, and the side on which something is more common. */
function timesIn(sentence: string): { readonly n: number; readonly isMore: boolean } | undefined {
  const [, n] = /([\d.,]+) times as common/.exec(sentence) ?? [];
  if (n === undefined) return undefined;
  return { n: Number(n.replaceAll(',', '')), isMore: !/times as common among other ads/.test(sentence) };
}

function agrees(times: ReturnType<typeof timesIn>, ratio: number): boolean {
  const exact = Math.max(ratio, 1 / ratio);
  if (!times) return exact < 1.15;
  return times.isMore === ratio > 1 && Math.abs(times.n - exact) <= Math.max(0.05, exact * 0.05);
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
