import { LOCALE } from './locale.ts';

let format: Intl.DateTimeFormat | undefined;

/** The hour where the reader is, from a wall time in milliseconds: "14:28". */
export function sayClock(at: number): string {
  format ??= new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return format.format(at);
}
