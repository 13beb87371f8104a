import { sayDay } from '#i18n/locale.ts';

/** A day of YYYY-MM-DD in words, as the screens say it; nothing for nothing. */
export function sayDayOf(day: string): string {
  if (day === '') return '';
  return sayDay(new Date(`${day}T00:00:00Z`));
}
