import { sayShortDay } from '#i18n/locale.ts';
import type { Instant } from '#kernel/model/instant.ts';

/** A moment of the case as a headline says it: "12 Mar, 10:13 UTC". */
export function instantWords(instant: Instant): string {
  return `${dayAndTime(instant)} UTC`;
}

/** The same without the zone, for rows where the zone stands once above: "12 Mar, 10:13". */
export function dayAndTime(instant: Instant): string {
  return `${dayWords(instant)}, ${instant.slice(11, 16)}`;
}

/** Its day alone: "12 Mar". */
export function dayWords(instant: Instant): string {
  return sayShortDay(new Date(instant));
}
