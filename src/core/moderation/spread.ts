/** How long something took over several cases, in hours. */
export interface Spread {
  /** Left out where half or more of the cases were never acted on. */
  readonly median?: number;
  /** Left out where more than a tenth was never acted on. */
  readonly p90?: number;
  /** The longest of those that were acted on. */
  readonly longest?: number;
  /** Never acted on while the test lasted, of how many. */
  readonly never: readonly [number, number];
}

/**
 * Median and 90th percentile by the nearest rank, to a tenth of an hour. A case that was never acted on (undefined) is longer
 * than any other: leaving it out would make the platform that acts least look fastest.
 */
export function spread(hours: readonly (number | undefined)[]): Spread {
  const acted = hours.filter((value) => value !== undefined).sort((a, b) => a - b);
  const rank = (percent: number) => tenth(acted[Math.ceil((percent * hours.length) / 100) - 1]);
  const found = { median: rank(50), p90: rank(90), longest: tenth(acted.at(-1)) };
  const known = Object.entries(found).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), never: [hours.length - acted.length, hours.length] };
}

const tenth = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 10) / 10);
