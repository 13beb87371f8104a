/** Facts of an ad that the market decides, and that titles and texts may name, in the order of their values. */
export const MARKET_FACTS = [
  'name',
  'other',
  'town',
  'otherTown',
  'house',
  'code',
  'origin',
  'language',
  'sector',
] as const;
export type MarketFact = (typeof MARKET_FACTS)[number];
