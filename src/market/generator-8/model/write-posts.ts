import type { AdWriting } from '#market/generator/model/drawing-version.ts';
import type { Undrawn } from '#market/generator/model/drawn-market.ts';
import type { MarketColumns8 } from './columns.ts';
import { createPosts, type MarketPost } from './post-at.ts';
import { createRecordStories } from './record-story.ts';
import { saidOnPage } from './said-places.ts';
import { createStories } from './story-of-post.ts';
import { saidAt, writeAd8 } from './write-ad.ts';

/** Posts hold no list of bits: `said` gives the places. */
const NONE = new Int8Array(0);

/** Posts that are kept, because the ad and its truth ask for the same one. */
const MAX_KEPT = 1000;

/** Writes the ads of a market as posts with a story. */
export function writePosts(market: Undrawn<MarketColumns8>): AdWriting<MarketColumns8> {
  const anew = createPosts(market);
  const kept: MarketPost[] = [];
  const postAt =
    market.count > MAX_KEPT
      ? anew
      : (at: number): MarketPost => {
          const known = kept[at] ?? anew(at);
          kept[at] = known;
          return known;
        };
  return {
    write(at) {
      const { post } = postAt(at);
      return {
        title: post.title,
        sentences: post.lines.map(({ text }) => text),
        bits: NONE,
        looks: NONE,
        layout: 'block',
      };
    },
    ad: (drawn, at) => writeAd8(drawn, at, postAt),
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
