import type { Library } from '#library/content/use-cases/load-library.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';

const UNTIL = '2031-03-12T09:00:00Z';

/** The share of controlled ads in markets on which figures are measured, in per cent. */
const MEASURED_SHARE = 6;

/** A market of field size on which figures are measured: all at one share, so that figures can be compared. */
export const measuredMarket = (library: Library, profile: MarketProfile, seed: string) =>
  ({ ...library, profile, size: 'field', prevalence: 'FIELD', share: MEASURED_SHARE, seed, until: UNTIL }) as const;

/** Rounded to a tenth. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
