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
  const joined: { text: string; shows: string | undefined; like: string | undefined; parts: number }[] = [];
  for (const { place, text, shows, like } of lines) {
    const last = joined.at(-1);
    const isLabelled = (shows ?? like) !== undefined;
    if (
      joins &&
      last !== undefined &&
      last.parts === 1 &&
      below(2 + place, 100) < JOINED &&
      last.text.length + text.length <= MOST_CHARACTERS &&
      !(isLabelled && (last.shows ?? last.like) !== undefined)
    ) {
      last.text += between(last.text, text, mark) + text;
      last.shows ??= shows;
      last.like ??= like;
      last.parts += 1;
    } else joined.push({ text, shows, like, parts: 1 });
  }
  return joined.map(({ text, shows, like }) => ({ text, shows, like }));
}

/** A comma only before small letters and figures, and no second mark after one. */
function between(before: string, after: string, mark: string): string {
  if (/[.!?:;,)]$/.test(before)) return ' ';
  if (mark === ', ' && !/^[\p{Ll}\d]/u.test(after)) return '. ';
  return mark;
}
