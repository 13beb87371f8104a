/** A moment of the case in UTC, written `YYYY-MM-DDTHH:MM:SSZ`. Such strings sort in time order. */
export type Instant = string;

const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** True for a well-formed instant that exists in the calendar. */
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

/** The instant `seconds` after 1970-01-01T00:00:00Z. */
export function fromEpoch(seconds: number): Instant {
  const day = Math.floor(seconds / DAY);
  const rest = seconds - day * DAY;
  const minutes = Math.floor(rest / 60);
  return dateOf(day) + (TIMES[minutes] as string) + (SECONDS[Math.floor(rest) - minutes * 60] as string);
}

/** Seconds of a day. */
export const DAY = 24 * 60 * 60;
const twoDigits = (value: number) => String(value).padStart(2, '0');
const TIMES = Array.from({ length: 24 * 60 }, (_, n) => `${twoDigits(Math.floor(n / 60))}:${twoDigits(n % 60)}:`);
const SECONDS = Array.from({ length: 60 }, (_, n) => `${twoDigits(n)}Z`);

/** Cache of dates with their T, by day: a market has a few dozen days and many thousands of instants. */
const dates = new Map<number, string>();

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY * 1000).toISOString().slice(0, -13);
  if (dates.size > 4000) dates.clear();
  dates.set(day, date);
  return date;
}

/** The instant `minutes` later; a fraction of a minute is allowed if it is a whole number of seconds. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return fromEpoch(toEpoch(instant) + Math.round(minutes * 60));
}
