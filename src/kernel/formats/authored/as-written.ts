import { escapePattern } from '#kernel/model/escape-pattern.ts';
import type { Issue, Position } from '#kernel/model/issue.ts';

/** The text after a field name, up to the end of the line or, in a flow mapping, up to the next comma or brace. */
export function writtenAfter(line: string, key: string): string | undefined {
  const named = new RegExp(`(?:^|[\\s{,-])["']?${escapePattern(key)}["']?\\s*:\\s*`).exec(line);
  if (!named) return undefined;
  const rest = line.slice(named.index + named[0].length);
  const between = line.slice(0, named.index + 1).includes('{');
  const quoted = /^(?:"[^"]*"|'[^']*')/.exec(rest)?.[0];
  if (quoted) return quoted;
  return (between ? (rest.split(/,\s|\s*\}/)[0] ?? '') : rest.replace(/\s+#.*$/, '')).trim();
}

/** The author's line with another value for a field; undefined where the field is not in that line. */
export function lineWith(
  lines: readonly string[],
  position: Position | undefined,
  key: string,
  value: string,
): Issue['mended'] {
  const line = lines[(position?.line ?? 0) - 1];
  const written = line === undefined ? undefined : writtenAfter(line, key);
  if (line === undefined || !written) return undefined;
  const named = new RegExp(`((?:^|[\\s{,-])["']?${escapePattern(key)}["']?\\s*:\\s*)${escapePattern(written)}`);
  return { line: position?.line ?? 1, text: line.replace(named, (_, before: string) => before + value) };
}

/** The author's line with a name replaced; undefined where the name is not at that position. */
export function lineRenamed(
  lines: readonly string[],
  position: Position | undefined,
  from: string,
  to: string,
): Issue['mended'] {
  const line = lines[(position?.line ?? 0) - 1];
  const column = (position?.column ?? 1) - 1;
  if (line === undefined || !line.startsWith(from, column)) return undefined;
  return { line: position?.line ?? 1, text: line.slice(0, column) + to + line.slice(column + from.length) };
}

const YES: readonly string[] = ['yes', 'y', 'on', 'true', 'ja', 'oui', 'si', '1'];
const NO: readonly string[] = ['no', 'n', 'off', 'false', 'nein', 'non', '0'];

/** The boolean that an author meant by this word; undefined where it is ambiguous. */
export function truthMeant(written: unknown): 'true' | 'false' | undefined {
  const word = bare(String(written)).toLowerCase();
  if (YES.includes(word)) return 'true';
  return NO.includes(word) ? 'false' : undefined;
}

const UNITS: readonly (readonly [pattern: RegExp, minutes: number])[] = [
  [/^(\d+) ?(?:m|min|mins|minutes?)?$/i, 1],
  [/^(\d+) ?(?:h|hrs?|hours?)$/i, 60],
  [/^(\d+) ?(?:d|days?)$/i, 1440],
];

/** The whole number of minutes that an author meant by another notation: `4 hours`, `"240"`, `4:00`. */
export function minutesMeant(written: string): number | undefined {
  const text = bare(written);
  for (const [pattern, minutes] of UNITS) {
    const found = pattern.exec(text);
    if (found) return Number(found[1]) * minutes;
  }
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  return clock ? Number(clock[1]) * 60 + Number(clock[2]) : undefined;
}

const bare = (text: string) => text.trim().replaceAll(/^["'“”‘’]|["'“”‘’]$/g, '');
