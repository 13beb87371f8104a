import type { Ad } from '#market/ads/model/market.ts';
import type { DrawnMarket, Undrawn } from './drawn-market.ts';
import { createPosts, type MarketPost } from './post-at.ts';
import { createRecordStories } from './record-story.ts';
import { saidOnPage } from './said-places.ts';
import { createStories } from './story-of-post.ts';
import { saidAt, writeAd } from './write-ad.ts';

/** Posts that are kept, because the ad, its truth and its records ask for the same one. */
const KEPT = 4096;

/** What writes the ads of a drawn market, and says what they show. */
export interface AdWriting extends Pick<DrawnMarket, 'said' | 'saidOnPage' | 'likes' | 'story' | 'recordStory'> {
  readonly ad: (drawn: DrawnMarket, at: number) => Ad;
}

/** Creates the writer of a market whose columns will be filled: its ads are posts with a story. */
export function writePosts(market: Undrawn): AdWriting {
  const anew = createPosts(market);
  const kept: { readonly at: number; readonly post: MarketPost }[] = [];
  function postAt(at: number): MarketPost {
    const before = kept[at % KEPT];
    if (before?.at === at) return before.post;
    const post = anew(at);
    kept[at % KEPT] = { at, post };
    return post;
  }
  return {
    ad: (drawn, at) => writeAd(drawn, at, postAt),
    said: (at) => saidAt(postAt(at)),
    saidOnPage: (at) => saidOnPage(market, at),
    story: createStories(market, postAt),
    recordStory: createRecordStories(market),
    likes: (at) =>
      postAt(at).post.lines.flatMap(({ like }, n) =>
        like === undefined ? [] : [{ indicator: like, at: `s${n + 1}` as const }],
      ),
  };
}
