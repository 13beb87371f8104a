const HALF_DAY = 12 * 60 * 60_000;

/** The wall time that an hour such as "14:28" means here and now: the nearest one, also across midnight. */
export function nearestHour(written: string, now: number): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(written) ?? [];
  if (hours === undefined) return undefined;
  const day = new Date(now);
  day.setHours(Number(hours), Number(minutes), 0, 0);
  const ahead = day.getTime() - now;
  if (Math.abs(ahead) > HALF_DAY) day.setDate(day.getDate() - Math.sign(ahead));
  return day.getTime();
}

/** A wall time as the field of an hour holds it: "14:28". */
export function hourForField(at: number): string {
  const day = new Date(at);
  return [day.getHours(), day.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
