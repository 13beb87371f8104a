import type { Issue } from '#kernel/model/issue.ts';
import { cardAt } from './card-numbers.ts';
import { type DigitRun, digitRuns, digitsOf } from './digit-runs.ts';
import { structureIssue, type TextFinding, toIssues } from './finding.ts';
import type { LintedAds } from './linted-market.ts';
import type { Passage } from './passage.ts';
import { isReservedPhone } from './reserved-phones.ts';
import { stringsIn } from './strings-in.ts';

/** Character that a site shows in place of a number that is hard to collect. */
const HIDDEN = '▒';

/** Limits of a phone number: seven to fifteen digits in at most eight groups. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
const MAX_GROUPS = 8;

/** C07: everything that looks like a phone number is in a reserved range. */
export function checkPhones(passage: Passage): Issue[] {
  return toIssues('C07', passage, phonesIn(passage.text));
}

/** C07 in ads: every value of a phone field is reserved or hidden, even if it does not look like a number. */
export function checkPhoneFields({ ads, place }: LintedAds): Issue[] {
  const issues: Issue[] = [];
  for (const { path, key, text } of stringsIn(ads, place)) {
    if (!/^phones?$/.test(key) || text.startsWith(HIDDEN) || isReservedPhone(text)) continue;
    if (phonesIn(text).next().done) issues.push(structureIssue('C07', path, text));
  }
  return issues;
}

function* phonesIn(text: string): Generator<TextFinding> {
  for (const run of digitRuns(text))
    for (const part of partsOf(run)) if (!isReservedPhone(part.text)) yield { at: part.at, text: part.text };
}

/**
 * Phone-like parts of a run. A run too long for one number is split from the left: a reserved number, else the longest
 * candidate. So is a reserved number with a price after it.
 */
function partsOf(run: DigitRun): DigitRun[] {
  const { groups, marks, lead } = run;
  if (lead === '' && cardAt(groups, 0) === groups.length) return [];
  if (digitsOf(run).length <= MAX_DIGITS) return looksLikePhone(run) && !isNumberAndPrice(run) ? [run] : [];
  const parts: DigitRun[] = [];
  let at = run.at + lead.length;
  for (let from = 0; from < groups.length; ) {
    const card = cardAt(groups, from);
    const starting = card > 0 ? [] : partsFrom(run, from, at);
    const part = starting.findLast(({ text }) => isReservedPhone(text)) ?? starting.findLast(looksLikePhone);
    if (part) parts.push(part);
    const next = from + (part?.groups.length ?? Math.max(1, card));
    for (; from < next; from++) at += (groups[from] as string).length + (marks[from]?.length ?? 0);
  }
  return parts;
}

/** Candidates that start with one group, at `place`, and are no longer than a number; shortest first. */
function partsFrom(run: DigitRun, from: number, place: number): DigitRun[] {
  const lead = from === 0 ? run.lead : '';
  const parts: DigitRun[] = [];
  let text: string = lead;
  const end = Math.min(run.groups.length, from + MAX_GROUPS);
  for (let to = from, digits = 0; to < end && digits <= MAX_DIGITS; to++) {
    text += (to === from ? '' : run.marks[to - 1]) + (run.groups[to] as string);
    digits += (run.groups[to] as string).length;
    if (digits < MIN_DIGITS || digits > MAX_DIGITS) continue;
    const groups = run.groups.slice(from, to + 1);
    parts.push({ at: place - lead.length, text, groups, marks: run.marks.slice(from, to), lead });
  }
  return parts;
}

/** Digits without separators: fewer are counts, more are ids. */
const BARE = { least: 9, most: 12 };

/** The international call prefix 00. */
const INTERNATIONAL_PREFIX = /^00[1-9]/;

const YEAR = /^(?:1[5-9]|2[01])\d\d$/;

/** Unix times in seconds, for the years in use. */
const EPOCH_SECONDS = /^1\d{9}$/;

/** 12 345 678 is a figure; 612 345 678 is a phone number format of some countries. */
const MAX_FIGURE_DIGITS = 8;

function looksLikePhone(run: DigitRun): boolean {
  const digits = digitsOf(run);
  const [first = ''] = run.groups;
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return false;
  if (run.lead === '+') return true;
  if (run.groups.length === 1) {
    if (EPOCH_SECONDS.test(digits)) return false;
    return digits.length >= BARE.least && (digits.length <= BARE.most || INTERNATIONAL_PREFIX.test(digits));
  }
  if (YEAR.test(first) || HOURS_AND_AMOUNT.test(run.text)) return false;
  if (run.lead === '(' || first.startsWith('0')) return true;
  if (run.marks.some((mark) => mark.includes('/'))) return false;
  return hasShapeOfPhone(run, digits.length);
}

/**
 * Several groups without a leading zero: three and four digits, or groups of two to four that do not form a grouped
 * figure.
 */
function hasShapeOfPhone({ groups, marks }: DigitRun, digits: number): boolean {
  const [first = '', second = ''] = groups;
  if (groups.length === 2 && marks[0] === '.') return false;
  if (groups.length === 2 && (marks[0] === '-' || marks[0] === '\u2011'))
    return first.length === 3 ? second.length >= 4 : first.length !== second.length && digits > 8;
  const others = groups.slice(1);
  const isFigure = first.length <= 3 && others.every((group) => group.length === 3) && new Set(marks).size === 1;
  if (isFigure && digits <= MAX_FIGURE_DIGITS) return false;
  return first.length <= 4 && others.every((group) => group.length >= 2 && group.length <= 4);
}

/** "+999 546 475 106 140": a reserved number and, after a blank or a dash, a price of two or three digits. */
function isNumberAndPrice({ groups, marks, lead }: DigitRun): boolean {
  const price = groups.at(-1) ?? '';
  if (!/^[1-9]\d{1,2}$/.test(price) || !/^ (?:- )?$/.test(marks.at(-1) ?? '')) return false;
  const number = groups.slice(0, -1).map((group, at) => (at === 0 ? '' : marks[at - 1]) + group);
  return isReservedPhone(lead + number.join(''));
}

/** Two hours of a day, an amount of two or three digits or of full fifties, and what may stand between both. */
const HOURS = '(?:1?\\d|2[0-4]) ?- ?(?:1?\\d|2[0-4])';
const AMOUNT = '[1-9]\\d(?:\\d|[05]0)?';
const BETWEEN = ' (?:- )?';

/** "12-18 110", "8-17 1950" or "110 12 - 18": the hours of a day beside a price or a pay; a length in hours may follow. */
const HOURS_AND_AMOUNT = new RegExp(`^\\(?(?:${HOURS}${BETWEEN}${AMOUNT}(?: \\d)?|${AMOUNT}${BETWEEN}${HOURS})$`);
