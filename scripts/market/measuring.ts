import type { Library } from '#library/content/use-cases/load-library.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';

const UNTIL = '2031-03-12T09:00:00Z';

/** A market of field size on which figures are measured, with the share of controlled ads that a reader may expect. */
export const measuredMarket = (library: Library, profile: MarketProfile, seed: string) =>
  ({ ...library, profile, size: 'field', prevalence: 'FIELD', seed, until: UNTIL }) as const;

/** Rounded to a tenth. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
