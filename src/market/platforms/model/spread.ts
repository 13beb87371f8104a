/** Distribution of a duration over several cases, in hours. */
export interface DelaySpread {
  /** Left out if half or more of the cases were never acted on. */
  readonly median?: number;
  /** Left out if more than a tenth was never acted on. */
  readonly p90?: number;
  /** The maximum among those that were acted on. */
  readonly longest?: number;
  /** Number of cases never acted on during the test, and number of all. */
  readonly never: readonly [number, number];
}

/**
 * Median and 90th percentile by nearest rank, to a tenth of an hour. A case that was never acted on (undefined) counts
 * as longer than any other: leaving it out would make the least active platform look fastest.
 */
export function spread(hours: readonly (number | undefined)[]): DelaySpread {
  const acted = hours.filter((value) => value !== undefined).sort((a, b) => a - b);
  const rank = (percent: number) => tenth(acted[Math.ceil((percent * hours.length) / 100) - 1]);
  const found = { median: rank(50), p90: rank(90), longest: tenth(acted.at(-1)) };
  const known = Object.entries(found).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), never: [hours.length - acted.length, hours.length] };
}

const tenth = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 10) / 10);
