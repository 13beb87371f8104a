/**
 * The parts of one line of an authored text, as far as a single line shows them: `indent`, dashes, key, and value after
 * the colon.
 */
export interface LineParts {
  /** Number of leading spaces. */
  readonly indent: number;
  /** Offset of the key or the text, after any dashes. */
  readonly start: number;
  /** True if the line begins with a dash and a space. */
  readonly dashed: boolean;
  /** The key of the field that begins here; undefined if there is none. */
  readonly key: string | undefined;
  /** The text after the colon, or the whole text if there is no key. */
  readonly value: string;
}

const FIELD = /^([A-Za-z][\w.-]*)\s*:(?:\s+(.*))?$/;

export function partsOf(line: string): LineParts {
  const front = /^\s*/.exec(line)?.[0].length ?? 0;
  const dashes = /^\s*(?:-\s+)*/.exec(line)?.[0].length ?? 0;
  const rest = line.slice(dashes).trimEnd();
  const field = FIELD.exec(rest);
  return {
    indent: front,
    start: dashes,
    dashed: dashes > front,
    key: field?.[1],
    value: field ? (field[2] ?? '') : rest,
  };
}

/** True for a blank line or a comment. */
export const isEmpty = (line: string | undefined) => line !== undefined && /^\s*(?:#.*)?$/.test(line);

/** The number of the nearest non-empty line at or after (or before) this one; undefined if there is none. */
export function nearestFilled(lines: readonly string[], from: number, step: 1 | -1): number | undefined {
  for (let n = from; n >= 0 && n < lines.length; n += step) if (!isEmpty(lines[n])) return n;
  return undefined;
}

/** The last line that belongs to the line: all following lines that are indented deeper. */
export function lastOf(lines: readonly string[], at: number): number {
  const { indent } = partsOf(lines[at] ?? '');
  let last = at;
  for (let n = at + 1; n < lines.length; n += 1) {
    if (isEmpty(lines[n])) continue;
    if (partsOf(lines[n] ?? '').indent <= indent) break;
    last = n;
  }
  return last;
}

const MAX_LINES_ABOVE = 1_000;

/** Possible depths of a line: those of its ancestors' lines above, and one step inside the nearest. */
export function depthsAround(lines: readonly string[], at: number): number[] {
  const own = partsOf(lines[at] ?? '').indent;
  const depths = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  for (let n = at - 1; n >= Math.max(0, at - MAX_LINES_ABOVE) && least > 0; n -= 1) {
    const line = lines[n] ?? '';
    if (isEmpty(line)) continue;
    const { indent, start, value } = partsOf(line);
    if (indent >= least) continue;
    least = indent;
    depths.add(indent).add(start);
    if (value === '') depths.add(start + 2);
  }
  depths.delete(own);
  return [...depths].sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
}

/** The line with this many leading spaces. */
export const withIndent = (line: string, blanks: number) => ' '.repeat(Math.max(0, blanks)) + line.trimStart();

/** The text in single quotation marks, with inner ones doubled. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
