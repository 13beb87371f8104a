import type { Ad, AdVersion } from '#market/ads/model/market.ts';
import type { DrawnMarket } from '#market/generator/model/drawn-market.ts';
import { type Leak, soughtAt } from './seen-market.ts';

/** Changes the version that each open ad shows, knowing its index. */
const inVersions =
  (change: (version: AdVersion, at: number, drawn: DrawnMarket) => AdVersion): Leak =>
  (ads, drawn) =>
    ads.map((ad, at) => ({ ...ad, versions: ad.versions.map((version) => change(version, at, drawn)) }));

/** Numbers of the market counted with those of networks first: the number of each ad, by its index. */
function networksFirst(drawn: DrawnMarket, column: 'actor' | 'persona'): number[] {
  const numbers = drawn.columns[column];
  const sought = new Map(Array.from(numbers, (number, at) => [number, soughtAt(drawn, at)] as const));
  const order = [...sought.keys()].sort((a, b) => Number(sought.get(b)) - Number(sought.get(a)) || a - b);
  const counted = new Map(order.map((number, n) => [number, n]));
  return Array.from(numbers, (number) => counted.get(number) as number);
}

/** Changes texts by a number of each ad. */
const inSentences = (ads: readonly Ad[], change: (sentence: string, at: number) => string): readonly Ad[] =>
  ads.map((ad, at) => ({
    ...ad,
    versions: ad.versions.map((version) => ({
      ...version,
      sentences: version.sentences.map((sentence) => change(sentence, at)),
      fields: { ...version.fields, ...(version.fields.register && { register: change(version.fields.register, at) }) },
    })),
  }));

/** A third of what networks advertise bears one of these marks, and nothing else bears any. */
const MARKS = 5;

const withoutMark = (picture: string | undefined) => picture?.split(', mark ')[0];

/** Leaks of earlier versions of the generator, each planted on the public documents of a market. */
export const LEAKS = {
  /** The company code that an ad states counts the actors, of whom networks were drawn first. */
  'codes that count actors': (ads, drawn) => {
    const counted = networksFirst(drawn, 'actor');
    return inSentences(ads, (sentence, at) =>
      sentence.replaceAll(/(?<!\$)\b(SIM-)\d+/gi, (_, before) => `${before}${1000 + (counted[at] as number)}`),
    );
  },
  /** The number of an account counts the personas, of whom those of networks were drawn first. */
  'accounts numbered by persona': (ads, drawn) => {
    const counted = networksFirst(drawn, 'persona');
    return ads.map((ad, at) => ({ ...ad, account: `a-${10_000 + (counted[at] as number)}` }));
  },
  /** Only others have two ads under one account. */
  'an account for each sought ad': (ads, drawn) =>
    ads.map((ad, at) => (soughtAt(drawn, at) ? { ...ad, account: `a-${90_000 - at * 97}` } : ad)),
  /** Ads of one actor stand next to each other in the list. */
  'ids of one actor in a row': (ads, { columns }) => {
    const sorted = [...ads.keys()].sort(
      (a, b) => mixed(columns.actor[a] as number) - mixed(columns.actor[b] as number),
    );
    const ids = ads.map(({ id }) => id);
    const renamed: Ad[] = [...ads];
    sorted.forEach((at, n) => {
      renamed[at] = { ...(ads[at] as Ad), id: ids[n] as string };
    });
    return renamed;
  },
  /** Networks open with words of their own. */
  'an opening by type': inVersions((version, at, drawn) => ({
    ...version,
    sentences: version.sentences.map((sentence, n) =>
      n > 0 ? sentence : `${soughtAt(drawn, at) ? 'Dear reader' : 'Dear visitor'}, ${sentence}`,
    ),
  })),
  /** Networks misspell one word. */
  'a slip of networks': inVersions((version, at, drawn) => ({
    ...version,
    sentences: version.sentences.map((sentence) =>
      soughtAt(drawn, at) ? sentence.replaceAll(/\b(t)he\b/gi, '$1eh') : sentence,
    ),
  })),
  /** A mark is never innocent. */
  'marks of networks alone': inVersions((version, at, drawn) => {
    const picture = withoutMark(version.fields.picture);
    if (picture === undefined) return version;
    const isMarked = soughtAt(drawn, at) && (drawn.columns.persona[at] as number) % 3 === 0;
    const mark = `, mark M-${1000 + ((drawn.columns.actor[at] as number) % MARKS)}`;
    return { ...version, fields: { ...version.fields, picture: isMarked ? picture + mark : picture } };
  }),
  /** All wallets of a network pay into one account. */
  'one account receives for a network': (ads, drawn) =>
    ads.map((ad, at) => {
      if (!ad.records || !soughtAt(drawn, at)) return ad;
      const { wallet, ledger } = ad.records;
      const to = `$sim-b${70_000 + (drawn.columns.actor[at] as number)}`;
      return {
        ...ad,
        records: { ...ad.records, ledger: ledger.map((entry) => (entry.from === wallet ? { ...entry, to } : entry)) },
      };
    }),
} as const satisfies Record<string, Leak>;
export type LeakName = keyof typeof LEAKS;

/** Actors in an order that tells nothing. */
const mixed = (actor: number) => Math.imul(actor + 1, 0x9e3779b1) >>> 0;
