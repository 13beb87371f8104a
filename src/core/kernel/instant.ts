/** A moment of the case in UTC, written `YYYY-MM-DDTHH:MM:SSZ`. Such strings sort in time order. */
export type Instant = string;

const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** True for a well-formed moment that exists in the calendar. */
export function isInstant(value: unknown): value is Instant {
  return (
    typeof value === 'string' &&
    PATTERN.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    fromEpoch(toEpoch(value)) === value
  );
}

/** Seconds since 1970-01-01T00:00:00Z. */
export function toEpoch(instant: Instant): number {
  return Date.parse(instant) / 1000;
}

/** The moment that lies `seconds` after 1970-01-01T00:00:00Z. */
export function fromEpoch(seconds: number): Instant {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** The moment `minutes` later; a fraction of a minute is allowed if it is a whole number of seconds. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return fromEpoch(toEpoch(instant) + Math.round(minutes * 60));
}
