import type { Issue } from '#kernel/model/issue.ts';
import { firstIssues } from './first-issues.ts';
import { createPassage, type Origin } from './passage.ts';
import { readByRules } from './read-by-rules.ts';

/**
 * Checks one text with the rules for its kind; every issue quotes the words it is about, with line and column if the
 * file is known. A lesson may be a whole MDX file. Time is linear in the text, however it is built.
 */
export function lintText(text: string, origin: Origin): Issue[] {
  return firstIssues(readByRules(createPassage(text, origin)), origin.file);
}

/** Checks a pasted text (C26). The warning about real ads always comes first. */
export function lintPasted(text: string): Issue[] {
  const issues = lintText(text, { kind: 'pasted', file: 'pasted text' });
  return issues.sort((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning'));
}
