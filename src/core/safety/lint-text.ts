import type { Issue } from '#core/kernel/issue.ts';
import { firstIssues } from './first-issues.ts';
import { createPassage, type Origin } from './passage.ts';
import { readByRules } from './read-by-rules.ts';

/**
 * Holds one text against the rules for its kind; every finding with the words it is about, and with line and column where
 * the file is known. A lesson may be a whole MDX file. Reads a text a fixed number of times, however it is built.
 */
export function lintText(text: string, origin: Origin): Issue[] {
  return firstIssues(readByRules(createPassage(text, origin)), origin.file);
}

/** Holds a text that somebody pasted against the rules (C26). The warning comes first, and comes always. */
export function lintPasted(text: string): Issue[] {
  const issues = lintText(text, { kind: 'pasted', file: 'pasted text' });
  return issues.sort((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning'));
}
