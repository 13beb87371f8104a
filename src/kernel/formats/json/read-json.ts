import { visit } from 'jsonc-parser';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { isDeeperThan } from './depth-of-json.ts';

/**
 * Maximum nesting: nothing that the kit writes is deeper, and a recursive walk of the value does not overflow the
 * stack.
 */
const MAX_DEPTH = 100;

/**
 * Parses a JSON text, or returns the position of its first error. A text that is nested too deep is refused unparsed.
 */
export function readJson(text: string, file: string): Parsed<unknown> {
  const issue = (code: string, line: number, column: number, params: Issue['params'] = {}): Parsed<unknown> => ({
    ok: false,
    issues: [{ code, severity: 'error', path: [], params, position: { file, line, column } }],
  });
  if (isDeeperThan(text, MAX_DEPTH)) return issue('json.too-deep', 1, 1, { most: MAX_DEPTH });
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const before = text.slice(0, firstError(text));
    return issue('json.syntax', before.split('\n').length, before.length - before.lastIndexOf('\n'));
  }
}

/** Offset of the first error of a JSON text: the engine gives it in some of its messages only. Nothing is built. */
function firstError(text: string): number {
  let found = 0;
  const stop = new Error();
  try {
    const onError = (_: unknown, offset: number) => {
      found = offset;
      throw stop;
    };
    visit(text, { onError }, { disallowComments: true });
  } catch (error) {
    if (error !== stop) throw error;
  }
  return found;
}
