import type { PostStory } from '#market/ads/model/ground-truth.ts';
import type { Ad, AdVersion, Locator } from '#market/ads/model/market.ts';
import type { Lexicon, MarketProfile } from '#market/ads/model/schemas.ts';
import { indicatorsAt } from '#market/generator/model/count-signs.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import type { DrawnMarket, MarketOrder } from '#market/generator/model/drawn-market.ts';

/** A post as a reader of a market and its truth has it. Predicates read nothing else. */
export interface ReadPost {
  readonly ad: Ad;
  readonly title: string;
  /** The lines of the version that stands there, without a sentence that is quoted from the help of the site. */
  readonly lines: readonly string[];
  readonly version: AdVersion;
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly story: PostStory;
  /** Every indicator of the ad, and where those show that have a line, a field or a comment. */
  readonly shows: ReadonlySet<string>;
  readonly labels: readonly { readonly indicator: string; readonly at: Locator }[];
  readonly likes: readonly Locator[];
  /** Ads of one person have one number. */
  readonly persona: number;
  readonly postedAt: number;
}

/** A market whose posts are read. */
export interface ReadMarket {
  readonly profile: MarketProfile;
  readonly lexicon: Lexicon;
  readonly until: string;
  readonly posts: readonly ReadPost[];
  readonly withheld: readonly Ad[];
}

/** Reads all posts of a drawn market. */
export function readPosts(market: DrawnMarket): ReadMarket {
  const posts: ReadPost[] = [];
  const withheld: Ad[] = [];
  for (let at = 0; at < market.count; at++) {
    const ad = market.ad(at);
    const version = ad.versions.at(-1);
    const story = market.story(at);
    if (ad.withheld || !version || !story) {
      withheld.push(ad);
      continue;
    }
    posts.push({
      ad,
      title: ad.title,
      lines: version.sentences.filter((_, n) => story.quotesHelp !== `s${n + 1}`),
      version,
      fields: version.fields,
      story,
      shows: indicatorsAt(market, at),
      labels: market.said(at),
      likes: market.likes(at).map((like) => like.at),
      persona: market.columns.persona[at] as number,
      postedAt: market.columns.posted[at] as number,
    });
  }
  return { profile: market.order.profile, lexicon: market.order.lexicon, until: market.order.until, posts, withheld };
}

/** Draws a market and reads it. */
export const readMarketOf = (order: MarketOrder): ReadMarket => readPosts(drawMarket(order));
