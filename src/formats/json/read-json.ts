import type { Parsed } from '#core/kernel/issue.ts';

/** The value of a JSON text, or where it ceases to be one. */
export function readJson(text: string, file: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const said = (error as SyntaxError).message;
    const at = Number(/position (\d+)/.exec(said)?.[1] ?? 0);
    const before = text.slice(0, at);
    const position = { file, line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
    return { ok: false, issues: [{ code: 'json.syntax', severity: 'error', path: [], params: {}, position }] };
  }
}
