import { stream } from '#kernel/model/rng.ts';
import { GENERATOR_DATE, GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { placeAds } from './_internal/place-ads.ts';
import type { DrawingVersion } from './drawing-version.ts';
import { createColumns, type MarketColumns } from './market-columns.ts';
import { moneyOnlyIn, planActors } from './plan-actors.ts';

/** The version of the generator that ships. */
export const VERSION_7: DrawingVersion<MarketColumns> = {
  number: GENERATOR_VERSION,
  date: GENERATOR_DATE,
  streamOf: stream,
  planDistrict(order, draws) {
    const actors = planActors(order, draws('actors'));
    return { actors, moneyOnly: moneyOnlyIn(actors, order.profile.family, draws('actors')) };
  },
  spread: (_, __, thing) => thing,
  recordDraws(open, persona) {
    const draws = open('records');
    draws.startAt(persona);
    return () => draws;
  },
  createColumns,
  placeAds,
};
