import type { Mend } from './mend.ts';
import { partsOf, quoted } from './yaml-lines.ts';

/** Characters that start something other than plain text in YAML. */
const SPECIAL_STARTS = '!@*&%`|>[{';
const OPENING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** Mends of the value after a colon: quotation marks around it, or a missing mark. */
export function mendsOfValue(lines: readonly string[], at: number): Mend[] {
  const line = lines[at];
  if (line === undefined) return [];
  const { key = '', start, value } = partsOf(line);
  const text = value.replace(/\s+#.*$/, '');
  const head = value === '' ? line : line.slice(0, line.trimEnd().length - value.length);
  const named = key || (value.split(':')[0] ?? '');
  const mend = (code: string, written: string, params: Mend['params'] = {}): Mend => ({
    code,
    params: { key: named, ...params },
    at,
    changes: [[at, written]],
  });
  const found: Mend[] = mendsInBrackets(line, at);
  const joined = /^(\s*(?:-\s+)*)([A-Za-z][\w-]*):(?=[^\s:/])/.exec(line);
  if (joined) found.push(mend('yaml.colon-without-blank', line.replace(/:/, ': '), { key: joined[2] ?? '' }));
  const beside = /^((?:[>|][+-]?))\s+(\S.*)$/.exec(value);
  if (key && beside) {
    const blanks = start + 2;
    const lower = `${head}${beside[1]}\n${withBlanks(blanks, beside[2] ?? '')}`;
    found.push(mend('yaml.text-beside-mark', lower, { mark: beside[1] ?? '', needs: blanks }));
  }
  const mark = value[0] ?? '';
  if (mark === '"' || mark === "'") {
    const closed = value.length > 1 && value.endsWith(mark);
    const inner = value.slice(1, closed ? -1 : undefined);
    if (!closed && !inner.includes(mark)) found.push(mend('yaml.open-quote', `${line.trimEnd()}${mark}`, { mark }));
    found.push(mend('yaml.quote-in-text', head + quoted(mark === "'" || closed ? inner : value)));
  } else if (text !== '' && key) {
    if (/:(?:\s|$)/.test(value)) {
      found.push(mend('yaml.colon-in-text', head + quoted(value)));
      found.push(mend('yaml.colon-in-long-text', `${head}>-\n${withBlanks(start + 2, value)}`, { needs: start + 2 }));
    }
    if (SPECIAL_STARTS.includes(mark)) found.push(mend('yaml.sign-at-start', head + quoted(value), { sign: mark }));
  } else if (!key && SPECIAL_STARTS.includes(mark) && !OPENING[mark]) {
    found.push(mend('yaml.sign-at-start', head + quoted(value), { sign: mark }));
  }
  return found;
}

const withBlanks = (blanks: number, text: string) => ' '.repeat(blanks) + text;

/** The same inside `{ ... }`: a text with a colon or a comma in it, or an unclosed bracket. */
function mendsInBrackets(line: string, at: number): Mend[] {
  const found: Mend[] = [];
  const last = line.trimEnd();
  for (const open of '{[') {
    const close = OPENING[open] ?? '';
    const missing = count(line, open) - count(line, close);
    if (missing > 0)
      found.push({
        code: 'yaml.open-bracket',
        params: { open, close },
        at,
        changes: [[at, `${last} ${Array(missing).fill(close).join(' ')}`]],
      });
  }
  const inside = /^(\s*(?:-\s+)*(?:[\w-]+:\s+)?)\{(.*)\}\s*$/.exec(line);
  const body = inside?.[2] ?? '';
  for (const field of body.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*):\s+/g)) {
    const begins = field.index + field[0].length;
    const rest = body.slice(begins);
    if (/^["'{[]/.test(rest)) continue;
    const ends = [...rest.matchAll(/,\s*[A-Za-z][\w-]*:\s/g)].map(({ index }) => index);
    for (const end of [rest.trimEnd().length, ...ends.reverse()]) {
      const text = rest.slice(0, end);
      const code = /:\s/.test(text) ? 'yaml.colon-in-text' : 'yaml.comma-in-text';
      if (!/[:,]/.test(text)) continue;
      const mended = `${inside?.[1]}{${body.slice(0, begins)}${quoted(text)}${rest.slice(end)}}`;
      found.push({ code, params: { key: field[1] ?? '' }, at, changes: [[at, mended]] });
    }
  }
  return found;
}

const count = (text: string, sign: string) => text.split(sign).length - 1;
