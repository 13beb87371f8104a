import { keyedStream } from '#kernel/model/keyed-stream.ts';
import { PURPOSES } from '#market/ads/model/purposes.ts';
import { type DrawPart, drawMarketBy } from '#market/generator/model/draw-market.ts';
import type { DrawingVersion } from '#market/generator/model/drawing-version.ts';
import type { DrawnMarket, MarketOrder } from '#market/generator/model/drawn-market.ts';
import type { RecordUse } from '#market/generator/model/generator-version.ts';
import { createColumns8, type MarketColumns8 } from './columns.ts';
import { EXCLUSIONS_8 } from './exclusions-8.ts';
import { GENERATOR_DATE_8, GENERATOR_VERSION_8 } from './generator-version-8.ts';
import { placeAds8 } from './place-ads.ts';
import { planPersonas } from './plan-personas.ts';
import { chanceOnPage } from './sign-places.ts';
import { writePosts } from './write-posts.ts';

/** Records that belong to one post; all others belong to its persona and are the same in each of its ads. */
const OF_ONE_POST: ReadonlySet<RecordUse> = new Set(['renewals', 'route', 'moderation']);

/** Version 8: every value that is published comes from a keyed function or a keyed stream, one key for each use. */
export const VERSION_8: DrawingVersion<MarketColumns8> = {
  number: GENERATOR_VERSION_8,
  date: GENERATOR_DATE_8,
  hasWidePhones: true,
  streamOf: keyedStream,
  planDistrict: planPersonas,
  exclusions: EXCLUSIONS_8,
  mixOf: ({ profile, posts }, family) => (family === profile.family ? posts?.purposes[profile.id]?.mix : undefined),
  purposesOf: ({ profile, posts }, family, type) => {
    const own = family === profile.family ? posts?.purposes[profile.id]?.for[type] : undefined;
    return own && PURPOSES.map((purpose) => (own[purpose] ?? 0) / 100);
  },
  weightsOf: ({ posts, weights }) => posts?.weights ?? weights,
  realismOf: ({ profile, posts }) => posts?.realism.settings[profile.id] ?? [],
  chanceOnPage,
  spread: ({ keys }, use, thing) => keys.of(`choice of ${use}`)(thing, 0, 0) >>> 0,
  recordDraws: (open, persona, index) => (use) => {
    const draws = open(`record of ${use}`);
    draws.startAt(OF_ONE_POST.has(use) ? index : persona);
    return draws;
  },
  createColumns: createColumns8,
  placeAds: placeAds8,
  writing: writePosts,
};

/**
 * Draws a market by version 8, or a range of its districts, for everything that reads a drawn market. Throws what
 * `drawMarket` throws.
 */
export const drawMarket8 = (order: MarketOrder, part?: DrawPart): DrawnMarket<MarketColumns8> =>
  drawMarketBy(VERSION_8, order, part);
