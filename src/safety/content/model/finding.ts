import type { Issue } from '#kernel/model/issue.ts';
import type { Passage } from './passage.ts';

/** A part of a text that a rule refuses: its offset and its words. */
export interface TextFinding {
  readonly at: number;
  readonly text: string;
}

/** Maximum number of findings of one rule reported for one text. */
export const MAX_FINDINGS = 100;

const MAX_SHOWN_LENGTH = 60;

/** Converts the findings of a rule to issues with positions; `text` quotes the finding, truncated if it is long. */
export function toIssues(rule: string, passage: Passage, findings: Iterable<TextFinding>): Issue[] {
  const issues: Issue[] = [];
  for (const { at, text } of findings) {
    if (issues.length > MAX_FINDINGS) break;
    const position = passage.position(at);
    const span = passage.span(at, text);
    issues.push({
      code: `safety.${rule}`,
      severity: 'error',
      path: passage.path,
      params: { text: shown(passage.written(at, text)) },
      ...(position && { position }),
      ...(span && { span }),
    });
  }
  return issues;
}

/** An issue about a part of a document that is not text. */
export function structureIssue(rule: string, path: Issue['path'], found: unknown): Issue {
  return { code: `safety.${rule}`, severity: 'error', path, params: { text: shown(describe(found)) } };
}

/**
 * All matches of a pattern (with its g flag), as findings. Most texts have none, and are searched without copying the
 * pattern.
 */
export function matchesOf(text: string, pattern: RegExp): readonly TextFinding[] {
  if (text.search(pattern) < 0) return NONE;
  return Array.from(text.matchAll(pattern), (match) => ({ at: match.index, text: match[0] }));
}

/** Matches in a normalised text of equal length; findings quote the original text. */
export const matchesAs = (text: string, read: string, pattern: RegExp): readonly TextFinding[] =>
  matchesOf(read, pattern).map(({ at, text: { length } }) => ({ at, text: text.slice(at, at + length) }));

const NONE: readonly TextFinding[] = [];

function describe(found: unknown): string {
  if (typeof found === 'string') return found;
  return found === undefined ? 'nothing' : (JSON.stringify(found) ?? String(found));
}

function shown(text: string): string {
  const line = text
    .slice(0, MAX_SHOWN_LENGTH + 1)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > MAX_SHOWN_LENGTH ? `${line.slice(0, MAX_SHOWN_LENGTH - 1)}…` : line;
}
