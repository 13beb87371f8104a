import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import { CONTROL_OF } from '#market/ads/model/actor-types.ts';
import type { Family } from '#market/ads/model/families.ts';
import type { Actor, GroundTruth, Promises } from '#market/ads/model/ground-truth.ts';
import { GENERATOR_VERSION, type Market, type SiteWords } from '#market/ads/model/market.ts';
import type { Lexicon } from '#market/ads/model/schemas.ts';
import { adId } from './ad-ids.ts';
import { announcedShare } from './announced-share.ts';
import { drawMarket } from './draw-market.ts';
import { type DrawnMarket, type MarketOrder, toneAt, typeAt } from './drawn-market.ts';
import { type LinkGroup, linkEdges, linkGroups } from './link-edges.ts';
import { adWithRecords } from './records-at.ts';
import { actorId, ratiosOf, sharersIn, truthAt } from './truth-at.ts';

/**
 * A synthetic market and, separately, its truth, as two documents. The same order and generator version give the same
 * bytes on Node and in every browser. With `records`, each ad has what a lawful request would bring. Throws
 * `MarketTooSmallError` if the prevalence leaves no room for a network.
 */
export function generateMarket(
  order: MarketOrder,
  { records = false }: { readonly records?: boolean } = {},
): { market: Market; truth: GroundTruth } {
  const drawn = drawMarket(order);
  const places = Array.from({ length: drawn.count }, (_, at) => at);
  const sharers = sharersIn(drawn, places);
  const ads = places.map((at) => (records ? adWithRecords(drawn, at) : drawn.ad(at)));
  const placeOf = new Map(ads.map(({ id }, at) => [id, at]));
  const groups = linkGroups(drawn, sharers, places);
  const edges = linkEdges(drawn, groups, (ad) => placeOf.get(ad) ?? -1);
  const actors = actorsOf(
    drawn,
    places,
    ads.map(({ id }) => id),
  );
  return {
    market: { ...marketHeader(drawn), ads },
    truth: {
      ...truthHeader(drawn),
      promises: promisesOf(drawn, groups),
      actors,
      ads: places.map((at) => truthAt(drawn, at, sharers)),
      edges,
    },
  };
}

/** The site words of a lexicon; they name their language unless it is the first one. */
function siteWords({ locale, site, offers }: Lexicon, family: Family): SiteWords {
  const words = family === 'services' ? site : { ...site, fields: { ...site.fields, ...offers } };
  return locale === FIRST_LANGUAGE ? words : { ...words, lang: locale };
}

/** The public document of a market without its ads. A market for assessment is not open. */
export function marketHeader(drawn: DrawnMarket): Omit<Market, 'ads'> {
  const { order, marketId, sites, from } = drawn;
  return {
    schema: 'market/1',
    synthetic: true,
    marketId,
    notice: order.lexicon.site.mark,
    profile: order.profile.id,
    prevalence: order.prevalence,
    ...(order.prevalence !== 'CALIBRATION' && { announced: announcedShare(order) }),
    generatorVersion: GENERATOR_VERSION,
    open: order.secret === undefined,
    sites: sites.map(({ id, name, host, section, face, type, mirrorOf }) => ({
      id,
      name,
      host,
      section,
      face,
      type,
      ...(mirrorOf !== undefined && { mirrorOf }),
    })),
    words: siteWords(order.lexicon, order.profile.family),
    from,
    until: order.until,
  };
}

/** The secret document of a market without the truth about single ads. */
export function truthHeader(drawn: DrawnMarket): Omit<GroundTruth, 'ads' | 'actors' | 'edges' | 'promises'> {
  const { order, marketId } = drawn;
  return {
    schema: 'ground-truth/3',
    synthetic: true,
    marketId,
    seed: order.seed,
    generatorVersion: GENERATOR_VERSION,
    generatedFor: order.until,
    prevalence: announcedShare(order) / 100,
    weights: Object.fromEntries(ratiosOf(drawn)),
  };
}

/** The actors behind the ads at these indexes. */
export function actorsOf(drawn: DrawnMarket, places: readonly number[], ids: readonly string[]): Actor[] {
  const found = new Map<number, { readonly at: number; readonly ads: string[] }>();
  places.forEach((at, n) => {
    const actor = drawn.columns.actor[at] as number;
    const known = found.get(actor);
    if (known) known.ads.push(ids[n] as string);
    else found.set(actor, { at, ads: [ids[n] as string] });
  });
  return [...found]
    .map(([actor, { at, ads }]): Actor => {
      const type = typeAt(drawn.columns, at);
      const tone = toneAt(drawn, at);
      return { id: actorId(drawn, actor), type, control: CONTROL_OF[type], ...(tone && { tone }), ads };
    })
    .sort((a, b) => numberOf(a.id) - numberOf(b.id));
}

const numberOf = (id: string) => Number(id.slice(id.indexOf('-') + 1));

/** Derives from the links which of the structural promises the market keeps. */
export function promisesOf(drawn: DrawnMarket, groups: readonly LinkGroup[]): Promises {
  const { actor: actorAt, persona } = drawn.columns;
  const placeOf = new Map(Array.from(actorAt, (_, at) => [adId(drawn, at), at]));
  const networks = new Set<string>();
  const lawful = new Set<string>();
  for (const { actors, firstActor } of drawn.districts) {
    for (const [n, { type, tone, ads }] of actors.entries()) {
      if (tone && ads > 1) networks.add(actorId(drawn, firstActor + n));
      if (CONTROL_OF[type] === 'none' || CONTROL_OF[type] === 'thirdParty') lawful.add(actorId(drawn, firstActor + n));
    }
  }
  const kinds = new Map<string, Set<string>>();
  const pairs = new Map<string, Set<string>>();
  for (const { kind, actors, ads } of groups) {
    const personas = new Map<string, Set<number>>(actors.map((actor) => [actor, new Set()]));
    for (const ad of ads) {
      const at = placeOf.get(ad) as number;
      personas.get(actorId(drawn, actorAt[at] as number))?.add(persona[at] as number);
    }
    // An actor bridged to others by chance is still connected by that trace.
    for (const [actor, { size }] of personas)
      if (networks.has(actor) && size > 1) kinds.set(actor, (kinds.get(actor) ?? new Set()).add(kind));
    if (actors.length === 2 && actors.every((actor) => lawful.has(actor))) {
      const pair = actors.toSorted().join(' ');
      pairs.set(pair, (pairs.get(pair) ?? new Set()).add(kind));
    }
  }
  const pair = [...pairs].find(([, shared]) => shared.size > 1)?.[0].split(' ');
  const moneyOnly = drawn.districts.find((district) => district.moneyOnly >= 0)?.moneyOnly;
  return {
    networksByTwoKinds: [...networks].every((network) => (kinds.get(network)?.size ?? 0) > 1),
    moneyOnly: moneyOnly === undefined ? null : actorId(drawn, moneyOnly),
    lawfulPair: pair?.length === 2 ? (pair as [string, string]) : null,
  };
}
