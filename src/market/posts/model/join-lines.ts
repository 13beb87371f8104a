import type { Manner } from './typing.ts';

/** A line with its place in the text, before lines were dropped. */
interface Placed {
  readonly place: number;
  readonly text: string;
  readonly shows: string | undefined;
  readonly like: string | undefined;
}

/** Of a hundred texts, how many put two short facts into one line, and of a hundred pairs of lines, how many they join. */
const JOINING = 35;
const JOINED = 45;
/** Length of a joined line, in characters, at most. */
const MOST_CHARACTERS = 72;
const MARKS = [' / ', ', ', '. ', ' - '] as const;

/**
 * Joins short lines as some people type them: "hour 150 half 90 / no hotels". Two lines that show something stay apart.
 * `below` draws for the master text, so that an ad that is posted again is joined in the same way.
 */
export function joinLines(
  lines: readonly Placed[],
  { lower, hand }: Manner,
  below: (n: number, bound: number) => number,
): Omit<Placed, 'place'>[] {
  const joins = below(0, 100) < JOINING;
  const mark = lower || hand === 'casual' || hand === 'terse' ? (MARKS[below(1, MARKS.length)] as string) : '. ';
  // Lines are joined in fixed pairs, so that a line that is dropped changes no other pair.
  const second = below(2, 2);
  const joined: { -readonly [Part in keyof Placed]: Placed[Part] }[] = [];
  for (const { place, text, shows, like } of lines) {
    const last = joined.at(-1);
    const isLabelled = (shows ?? like) !== undefined;
    if (
      joins &&
      last !== undefined &&
      place % 2 === second &&
      last.place === place - 1 &&
      below(3 + place, 100) < JOINED &&
      last.text.length + text.length <= MOST_CHARACTERS &&
      !(isLabelled && (last.shows ?? last.like) !== undefined)
    ) {
      last.text += between(last.text, text, mark) + text;
      last.shows ??= shows;
      last.like ??= like;
    } else joined.push({ place, text, shows, like });
  }
  return joined.map(({ text, shows, like }) => ({ text, shows, like }));
}

/** A comma only before small letters and figures, no second mark after one, and no mark that makes one number of two. */
function between(before: string, after: string, mark: string): string {
  if (/[.!?:;,)]$/.test(before)) return ' ';
  if (/\d$/.test(before) && /^\d/.test(after)) return ', ';
  if (mark === ', ' && !/^[\p{Ll}\d]/u.test(after)) return '. ';
  return mark;
}
