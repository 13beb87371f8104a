import type { Instant } from '#core/kernel/instant.ts';
import type { DataCategory, Letter, Office } from './letter.ts';
import type { LetterSubject } from './letter-subject.ts';
import { daysIn, namesOneOf, strangersIn } from './named-in-text.ts';
import { POINTS, saysOneOf, type TextField } from './points.ts';

/** One thing that is wrong with a part of a letter. */
export interface LetterGap {
  readonly part: string;
  readonly gap: string;
  /** The ads, accounts, addresses or days that are left out or too many; addresses that are left out go by their ads. */
  readonly names?: readonly string[];
  /** The kinds of data that are left out or too many. */
  readonly data?: readonly DataCategory[];
  /** Who may ask for them, and who signed. */
  readonly offices?: readonly Office[];
  readonly issuer?: Office;
  /** The words of which one would do. */
  readonly words?: readonly string[];
  /** The field of text that it is about. */
  readonly field?: TextField;
  /** When the first ad was posted, or the last one. */
  readonly at?: Instant;
  readonly most?: number;
}

/** What can be wrong with any field of text: it names ads or accounts of others, or a day on which no ad of the case was up. */
export const TEXT_GAPS = ['strangers', 'days'] as const;

/** Fields in which a letter tells what happened. Elsewhere a day may be one to come. */
const TELLING: readonly TextField[] = ['facts', 'reasons', 'link'];

const isSaid = (text: string) => text.trim() !== '';

/** What is wrong with one part that is already named. */
export type Gap = Omit<LetterGap, 'part'>;

/** One gap where that holds, and none where it does not. */
export const gap = (holds: boolean, name: string, more: Omit<Gap, 'gap'> = {}): Gap[] =>
  holds ? [{ gap: name, ...more }] : [];

/** What the fields of text of a part leave out, and what in them does not belong to the case. A blank field has said nothing. */
export function textGaps(part: string, letter: Letter, subject: LetterSubject): Gap[] {
  const points = POINTS[part] ?? [];
  const names = [...subject.ads, ...subject.accounts];
  const missed = points
    .filter(({ field }) => isSaid(letter[field]))
    .flatMap(({ field, gap: name, words }) => {
      if (words === 'subject') return gap(!namesOneOf(letter[field], names), name);
      const accepted = subject.words?.[`${part}.${name}`] ?? words;
      return gap(!saysOneOf(letter[field], accepted), name, { words: accepted });
    });
  const fields = [...new Set(points.map(({ field }) => field))];
  return [...missed, ...fields.flatMap((field) => foreignTo(field, letter, subject, names))];
}

/** Ads and accounts of others, and days before the first ad was posted or after the letter went out. */
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
