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
  const titled = (text: string) => ({ title: text, lines });
  const changed = (change: (text: string, n: number) => string) => ({
    title,
    lines: lines.map((line, n) => ({ ...line, text: change(line.text, n) })),
  });
  switch (below(1, 11)) {
    case 0:
      return titled(`${title}!`);
    case 1:
      return titled(`${title} !!`);
    case 2:
      return titled(`+++ ${title} +++`);
    case 3:
      return titled(`--- ${title} ---`);
    case 4:
      return titled(`★ ${title} ★`);
    case 5:
      return titled(title.length > MOST_IN_CAPITALS ? `${title}!` : title.toUpperCase());
    case 6:
      return changed((text, n) =>
        n === lines.length - 1 && !PHONE.test(text) ? `${text.replace(/\.$/, '')} :)` : text,
      );
    case 7:
      return changed((text, n) => (n === 0 ? `${text.replace(/\.$/, '')}!` : text));
    case 8:
      return changed((text) => text.replace(PHONE, (phone) => `☎ ${phone}`));
    case 9:
      return changed((text) => (HOURS.test(text) ? `⏰ ${text}` : text));
    default:
      return changed((text) => `- ${text}`);
  }
}
