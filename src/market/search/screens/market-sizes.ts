/** Numbers of ads that are offered; an address may name any other between the smallest and the largest. */
export const MARKET_SIZES = [42, 150, 600, 2000, 10_000, 100_000] as const;
export const MIN_SIZE = 42;
export const MAX_SIZE = 100_000;
