import { MAX_REASON } from '#room/model/room-events.ts';

/** A reason as the room takes it: one line without control signs, of at most so many signs, and never half a sign. */
export function oneLine(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line
    .slice(0, MAX_REASON)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
}
