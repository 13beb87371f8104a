import { stream } from '#kernel/model/rng.ts';
import { GENERATOR_DATE, GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { placeAds } from './_internal/place-ads.ts';
import { writeByColumns } from './_internal/write-by-columns.ts';
import type { DrawingVersion } from './drawing-version.ts';
import { EXCLUSIONS_7 } from './exclusions.ts';
import { createColumns, type MarketColumns } from './market-columns.ts';
import { moneyOnlyIn, planActors } from './plan-actors.ts';

/** The version of the generator that ships. */
export const VERSION_7: DrawingVersion<MarketColumns> = {
  number: GENERATOR_VERSION,
  date: GENERATOR_DATE,
  hasWidePhones: false,
  streamOf: stream,
  planDistrict(order, draws) {
    const actors = planActors(order, draws('actors'));
    return { actors, moneyOnly: moneyOnlyIn(actors, order.profile.family, draws('actors')) };
  },
  exclusions: EXCLUSIONS_7,
  mixOf: () => undefined,
  purposesOf: () => undefined,
  weightsOf: ({ weights }) => weights,
  realismOf: () => [],
  chanceOnPage: () => 1,
  spread: (_, __, thing) => thing,
  recordDraws(open, persona) {
    const draws = open('records');
    draws.startAt(persona);
    return () => draws;
  },
  createColumns,
  placeAds,
  writing: writeByColumns,
};
