import { sayIssue } from '#design/screens/say-issue.ts';
import { pluralOf } from '#i18n/locale.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { ABOUT_WORDS_OF_ALL } from '#kinds/shipped/screens/about-words.ts';
import { oneLine } from './print-text.ts';

/**
 * One line: `FILE:LINE:COL code sentence. Cure.` Control characters in an author's text are removed: it stays one line,
 * and no terminal obeys it.
 */
export function printIssue(issue: Issue): string {
  const { file = '', line = 1, column = 1 } = issue.position ?? {};
  const said = sayIssue(issue, ABOUT_WORDS_OF_ALL);
  const sentence = said.startsWith(issue.code) ? said : `${issue.code} ${said}`;
  return oneLine(`${file}:${line}:${column} ${sentence}`);
}

/**
 * The same line with the number of faults that follow from this one, and below it the corrected line of the author,
 * where it is known. `shownWith` is the argument that makes the command print those faults.
 */
export function printSlip(issue: Issue, shownWith?: string): string {
  return [printIssue(issue) + followsInWords(issue, shownWith), ...mendedLines(issue)].join('\n');
}

/** The issue and every issue folded into it, as a flat list. */
export function withFollows(issue: Issue): Issue[] {
  const { follows, ...alone } = issue;
  return [alone, ...(follows?.issues ?? []).flatMap(withFollows)];
}

function followsInWords({ follows }: Issue, shownWith: string | undefined): string {
  if (!follows) return '';
  const count = follows.issues.length;
  const one = pluralOf(count) === 'one';
  const come = follows.sure ? (one ? 'comes' : 'come') : 'may come';
  const shown = shownWith === undefined ? '' : `; ${one ? 'it is' : 'they are'} shown with ${shownWith}`;
  return ` ${count} more ${one ? 'fault' : 'faults'} ${come} from this one${shown}.`;
}

function mendedLines({ mended }: Issue): string[] {
  if (!mended) return [];
  return mended.text
    .split('\n')
    .map((text, n) => `${String(mended.line + n).padStart(6)} | ${oneLine(text).trimEnd()}`);
}
