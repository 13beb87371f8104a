import { maskFigures } from './mask-figures.ts';

/** Groups of digits with single separators between them, as people write one number. */
export interface DigitRun {
  readonly at: number;
  /** The run as written. */
  readonly text: string;
  readonly groups: readonly string[];
  /** Separators between the groups, one fewer than groups. */
  readonly marks: readonly string[];
  /** A leading plus sign or bracket, if any. */
  readonly lead: '' | '+' | '(';
}

/** Fewer digits than this are neither a phone number nor a card. */
const MIN_DIGITS = 7;

/** Maximum length of the separator between two groups of one number, as in ") - ". */
const MAX_MARK_LENGTH = 3;

/** Separators between groups. A full stop before a space ends a sentence, and a line break ends everything. */
const MARK = /^(?:[ \u00a0\u202f\u2009]?[()./\u2011-]?[()]?[ \u00a0\u202f\u2009]?)$/u;

/** Digits attached to a letter are part of an id or of a file digest: `pid-1234`, `a1b2`. */
const ATTACHED_BEFORE = /(?:[\p{L}\p{N}_$#]|[\p{L}\p{N}_]-)$/u;
const ATTACHED_AFTER = /^[\p{L}_]/u;

/**
 * Finds the runs of digits in a text that might be a phone number or a card. Dates, sums and file digests are skipped,
 * and so are groups that are attached to letters. Time is linear in the text.
 */
export function digitRuns(text: string): DigitRun[] {
  if (!hasDigits(text, MIN_DIGITS)) return [];
  const masked = maskFigures(text);
  const runs: DigitRun[] = [];
  let open: { readonly groups: Group[]; readonly marks: string[] } | undefined;
  const close = () => {
    if (open) runs.push(...trimmed(text, open.groups, open.marks));
    open = undefined;
  };
  let end = 0;
  for (const match of masked.matchAll(/\d+/g)) {
    const group = { at: match.index, digits: match[0] };
    const mark = masked.slice(end, group.at);
    if (open && mark.length <= MAX_MARK_LENGTH && MARK.test(mark) && !mark.startsWith('. ')) {
      open.marks.push(mark);
      open.groups.push(group);
    } else {
      close();
      open = { groups: [group], marks: [] };
    }
    end = group.at + group.digits.length;
  }
  close();
  return runs;
}

interface Group {
  readonly at: number;
  readonly digits: string;
}

/** True if a text has that many digits at all; most texts do not. */
function hasDigits(text: string, minDigits: number): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count < minDigits; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) count++;
  }
  return count >= minDigits;
}

/** The run without the groups attached to letters, and without those attached to them in turn. */
function trimmed(text: string, groups: readonly Group[], marks: readonly string[]): DigitRun[] {
  const isBlank = (mark: string | undefined) => mark !== undefined && /[ \u00a0\u202f\u2009]/u.test(mark);
  let from = 0;
  let to = groups.length;
  if (ATTACHED_BEFORE.test(before(text, groups[0] as Group))) {
    do from++;
    while (from < to && !isBlank(marks[from - 1]));
  }
  const last = groups[to - 1] as Group;
  const next = last.at + last.digits.length;
  if (to > from && ATTACHED_AFTER.test(text.slice(next, next + 2))) {
    do to--;
    while (to > from && !isBlank(marks[to - 1]));
  }
  const kept = groups.slice(from, to);
  const [first] = kept;
  const end = kept.at(-1);
  if (!first || !end) return [];
  const lead = /[+(]$/.exec(text.slice(Math.max(0, first.at - 1), first.at))?.[0] ?? '';
  const at = first.at - lead.length;
  const run: DigitRun = {
    at,
    text: text.slice(at, end.at + end.digits.length),
    groups: kept.map(({ digits }) => digits),
    marks: marks.slice(from, to - 1),
    lead: lead as DigitRun['lead'],
  };
  return digitsOf(run).length < MIN_DIGITS ? [] : [run];
}

const before = (text: string, { at }: Group) => text.slice(Math.max(0, at - 3), at);

/** All digits of a run. */
export const digitsOf = ({ groups }: Pick<DigitRun, 'groups'>): string => groups.join('');
