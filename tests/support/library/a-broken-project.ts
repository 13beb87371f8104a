import type { Issue } from '#kernel/model/issue.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { loadLibrary } from '#library/content/use-cases/load-library.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { printIssue } from '../../../scripts/command/print-issue.ts';
import { KINDS } from '../builders/kinds.ts';
import { projectWith, swap } from '../builders/project-with.ts';
import { LIBRARY, PROJECT } from '../builders/the-library.ts';

export const SCENARIO = 'scenarios/quiet-number/scenario.yaml';
export const KEY = 'scenarios/quiet-number/key.yaml';
export const REVIEW = 'scenarios/quiet-number/review.yaml';
export const SOURCES = 'content/sources.yaml';
export const MARKET = 'content/markets/buy.yaml';
export const LEXICON = 'content/lexicon/en.yaml';
export const GENRE = 'content/genres/en/solo.yaml';
export const SHARED_PHONE = 'content/indicators/shared-phone.yaml';

/** Marks the place at which an issue has to stand; it is taken out before the text is read. */
const CARET = '‸';

/** A shipped file with one slip in it, and what an author is told. */
export interface Slip {
  /** What is wrong. */
  readonly slip: string;
  readonly from: string;
  /** The replacement. A caret in it marks the position of the issue. */
  readonly to: string;
  /** Words of the changed file with a caret, where the issue is elsewhere. */
  readonly at?: string;
  /** The codes in the order of the file's issues; the first one is at the caret. */
  readonly codes: readonly string[];
  /** What the first sentence says besides. */
  readonly says?: string;
}

/** The issues of the shipped project with such a slip, and the place where the first has to stand. */
export function withSlip(file: string, slip: Slip) {
  const text = slipped(PROJECT.read(file) ?? '', slip);
  return { issues: issuesIn(file, text), place: placeIn(file, text, slip) };
}

/** The text with the slip in it. */
export function slipped(text: string, { from, to }: Pick<Slip, 'from' | 'to'>): string {
  return swap(from, to.replace(CARET, ''))(text);
}

/** Position of the caret of a slip, in the form of an issue. */
export function placeIn(file: string, text: string, { to, at = to }: Pick<Slip, 'to' | 'at'>): string {
  const words = at.replace(CARET, '');
  if (!at.includes(CARET) || !text.includes(words)) throw new Error(`"${at}" marks no place of ${file}.`);
  const before = text.slice(0, text.indexOf(words) + at.indexOf(CARET));
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return `${file}:${line}:${column}`;
}

type Edits = Parameters<typeof projectWith>[0];

/** Everything that is said about the shipped case, or about content/, with one file changed; empty where it loads. */
export function issuesIn(file: string, edit: Edits[string]): readonly Issue[] {
  const files = projectWith({ [file]: edit });
  const loaded = file.startsWith('scenarios/')
    ? loadCase(files, file.slice(0, file.lastIndexOf('/')), LIBRARY)
    : loadLibrary(files, KINDS);
  return loaded.ok ? [] : loaded.issues;
}

/** Everything that is said about the whole project with those files changed. */
export function issuesOf(edits: Edits): readonly Issue[] {
  const loaded = loadProject(projectWith(edits), KINDS);
  return loaded.ok ? [] : loaded.issues;
}

export const linesOf = (issues: readonly Issue[]) => issues.map(printIssue);
