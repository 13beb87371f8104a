import type { Letter } from '#evidence/letters/model/letter.ts';
import type { Gap, LetterCase } from './letter-parts.ts';
import { WORDS_OF } from './letter-words.ts';

/** Fields about past events, so that a date in them must be within the case. */
const PAST = ['facts', 'reasons', 'link'];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const textOf = (letter: Letter, field: string) => String(letter[field as keyof Letter] ?? '');
/** What was made small: the same texts stand in the letters of one attempt after another. */
const madeSmall = new Map<string, string>();

function small(text: string): string {
  const known = madeSmall.get(text);
  if (known !== undefined) return known;
  const made = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).join(' ');
  madeSmall.set(text, made);
  return made;
}

/** Patterns of words that were looked for. */
const patterns = new Map<string, RegExp>();

function patternOf(word: string): RegExp {
  const known = patterns.get(word);
  if (known) return known;
  const escaped = small(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isWord = /^[\p{L}\p{N}]/u.test(small(word));
  const pattern = new RegExp(`${isWord ? '(?<![\\p{L}\\p{N}])' : ''}${escaped}`, 'u');
  patterns.set(word, pattern);
  return pattern;
}

/** True if a word of the text begins with a word of the list. */
function stands(text: string, list: readonly string[]): boolean {
  const read = small(text);
  return list.some((word) => patternOf(word).test(read));
}

/** Ids of ads and accounts in a text. An ad id has four digits and begins with 0; a time of day is not matched. */
function namesIn(text: string): string[] {
  const ads = small(text).match(/(?<![\p{L}\p{N}.,:+-])0[0-9]{3}(?!:?\d|\s?(?:utc|hours|hour|h|z)\b)/gu) ?? [];
  const accounts = small(text).match(/(?<![\p{L}\p{N}-])a-[0-9]{4}[0-9]*/gu) ?? [];
  return [...ads, ...accounts];
}

/** Patterns of each month after and before a day. "may" before a number is left out: it is more often a verb. */
const WRITTEN = MONTHS.map((month) => {
  const short = month === 'september' ? 'sept?' : month.slice(0, 3);
  const name = `(?:${month}|${short})\\b`;
  const number = '(0?[1-9]|[12][0-9]|30|31)';
  const after = new RegExp(`(?<!\\d)${number}\\.? (?:of )?${name}(?:,? (\\d{4}))?`, 'g');
  return month === 'may' ? [after] : [after, new RegExp(`\\b${name} ${number}(?!\\d)(?:,? (\\d{4}))?`, 'g')];
});

/** Dates in a text, in the format of the log. */
function daysOf(written: string, year: string): string[] {
  const text = small(written);
  const two = (n: number | string) => String(n).padStart(2, '0');
  const iso = text.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g) ?? [];
  const named = WRITTEN.flatMap((forms, n) =>
    forms.flatMap((form) =>
      [...text.matchAll(form)].map(([, day = '', of]) => `${of ?? year}-${two(n + 1)}-${two(day)}`),
    ),
  );
  return [...iso, ...named];
}

/**
 * Gaps in the text fields of a part: missing points and foreign names or dates. Points of a blank field are not
 * checked.
 */
export function textGapsIn(part: string, letter: Letter, about: LetterCase): Gap[] {
  const points = Object.entries(WORDS_OF).filter(([point]) => point.startsWith(`${part}.`));
  const own = [...about.ads, ...about.accounts];
  const unsaid = points.flatMap(([point, { field, words }]): Gap[] => {
    const text = textOf(letter, field);
    if (text.trim() === '') return [];
    const gap = point.slice(part.length + 1);
    if (gap === 'soon' && daysOf(text, '').length > 0) return [];
    if (words === '') return namesIn(text).some((name) => own.includes(name)) ? [] : [{ gap }];
    const list = about.words?.[point] ?? words.split(', ');
    return stands(text, list) ? [] : [{ gap, words: list }];
  });
  const fields = [...new Set(points.map(([, { field }]) => field))];
  return [...unsaid, ...fields.flatMap((field) => ofOthers(field, letter, about, own))];
}

function ofOthers(field: string, letter: Letter, { posted, sentAt }: LetterCase, own: readonly string[]): Gap[] {
  const text = textOf(letter, field);
  const others = [...new Set(namesIn(text).filter((name) => !own.includes(name)))];
  const days = PAST.includes(field)
    ? [...new Set(daysOf(text, sentAt.slice(0, 4)))].filter(
        (day) => day < posted.first.slice(0, 10) || day > sentAt.slice(0, 10),
      )
    : [];
  return [
    ...(others.length > 0 ? [{ gap: 'text.strangers', names: others, field }] : []),
    ...(days.length > 0 ? [{ gap: 'text.days', names: days, field, at: posted.first }] : []),
  ];
}
