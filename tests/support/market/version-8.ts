import type { DrawPart } from '#market/generator/model/draw-market.ts';
import type { DrawnMarket, MarketOrder } from '#market/generator/model/drawn-market.ts';
import { FLAG } from '#market/generator/model/market-columns.ts';
import type { MarketColumns } from '#market/generator/model/columns.ts';
import { drawMarket8 } from '#market/generator/model/draw-market.ts';
import { marketPosts } from '#market/posts/model/market-posts.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { fieldOrder } from '../attack/seen-market.ts';
import { GENRES } from './posts/genres.ts';

export type Drawn8 = DrawnMarket;

/** The posts of practice. */
const POSTS = marketPosts(GENRES, 'practice');

/** Draws a market by version 8, with the posts of practice unless the order has others. */
export const drawVersion8 = (order: MarketOrder, part?: DrawPart): Drawn8 =>
  drawMarket8({ posts: POSTS, ...order }, part);

/** A market of version 8 of field size, with a fifth of its ads sought. */
export const fieldMarket8 = (seed: string, profile: MarketProfileId = 'BUY'): Drawn8 =>
  drawVersion8(fieldOrder(profile, seed));

/** Places of posts, without copies on a mirror and without closed cards, by persona, in the order of time. */
export function postsOf({ columns, count }: Drawn8): number[][] {
  const posts = Array.from({ length: count }, (_, at) => at).filter(
    (at) => columns.withheld[at] === 0 && ((columns.flags[at] as number) & FLAG.mirrored) === 0,
  );
  const inTime = posts.sort((a, b) => (columns.posted[a] as number) - (columns.posted[b] as number));
  return [...Map.groupBy(inTime, (at) => columns.persona[at]).values()];
}
