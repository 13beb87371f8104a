import { isSought } from '#market/ads/model/actor-types.ts';
import type { AdTruth, GroundTruth } from '#market/ads/model/ground-truth.ts';
import { isOnThePage, type Market } from '#market/ads/model/market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { marketPosts } from '#market/posts/model/market-posts.ts';
import { catalogueOf, type RoundLibrary } from './round-library.ts';

/** A short detection round about some signs, with its truth. Practice markets are public: both may be in a page. */
export interface PracticeRound {
  readonly market: Market;
  readonly truth: GroundTruth;
  /** Share of controlled ads in the round, 0 to 1; not announced. */
  readonly prevalence: number;
  /** The requested signs that the round shows in at least `MIN_ADS_PER_SIGN` ads. */
  readonly shown: readonly string[];
}

export interface RoundOrder {
  readonly signs: readonly string[];
  readonly seed: string;
  /** Maximum number of markets to search. */
  readonly tries: number;
}

/** Minimum number of ads that show each sign, and number of ads in a round. */
const MIN_ADS_PER_SIGN = 2;
const ROUND_ADS = 12;

/**
 * Searches seeds in sequence for a practice market whose pages show each of the signs in at least two ads, and cuts a
 * round of twelve ads out of it. Where none does, the round comes from the market with the most of the signs; undefined
 * where no market shows any. Deterministic for an order.
 */
export function findRound(
  library: RoundLibrary,
  { signs, seed, tries }: RoundOrder,
  onTry?: (done: number) => void,
): PracticeRound | undefined {
  const catalogue = catalogueOf(library);
  const { profiles, lexicon, planting, weights } = library;
  const posts = marketPosts(library.genres, 'practice');
  let best: { market: Market; truth: GroundTruth; shown: readonly string[] } | undefined;
  for (let n = 0; n < tries; n++) {
    const profile = profiles[n % profiles.length];
    if (!profile) break;
    const order = {
      profile,
      lexicon,
      posts,
      catalogue,
      planting,
      weights,
      size: 'practice',
      prevalence: 'PRACTICE',
    } as const;
    const drawn = generateMarket({ ...order, seed: `${seed}-${n}`, until: '2031-03-12T09:00:00Z' });
    const shown = signs.filter((sign) => adsThatShow(drawn.truth, sign).length >= MIN_ADS_PER_SIGN);
    if (shown.length > (best?.shown.length ?? 0)) best = { ...drawn, shown };
    onTry?.(n + 1);
    if (shown.length === signs.length) break;
  }
  return best && cutRound(best.market, best.truth, best.shown);
}

/** Ads whose page shows the sign. Withheld cards show nothing. */
const adsThatShow = ({ ads }: Pick<GroundTruth, 'ads'>, sign: string) =>
  ads.filter(({ possibleMinor, labels }) => !possibleMinor && labels.some((label) => isShown(label, sign)));

const isShown = ({ indicator, at }: AdTruth['labels'][number], sign: string) => indicator === sign && isOnThePage(at);

function cutRound(market: Market, truth: GroundTruth, shown: readonly string[]): PracticeRound {
  const chosen = new Set(shown.flatMap((sign) => adsThatShow(truth, sign).slice(0, MIN_ADS_PER_SIGN)));
  for (const ad of truth.ads) {
    if (chosen.size >= ROUND_ADS) break;
    if (!ad.possibleMinor) chosen.add(ad);
  }
  const ids = new Set([...chosen].map(({ ad }) => ad));
  const ads = truth.ads.filter(({ ad }) => ids.has(ad));
  const { announced: _, ...unannounced } = market;
  return {
    // With so few ads the share fits no prevalence class, so none is announced.
    market: { ...unannounced, prevalence: 'CALIBRATION', ads: market.ads.filter(({ id }) => ids.has(id)) },
    truth: { ...truth, ads },
    prevalence: ads.filter(({ control }) => isSought(control)).length / ads.length,
    shown,
  };
}
