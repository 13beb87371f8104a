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

/** Posts that are kept, because the ad, its truth and its records ask for the same one. */
const KEPT = 4096;

/** Writes the ads of a market as posts with a story. */
export function writePosts(market: Undrawn<MarketColumns8>): AdWriting<MarketColumns8> {
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
