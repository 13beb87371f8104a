import type { Hand } from './typing.ts';

/** Of a hundred texts by a hand, how many are decorated. Training values: no share was read in a study. */
const DECORATED: Readonly<Record<Hand, number>> = { casual: 40, learner: 34, plain: 24, terse: 16, formal: 4 };

/** Titles of more characters are not typed in capitals. */
const MOST_IN_CAPITALS = 40;
const PHONE = /\+999[ -]\d{3}[ -]\d{3}[ -]\d{3}/;
const HOURS = /\b(?:mon|tue|wed|thu|fri|sat|sun)\b/i;

interface Text<Line extends { readonly text: string }> {
  readonly title: string;
  readonly lines: readonly Line[];
}

type Way = (title: string, lines: readonly string[]) => readonly [title: string, lines: readonly string[]];
const titled =
  (change: (title: string) => string): Way =>
  (title, lines) => [change(title), lines];
const typed =
  (change: (line: string, n: number, count: number) => string): Way =>
  (title, lines) => [title, lines.map((line, n) => change(line, n, lines.length))];
const withoutStop = (line: string) => line.replace(/\.$/, '');

const WAYS: readonly Way[] = [
  titled((title) => `${title}!`),
  titled((title) => `${title} !!`),
  titled((title) => `+++ ${title} +++`),
  titled((title) => `--- ${title} ---`),
  titled((title) => `★ ${title} ★`),
  titled((title) => (title.length > MOST_IN_CAPITALS ? `${title}!` : title.toUpperCase())),
  typed((line, n, count) => (n === count - 1 && !PHONE.test(line) ? `${withoutStop(line)} :)` : line)),
  typed((line, n) => (n === 0 ? `${withoutStop(line)}!` : line)),
  typed((line) => line.replace(PHONE, (phone) => `☎ ${phone}`)),
  typed((line) => (HOURS.test(line) ? `⏰ ${line}` : line)),
  typed((line) => `- ${line}`),
];

/**
 * Marks, capitals and pictographs with which some people make an ad seen: in the title, before a line or behind the last
 * one. `below` draws for the master text, so that an ad that is posted again is decorated in the same way. Of pictographs
 * only those occur that the rules of content allow.
 */
export function decorate<Line extends { readonly text: string }>(
  { title, lines }: Text<Line>,
  hand: Hand,
  below: (n: number, bound: number) => number,
): Text<Line> {
  if (below(0, 100) >= DECORATED[hand]) return { title, lines };
  const way = WAYS[below(1, WAYS.length)] as Way;
  const [decorated, texts] = way(
    title,
    lines.map(({ text }) => text),
  );
  return { title: decorated, lines: lines.map((line, n) => ({ ...line, text: texts[n] as string })) };
}
