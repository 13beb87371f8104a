import { FLAG } from './market-columns.ts';
import { phoneNumber } from './phone-number.ts';
import { oldPhoneNumber, type TraceSource, traceNumber } from './trace-number.ts';

/** The phone that an ad names; a copy keeps a number that the original no longer has. */
export function phoneOf(drawn: TraceSource, at: number): string {
  const flags = drawn.columns.flags[at] as number;
  const isStale = (flags & FLAG.stale) !== 0;
  const digits = isStale
    ? oldPhoneNumber(drawn, 0, drawn.columns.persona[at] as number)
    : traceNumber(drawn, 'phone', at);
  return phoneNumber(digits, (flags & FLAG.otherFormat) !== 0 ? '-' : ' ');
}

/** The picture of an ad, as its number, and the mark on it if it has one. */
export function pictureOf(drawn: TraceSource, at: number): string {
  const picture = `pid-${traceNumber(drawn, 'picture', at)}`;
  return (drawn.columns.groups.mark[at] as number) > 0
    ? `${picture}, mark M-${traceNumber(drawn, 'mark', at)}`
    : picture;
}
