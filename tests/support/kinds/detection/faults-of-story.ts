import type { AdTruth } from '#market/ads/model/ground-truth.ts';
import { adOf, haveOneText, type ReadMarket, required, wordsOf } from './read-market.ts';

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
    const forOthers = byWriter.filter((other) => other.actor !== actor);
    if (byWriter.length === 1) {
      if ((take(/^It has the same text;/) !== undefined) !== (again.length === 1))
        faults.push('the text of its one ad');
      if ((take(/^It belongs to another advertiser\. /) !== undefined) !== (forOthers.length === 1))
        faults.push('whose its one ad is');
    } else {
      expect('ads with the text', /^(?<count>\d+) of them (?:has|have) the same text;.*: (?<ads>.+)\.$/, ids(again));
      expect(
        'ads for others',
        /^(?<count>\d+) of them belongs? to (?:an)?other advertisers?: (?<ads>[^.]+)\. /,
        ids(forOthers),
      );
    }
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
