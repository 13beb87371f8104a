/** A day of YYYY-MM-DD in words, as the screens say it; nothing for nothing. */
export function sayDay(day: string): string {
  if (day === '') return '';
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
