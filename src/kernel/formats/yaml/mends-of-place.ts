import type { Mend } from './mend.ts';
import { depthsAround, isEmpty, lastOf, nearestFilled, partsOf, withIndent } from './yaml-lines.ts';

/** Maximum lines above that are searched for a slip, and maximum lines of a text that lacks its indentation. */
const MAX_LINES_ABOVE = 12;

/** A missing dash before a list item, or a dash without a space. */
export function mendsOfDash(lines: readonly string[], at: number): Mend[] {
  const line = lines[at];
  if (line === undefined) return [];
  const { indent, key, value, dashed } = partsOf(line);
  const named = key ?? value.split(/[\s,}\]]/)[0] ?? '';
  const found: Mend[] = [];
  if (/^\s*-[A-Za-z{["']/.test(line))
    found.push({
      code: 'yaml.dash-without-blank',
      params: { key: line.trim().slice(1).split(':')[0] ?? '' },
      at,
      changes: [[at, line.replace('-', '- ')]],
    });
  const dash = (n: number, blanks: number): Mend => {
    const { key: name, value: text } = partsOf(lines[n] ?? '');
    const written = `${' '.repeat(blanks)}- ${(lines[n] ?? '').trimStart()}`;
    return {
      code: 'yaml.missing-dash',
      params: { key: name ?? firstWords(text), needs: blanks },
      at: n,
      changes: [[n, written]],
    };
  };
  if (dashed) {
    // The first item of this list may be the one without a dash: it is below the line of the list's key.
    const holder = holderOf(lines, at, indent);
    const first = holder === undefined ? undefined : nearestFilled(lines, holder + 1, 1);
    if (first !== undefined && first < at && !partsOf(lines[first] ?? '').dashed) found.push(dash(first, indent));
    return found;
  }
  const item = itemAbove(lines, at);
  const flow = /^[{[]/.test(named) || /^[{[]/.test(value);
  if (item && (flow ? item.indent <= indent : item.key === key)) found.push(dash(at, item.indent));
  const next = nearestFilled(lines, at + 1, 1);
  const inside = next !== undefined && partsOf(lines[next] ?? '').indent > indent;
  if (key !== undefined && value !== '' && inside) found.push(dash(at, indent));
  return found;
}

/** A text after `>-` that is not indented, or a text of several lines without `>-`. */
export function mendsOfText(lines: readonly string[], at: number): Mend[] {
  for (let n = at; n >= Math.max(0, at - MAX_LINES_ABOVE); n -= 1) {
    const { key, start, value } = partsOf(lines[n] ?? '');
    if (key === undefined) continue;
    if (/^[>|][+-]?$/.test(value)) return setIn(lines, n, key, start);
    if (value === '' && n < at) {
      const mended = `${(lines[n] ?? '').trimEnd()} >-`;
      return [{ code: 'yaml.text-without-mark', params: { key }, at: n, changes: [[n, mended]] }];
    }
  }
  return [];
}

function setIn(lines: readonly string[], head: number, key: string, start: number): Mend[] {
  const first = lines.findIndex((line, n) => n > head && !isEmpty(line) && partsOf(line).indent <= start);
  if (first < 0 || first > head + MAX_LINES_ABOVE) return [];
  const inner = nearestFilled(lines, head + 1, 1) ?? first;
  // After a correctly indented text, a field is a field.
  if (inner < first && partsOf(lines[first] ?? '').key !== undefined) return [];
  const needs = inner < first ? partsOf(lines[inner] ?? '').indent : start + 2;
  return Array.from({ length: MAX_LINES_ABOVE }, (_, n) => first + n)
    .filter((last) => last < lines.length)
    .map((last) => ({
      code: first === last ? 'yaml.line-not-set-in' : 'yaml.text-not-set-in',
      params: { key, needs, last: last + 1 },
      at: first,
      changes: range(first, last).map((n) => [n, isEmpty(lines[n]) ? '' : withIndent(lines[n] ?? '', needs)] as const),
    }));
}

/** A line with wrong indentation, alone or with everything that belongs to it; nearest depths first. */
export function mendsOfDepth(lines: readonly string[], at: number): Mend[] {
  const line = lines[at];
  if (line === undefined || isEmpty(line)) return [];
  const { indent, key, value } = partsOf(line);
  const named = key ?? firstWords(value);
  const last = lastOf(lines, at);
  return depthsAround(lines, at).flatMap((needs): Mend[] => {
    const params = { key: named, has: indent, needs };
    const tab = /^\s*\t/.test(line);
    const alone: Mend = {
      code: tab ? 'yaml.tab' : 'yaml.wrong-depth',
      params,
      at,
      changes: [[at, withIndent(line, needs)]],
      moves: true,
    };
    if (last === at || tab) return [alone];
    const by = needs - indent;
    const blocks = endsOf(lines, at, last).map(
      (end): Mend => ({
        code: by > 0 ? 'yaml.part-too-far-out' : 'yaml.part-too-far-in',
        params: { ...params, last: end + 1, by: Math.abs(by) },
        at,
        changes: range(at, end).map((n) => [n, shifted(lines[n] ?? '', by)] as const),
        moves: true,
      }),
    );
    return [alone, ...blocks];
  });
}

/** Maximum ends of a part that are tried: a part may have been moved before the lines that belong to another one. */
const MAX_ENDS = 8;

/** Possible ends of a part: after all deeper lines, or before one of the parts or items in it. */
function endsOf(lines: readonly string[], at: number, last: number): number[] {
  const first = nearestFilled(lines, at + 1, 1) ?? last;
  const inside = partsOf(lines[first] ?? '').indent;
  const heads = range(first + 1, last).filter((n) => {
    const { indent, key, value, dashed } = partsOf(lines[n] ?? '');
    return indent === inside && (dashed || (key !== undefined && value === '')) && !isEmpty(lines[n]);
  });
  return [last, ...heads.slice(0, MAX_ENDS).map((n) => nearestFilled(lines, n - 1, -1) ?? n)];
}

/** The nearest less indented line above with nothing after its colon, so that the line belongs to it. */
export function holderOf(lines: readonly string[], at: number, indent: number): number | undefined {
  for (let n = at - 1; n >= 0; n -= 1) {
    if (isEmpty(lines[n])) continue;
    const parts = partsOf(lines[n] ?? '');
    if (parts.indent < indent) return parts.key !== undefined && parts.value === '' ? n : undefined;
  }
  return undefined;
}

/** The list item above that would contain the line if no dash were missing. */
function itemAbove(lines: readonly string[], at: number): { indent: number; key: string | undefined } | undefined {
  const { indent } = partsOf(lines[at] ?? '');
  for (let n = at - 1; n >= 0; n -= 1) {
    if (isEmpty(lines[n])) continue;
    const parts = partsOf(lines[n] ?? '');
    if (parts.dashed && parts.indent <= indent) return parts;
    if (!parts.dashed && parts.indent < indent) return undefined;
  }
  return undefined;
}

/** Maximum characters by which a text is quoted. */
const MAX_QUOTED_LENGTH = 24;
const firstWords = (text: string) => (text.length > MAX_QUOTED_LENGTH ? `${text.slice(0, MAX_QUOTED_LENGTH)}…` : text);

const shifted = (line: string, by: number) => (isEmpty(line) ? line : withIndent(line, partsOf(line).indent + by));

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
