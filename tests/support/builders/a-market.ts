import type { AdTruth, GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Ad, AdVersion, Market } from '#market/ads/model/market.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { LIBRARY, PROFILE } from './the-library.ts';

/** The moment at which every market of a test is looked at. */
export const NOW = '2031-03-12T09:00:00Z';

/** An order for a market of the shipped words and profile. */
export function anOrder(order: Partial<MarketOrder> = {}): MarketOrder {
  const { lexicon, posts, catalogue, planting, weights } = LIBRARY;
  const words = { lexicon, posts, catalogue, planting, weights };
  return { ...words, profile: PROFILE, size: 'mini', prevalence: 'PRACTICE', seed: '42', until: NOW, ...order };
}

/** A market of the shipped generator, words and profile. */
export function aMarket(
  order: Partial<MarketOrder> = {},
  more: { readonly records?: boolean } = {},
): { market: Market; truth: GroundTruth } {
  return generateMarket(anOrder(order), more);
}

/** So many seeds of one family: always the same ones. */
export const seeds = (family: string, count: number) => Array.from({ length: count }, (_, n) => `${family}-${n}`);

/** The current version of an ad that is not withheld, at the end of the market. */
export function standing(ad: Ad): AdVersion {
  const version = ad.versions.at(-1);
  if (!version) throw new Error(`Ad ${ad.id} is withheld.`);
  return version;
}

/** Every ad that is not withheld, with its current version and its truth. */
export function openAds({ market, truth }: { market: Market; truth: GroundTruth }) {
  const truths = new Map(truth.ads.map((entry) => [entry.ad, entry]));
  const typeOf = new Map(truth.actors.map((actor) => [actor.id, actor.type]));
  return market.ads
    .filter((ad) => !ad.withheld)
    .map((ad) => {
      const entry = truths.get(ad.id) as AdTruth;
      return { ad, shown: standing(ad), truth: entry, type: typeOf.get(entry.actor) };
    });
}
