import { type ParseError, parse } from 'jsonc-parser';
import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { isDeeperThan } from './depth-of-json.ts';

/** Nothing that the kit writes is nested so deep, and a walk through a value reaches its end. */
const MAX_DEPTH = 100;

/** The value of a JSON text, or where it ceases to be one. A text that nests too deep is refused unread. */
export function readJson(text: string, file: string): Parsed<unknown> {
  const issue = (code: string, line: number, column: number, params: Issue['params'] = {}): Parsed<unknown> => ({
    ok: false,
    issues: [{ code, severity: 'error', path: [], params, position: { file, line, column } }],
  });
  if (isDeeperThan(text, MAX_DEPTH)) return issue('json.too-deep', 1, 1, { most: MAX_DEPTH });
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // The engine names the place in some of its messages only.
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    const before = text.slice(0, errors[0]?.offset ?? 0);
    return issue('json.syntax', before.split('\n').length, before.length - before.lastIndexOf('\n'));
  }
}
