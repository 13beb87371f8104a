import type { Issue } from '#core/kernel/issue.ts';
import type { Passage } from './passage.ts';

/** Something in a text that a rule refuses: where it begins, and its words. */
export interface Finding {
  readonly at: number;
  readonly text: string;
}

/** More findings of one rule in one text help nobody. */
export const MOST_FINDINGS = 100;

const LONGEST_SHOWN = 60;

/** The findings of a rule as issues, each with its place; `text` names what was found, cut where it is long. */
export function toIssues(rule: string, passage: Passage, findings: Iterable<Finding>): Issue[] {
  const issues: Issue[] = [];
  for (const { at, text } of findings) {
    if (issues.length > MOST_FINDINGS) break;
    const position = passage.position(at);
    issues.push({
      code: `safety.${rule}`,
      severity: 'error',
      path: passage.path,
      params: { text: shown(passage.written(at, text)) },
      ...(position && { position }),
    });
  }
  return issues;
}

/** An issue about a part of a document that is no text. */
export function structureIssue(rule: string, path: Issue['path'], found: unknown): Issue {
  return { code: `safety.${rule}`, severity: 'error', path, params: { text: shown(describe(found)) } };
}

/** All matches of a pattern (with its g flag), as findings. Most texts have none, and are searched without a copy of the pattern. */
export function matchesOf(text: string, pattern: RegExp): readonly Finding[] {
  if (text.search(pattern) < 0) return NONE;
  return Array.from(text.matchAll(pattern), (match) => ({ at: match.index, text: match[0] }));
}

/** The same over another reading of a text in which nothing has moved; what was found is named as the text has it. */
export const matchesAs = (text: string, read: string, pattern: RegExp): readonly Finding[] =>
  matchesOf(read, pattern).map(({ at, text: { length } }) => ({ at, text: text.slice(at, at + length) }));

const NONE: readonly Finding[] = [];

function describe(found: unknown): string {
  if (typeof found === 'string') return found;
  return found === undefined ? 'nothing' : (JSON.stringify(found) ?? String(found));
}

function shown(text: string): string {
  const line = text
    .slice(0, LONGEST_SHOWN + 1)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}
