import type { ActorType } from '#market/ads/model/actor-types.ts';
import { FAMILIES } from '#market/ads/model/families.ts';
import { type DrawnMarket, familyAt, typeAt } from './drawn-market.ts';

/** Number of ads of one actor type, and how many of them show each indicator. */
export interface SignCount {
  ads: number;
  readonly shown: Map<string, number>;
}
export type SignCounts = Map<ActorType, SignCount>;

/** Adds the ads of a market to the counts, by actor type; closed cards are left out. */
export function countSigns(drawn: DrawnMarket, counts: SignCounts = new Map()): SignCounts {
  const { columns, count: held } = drawn;
  for (let at = 0; at < held; at++) {
    if (columns.withheld[at] !== 0) continue;
    const type = typeAt(columns, at);
    const count = counts.get(type) ?? { ads: 0, shown: new Map() };
    counts.set(type, count);
    count.ads += 1;
    for (const id of indicatorsAt(drawn, at)) count.shown.set(id, (count.shown.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Ids of everything the ad at an index shows, without duplicates, wherever it shows. */
export function indicatorsAt({ columns }: Pick<DrawnMarket, 'columns'>, at: number): Set<string> {
  const { said, shown } = FAMILIES[familyAt(columns, at)];
  const found = new Set<string>();
  said.forEach(({ id }, bit) => {
    if ((((columns.said[at] as number) >>> bit) & 1) === 1) found.add(id);
  });
  shown.forEach(({ id }, bit) => {
    if ((((columns.shown[at] as number) >>> bit) & 1) === 1) found.add(id);
  });
  return found;
}
