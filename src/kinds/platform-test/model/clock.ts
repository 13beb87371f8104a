import { addMinutes, DAY, type Instant, toEpoch } from '#kernel/model/instant.ts';

export const HOURS_PER_WEEK = 168;
export const WEEKS = 6;

/** The hour at which a test ends. */
export const LAST_HOUR = WEEKS * HOURS_PER_WEEK;

/** From this hour on the test is frozen: nothing is placed, edited or reposted any more. */
export const FREEZE_HOUR = (WEEKS - 1) * HOURS_PER_WEEK;

/** The week of an hour, from 1 to 6. */
export const weekOf = (hour: number): number => Math.min(WEEKS, Math.floor(hour / HOURS_PER_WEEK) + 1);

export const startOfWeek = (week: number): number => (week - 1) * HOURS_PER_WEEK;

/** The moment of an hour of the test. */
export const instantAt = (from: Instant, hour: number): Instant => addMinutes(from, hour * 60);

/** Rounds hours to the minute, the precision of moments in files. */
export const toMinute = (hours: number): number => Math.round(hours * 60) / 60;

const SATURDAY = 6;

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** The first hour from `hour` on that is no Saturday and no Sunday (UTC). */
export function nextWorkingHour(from: Instant, hour: number): number {
  const seconds = toEpoch(from) + hour * 3600;
  const day = Math.floor(seconds / DAY);
  const weekday = (day + FIRST_WEEKDAY) % 7;
  const free = weekday === SATURDAY ? 2 : weekday === 0 ? 1 : 0;
  return free === 0 ? hour : toMinute(((day + free) * DAY - toEpoch(from)) / 3600);
}
