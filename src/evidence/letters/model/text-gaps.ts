import type { Instant } from '#kernel/model/instant.ts';
import type { DataCategory, Letter, Office } from './letter.ts';
import type { LetterSubject } from './letter-subject.ts';
import { daysIn, namesOneOf, strangersIn } from './named-in-text.ts';
import { POINTS, saysOneOf, type TextField } from './points.ts';

/** A gap: one fault in a part of a letter. */
export interface LetterGap {
  readonly part: string;
  readonly gap: string;
  /** Missing or surplus ads, accounts, addresses or dates; a missing address is given by its ad. */
  readonly names?: readonly string[];
  /** Missing or surplus kinds of data. */
  readonly data?: readonly DataCategory[];
  /** `offices`: who may ask for them; `issuer`: who signed. */
  readonly offices?: readonly Office[];
  readonly issuer?: Office;
  /** Words of which one would close the gap. */
  readonly words?: readonly string[];
  /** The text field concerned. */
  readonly field?: TextField;
  /** When the first ad was posted, or the last one. */
  readonly at?: Instant;
  readonly most?: number;
}

/** Gaps of any text field: it names foreign ads or accounts, or a date outside the time of the case. */
export const TEXT_GAPS = ['strangers', 'days'] as const;

/** Fields about past events. In the other fields a date may lie in the future. */
const TELLING: readonly TextField[] = ['facts', 'reasons', 'link'];

const isSaid = (text: string) => text.trim() !== '';

/** A gap without its part, where the part is known from the context. */
export type Gap = Omit<LetterGap, 'part'>;

/** One gap if `holds`, else none. */
export const gap = (holds: boolean, name: string, more: Omit<Gap, 'gap'> = {}): Gap[] =>
  holds ? [{ gap: name, ...more }] : [];

/**
 * Gaps in the text fields of a part: points that are not made, and names or dates that do not belong to the case.
 * Points of a blank field are not checked: the blank field is a gap of its own.
 */
export function textGaps(part: string, letter: Letter, subject: LetterSubject): Gap[] {
  const points = POINTS[part] ?? [];
  const names = [...subject.ads, ...subject.accounts];
  const missed = points
    .filter(({ field }) => isSaid(letter[field]))
    .flatMap(({ field, gap: name, words, orDay }) => {
      if (words === 'subject') return gap(!namesOneOf(letter[field], names), name);
      if (orDay && daysIn(letter[field], subject.sentAt ?? '').length > 0) return [];
      const accepted = subject.words?.[`${part}.${name}`] ?? words;
      return gap(!saysOneOf(letter[field], accepted), name, { words: accepted });
    });
  const fields = [...new Set(points.map(({ field }) => field))];
  return [...missed, ...fields.flatMap((field) => foreignTo(field, letter, subject, names))];
}

/** Foreign ads and accounts, and dates before the first ad was posted or after the letter was sent. */
function foreignTo(field: TextField, letter: Letter, subject: LetterSubject, names: readonly string[]): Gap[] {
  const { posted, sentAt } = subject;
  const strangers = strangersIn(letter[field], names);
  const foreign = gap(strangers.length > 0, 'strangers', { names: strangers, field });
  if (!posted || !sentAt || !TELLING.includes(field)) return foreign;
  const days = daysIn(letter[field], sentAt).filter(
    (day) => day < posted.first.slice(0, 10) || day > sentAt.slice(0, 10),
  );
  return [...foreign, ...gap(days.length > 0, 'days', { names: days, field, at: posted.first })];
}
