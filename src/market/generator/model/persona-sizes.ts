import { type Rng, UINT32_RANGE } from '#kernel/model/rng.ts';

/** Maximum ads of one persona, where the district has room for them. */
const MOST_ADS = 20;

/**
 * Of a thousand personas, how many post so many ads: most one to three, some four to eight, and a few vendors ten to
 * twenty. Training values: no study prints the distribution, only that a text is posted again and that a few phones
 * stand in very many ads.
 */
const OF_A_THOUSAND: Readonly<Record<number, number>> = {
  1: 680,
  2: 170,
  3: 72,
  4: 24,
  5: 14,
  6: 10,
  7: 8,
  8: 6,
  ...Object.fromEntries([10, 11, 12, 13, 14].map((ads) => [ads, 2])),
  ...Object.fromEntries([15, 16, 17, 18, 19, 20].map((ads) => [ads, 1])),
};

/**
 * The most ads of a persona in a district: half of the ads of its networks, so that a network keeps two personas and the
 * number of ads of an account is as likely for a network as for anybody else.
 *
 * @param controlled Ads of networks, or in a district without them, those that a reader has to expect.
 */
export const mostAdsOf = (controlled: number): number => Math.max(1, Math.min(MOST_ADS, Math.floor(controlled / 2)));

/** Sizes up to a maximum: the chance of each, and for each sum the chance that some first personas make it. */
interface Sizes {
  readonly chance: readonly number[];
  readonly reached: number[];
}

const known = new Map<number, Sizes>();

function sizesUpTo(most: number): Sizes {
  const before = known.get(most);
  if (before) return before;
  const counts = Array.from({ length: most + 1 }, (_, ads) => OF_A_THOUSAND[ads] ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const sizes = { chance: counts.map((count) => count / all), reached: [1] };
  known.set(most, sizes);
  return sizes;
}

/** The chance that personas drawn one after another have exactly `total` ads at some point. */
function reach({ chance, reached }: Sizes, total: number): number {
  for (let ads = reached.length; ads <= total; ads++) {
    let sum = 0;
    for (let last = 1; last < chance.length && last <= ads; last++)
      sum += (chance[last] as number) * (reached[ads - last] as number);
    reached.push(sum);
  }
  return reached[total] as number;
}

/**
 * Ads of each persona, drawn from the one distribution under the condition that all have `total` ads together. A list that
 * was cut at the total would have its last persona too small, and a network is often a short list.
 */
export function personaSizes(total: number, most: number, rng: Rng): number[] {
  const sizes = sizesUpTo(most);
  const found: number[] = [];
  for (let left = total; left > 0; ) {
    let draw = (rng.next() / UINT32_RANGE) * reach(sizes, left);
    let size = 0;
    for (let ads = 1; ads <= most && ads <= left; ads++) {
      const weight = (sizes.chance[ads] as number) * reach(sizes, left - ads);
      if (weight === 0) continue;
      size = ads;
      draw -= weight;
      if (draw < 0) break;
    }
    found.push(size);
    left -= size;
  }
  return found;
}
