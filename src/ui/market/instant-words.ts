import type { Instant } from '#core/kernel/instant.ts';

/** A moment of the case as a headline says it: "12 Mar, 10:13 UTC". */
export function instantWords(instant: Instant, locale: string): string {
  return `${dayAndTime(instant, locale)} UTC`;
}

/** The same without the zone, for rows where the zone stands once above: "12 Mar, 10:13". */
export function dayAndTime(instant: Instant, locale: string): string {
  const date = new Date(instant);
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date);
  return `${day}, ${instant.slice(11, 16)}`;
}
