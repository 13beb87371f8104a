import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
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

/** The ad with an id. */
export const adOf = ({ market }: ReadMarket, id: string): Ad => required(market.ads.find((ad) => ad.id === id));
/** Title and last text of an ad. */
export const wordsOf = (ad: Ad) => [ad.title, ...(ad.versions.at(-1)?.sentences ?? [])].join(' ');

/** Least share of the words of the shorter text that stand in the other, where both are said to be one text. */
const MIN_COMMON = 0.3;
/** So few words are a line or two. */
const SHORT = 12;
/** Of so few words nothing is left where hours and the name differ. */
const NEXT_TO_NOTHING = 5;

/** True if two ads have mostly the same words. Names, prices and numbers may differ. */
export function haveOneText(a: Ad, b: Ad): boolean {
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
  if (least < SHORT) return common > 0 || least < NEXT_TO_NOTHING;
  return common >= MIN_COMMON * least;
}

/** The value; what is missing is a fault of the market, not of a sentence. */
export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The truth or the market lacks what a sentence is about.');
  return value;
}
