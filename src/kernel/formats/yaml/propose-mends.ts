import type { Fault } from './fault.ts';
import type { Mend } from './mend.ts';
import { holderOf, mendsOfDash, mendsOfDepth, mendsOfText } from './mends-of-place.ts';
import { mendsOfValue } from './mends-of-value.ts';
import { nearestFilled, partsOf } from './yaml-lines.ts';

/** Maximum lines above that are searched for an unclosed quotation mark. */
const MAX_LINES_ABOVE = 60;

/** Mends for the first fault of a text that is not valid YAML, most likely first. */
export function proposeMends(lines: readonly string[], { code, line }: Fault): Mend[] {
  const at = nearestFilled(lines, Math.min(line, lines.length) - 1, 1) ?? nearestFilled(lines, lines.length - 1, -1);
  if (at === undefined) return [];
  if (code === 'yaml.empty-name') return mendsOfName(lines, at);
  const before = nearestFilled(lines, at - 1, -1) ?? at;
  const next = nearestFilled(lines, at + 1, 1) ?? at;
  const here = partsOf(lines[at] ?? '');
  const above = partsOf(lines[before] ?? '');
  const holder = holderOf(lines, at, here.indent);
  const open = openQuoteAbove(lines, at);
  const isInsideNothing = partsOf(lines[next] ?? '').indent > here.indent && here.value !== '';
  const isBesideItsOwn = above.value === '' && above.key !== undefined && above.indent >= here.indent;
  const moving = [
    ...(isInsideNothing ? [next] : []),
    ...(isBesideItsOwn ? [before] : []),
    ...(holder === undefined ? [] : [holder]),
    at,
    before,
  ];
  const tabs = [at, before, next].filter((n) => /^\s*\t/.test(lines[n] ?? ''));
  return [
    ...[...new Set(tabs)].flatMap((n) => mendsOfDepth(lines, n)),
    ...mendsOfDash(lines, at),
    ...[...new Set([at, before, next])].flatMap((n) => mendsOfValue(lines, n)),
    ...(open === undefined ? [] : mendsOfValue(lines, open)),
    ...mendsOfText(lines, at),
    ...[...new Set(moving)].flatMap((n) => mendsOfDepth(lines, n)),
  ];
}

/** Mends for valid YAML of an unexpected shape: a part whose indentation puts it elsewhere. */
export function proposeMoves(lines: readonly string[], { line }: Pick<Fault, 'line'>): Mend[] {
  const at = line - 1;
  const next = nearestFilled(lines, at + 1, 1) ?? at;
  return [
    ...mendsOfText(lines, at).filter(({ code }) => code.endsWith('-set-in')),
    ...mendsOfText(lines, next).filter(({ code }) => code.endsWith('-set-in')),
    ...mendsOfValue(lines, at).filter(({ code }) => code === 'yaml.comma-in-text'),
    ...mendsOfDepth(lines, at),
  ];
}

/** Field names at the same depth elsewhere in the text that may be missing before a colon. */
function mendsOfName(lines: readonly string[], at: number): Mend[] {
  const line = lines[at] ?? '';
  const { indent } = partsOf(line);
  const names = new Set<string>();
  for (const other of lines) {
    const { key, start } = partsOf(other);
    if (key !== undefined && start === indent) names.add(key);
  }
  return [...names].map((key) => ({
    code: 'yaml.missing-name',
    params: { key },
    at,
    changes: [[at, line.replace(/^(\s*)(?:''|"")?\s*:/, `$1${key}:`)]],
    guessed: true,
  }));
}

/** The nearest line above with a quotation mark that is not closed in it. */
function openQuoteAbove(lines: readonly string[], at: number): number | undefined {
  for (let n = at; n >= Math.max(0, at - MAX_LINES_ABOVE); n -= 1) {
    const { value } = partsOf(lines[n] ?? '');
    const mark = value[0];
    if ((mark === '"' || mark === "'") && (value.length === 1 || !value.endsWith(mark))) return n;
  }
  return undefined;
}
