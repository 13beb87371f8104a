import { drawMarket } from '#market/generator/model/draw-market.ts';
import type { DrawnMarket } from '#market/generator/model/drawn-market.ts';
import { FLAG } from '#market/generator/model/market-columns.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { fieldOrder } from '../attack/seen-market.ts';

/** Draws a market of field size, with a fifth of its ads sought. */
export const drawField = (seed: string, profile: MarketProfileId = 'BUY'): DrawnMarket =>
  drawMarket(fieldOrder(profile, seed));

/** Places of the open ads of a market. */
export const openIn = ({ columns, count }: DrawnMarket): number[] =>
  Array.from({ length: count }, (_, at) => at).filter((at) => columns.withheld[at] === 0);

/** Places of posts, without copies on a mirror and without closed cards, by persona, in the order of time. */
export function postsOf(market: DrawnMarket): number[][] {
  const { columns } = market;
  const posts = openIn(market).filter((at) => ((columns.flags[at] as number) & FLAG.mirrored) === 0);
  const inTime = posts.sort((a, b) => (columns.posted[a] as number) - (columns.posted[b] as number));
  return [...Map.groupBy(inTime, (at) => columns.persona[at]).values()];
}
