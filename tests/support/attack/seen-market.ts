import { CONTROL_OF, isSought } from '#market/ads/model/actor-types.ts';
import { FAMILIES } from '#market/ads/model/families.ts';
import type { Ad } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { type DrawnMarket, familyAt, type MarketOrder, typeAt } from '#market/generator/model/drawn-market.ts';
import { type Reach, readMarketIdeally } from '#market/generator/model/ideal-reader.ts';
import { adWithRecords } from '#market/generator/model/records-at.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { anOrder } from '../builders/a-market.ts';
import { LIBRARY } from '../builders/the-library.ts';
import { GENRES } from '../market/posts/genres.ts';

/** A market as an attacker sees it, and apart from it what a test knows of its open ads. */
export interface SeenMarket {
  readonly drawn: DrawnMarket;
  /** The public documents in the order of the list, with records where these were asked for. */
  readonly ads: readonly Ad[];
  /** Indexes of the open ads in the list; the lists below are as long. */
  readonly open: readonly number[];
  readonly sought: readonly boolean[];
  /** The actor of each ad, unique over all markets. */
  readonly actors: readonly string[];
}

/** Changes the public documents of a market as a generator would that gave something away. */
export type Leak = (ads: readonly Ad[], drawn: DrawnMarket) => readonly Ad[];

/** An order for a market of a profile, by default of field size with a fifth of its ads sought. */
export function fieldOrder(profile: MarketProfileId, seed: string, order: Partial<MarketOrder> = {}): MarketOrder {
  const found = LIBRARY.profiles.get(profile) as MarketProfile;
  return anOrder({ profile: found, size: 'field', prevalence: 'PRACTICE', seed, ...order });
}

/** Draws a market, and keeps apart what is public. */
export function seeMarket(order: MarketOrder, reach: Reach = 'pages'): SeenMarket {
  const drawn = drawMarket(order);
  const ads = Array.from({ length: drawn.size }, (_, at) =>
    reach === 'records' ? adWithRecords(drawn, at) : drawn.ad(at),
  );
  const open = ads.flatMap(({ withheld }, at) => (withheld ? [] : [at]));
  return {
    drawn,
    ads,
    open,
    sought: open.map((at) => soughtAt(drawn, at)),
    actors: open.map((at) => `${order.seed} ${drawn.columns.actor[at]}`),
  };
}

/** The market as it would be seen if its generator gave something away. */
export const leaking = (seen: SeenMarket, leak: Leak): SeenMarket => ({ ...seen, ads: leak(seen.ads, seen.drawn) });

/** True if the ad at an index has to be found. */
export const soughtAt = ({ columns }: DrawnMarket, at: number) => isSought(CONTROL_OF[typeAt(columns, at)]);

/** How likely an ideal reader within that reach takes each open ad to be sought. */
export function readIdeally({ drawn, open }: SeenMarket, reach: Reach): number[] {
  const posteriors = readMarketIdeally(drawn, reach);
  return open.map((at) => posteriors[at] as number);
}

/** Words of lines that some sign forbids beside it, by family; and the facts that signs forbid, as they are written. */
const FORBIDDEN = Object.fromEntries(
  Object.entries(GENRES.families).map(([family, { beside }]) => [
    family,
    Object.values(beside).flatMap(({ words = [] }) => words),
  ]),
);
const FORBIDDEN_FACTS = /\b(?:april|may|june|july|august|september|october)\b|999|sim-\d/i;

/**
 * Lines without what fields show, such as pay that is too good, and without those that a sign can forbid: who says that the
 * contract is sent first does not ask for a start without one, and nobody names the employer who leaves the field empty.
 */
function withoutFacts(lines: readonly string[], family: string, employer = '-'): string | undefined {
  const forbidden = [employer.toLowerCase(), ...(FORBIDDEN[family] ?? [])];
  const left = lines.filter((line) => {
    const words = line.toLowerCase();
    return !FORBIDDEN_FACTS.test(line) && !forbidden.some((word) => words.includes(word));
  });
  return left.length > 0 ? left.join('\n').replaceAll(/\d+/g, '0') : undefined;
}

const THIRD_PERSON = FAMILIES.services.said.findIndex(({ id }) => id === 'third-person-voice');

/**
 * The sentences of each open ad that carry no label of a sign, a cue or a trap. Undefined for an ad whose whole text is
 * a sign (a template, a text in the third person), and for an ad of which nothing is left.
 */
export function unlabelledTexts({ drawn, ads, open }: SeenMarket): (string | undefined)[] {
  const { columns } = drawn;
  return open.map((at) => {
    const isTemplate = (columns.groups.template[at] as number) > 0;
    const isOfOthers =
      familyAt(columns, at) === 'services' && (((columns.said[at] as number) >>> THIRD_PERSON) & 1) === 1;
    if (isTemplate || isOfOthers) return undefined;
    // A post that offers nothing is another kind of post, and the ideal reader knows kinds.
    if (drawn.story(at).purpose !== 'offer') return undefined;
    const labelled = new Set(drawn.said(at).map((label) => label.at));
    const version = ads[at]?.versions.at(-1);
    const left = version?.sentences.filter((_, n) => !labelled.has(`s${n + 1}`)) ?? [];
    if (left.length === 0) return undefined;
    return withoutFacts(left, familyAt(columns, at), version?.fields.employer);
  });
}
