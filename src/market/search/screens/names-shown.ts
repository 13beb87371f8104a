import type { Ad } from '#market/ads/model/market.ts';

/** The working name that an ad shows in its title, of those that the market knows; undefined where it shows none. */
export function nameShown(ad: Ad, names: ReadonlySet<string>): string | undefined {
  return ad.title.match(/\p{L}+/gu)?.find((word) => names.has(word));
}

/** A name, and how many of the ads show it. */
export interface NameCount {
  readonly name: string;
  readonly count: number;
}

/** Names that these ads show, most frequent first, of equal ones in the order of the ads. */
export function namesShown(ads: readonly Ad[], names: ReadonlySet<string>): NameCount[] {
  const counts = new Map<string, number>();
  for (const ad of ads) {
    const name = nameShown(ad, names);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
