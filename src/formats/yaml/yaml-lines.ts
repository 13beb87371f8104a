/** A line of an authored text, taken apart as far as one line tells: `indent`, dashes, name, what stands behind the colon. */
export interface LineParts {
  /** Blanks in front. */
  readonly indent: number;
  /** Where the name or the text begins, behind any dashes. */
  readonly start: number;
  /** True where the line begins with a dash and a blank. */
  readonly dashed: boolean;
  /** The name of the field that begins here; undefined where none does. */
  readonly key: string | undefined;
  /** What stands behind the colon, or the whole text where there is no name. */
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

/** Lines that hold nothing to be read. */
export const isEmpty = (line: string | undefined) => line !== undefined && /^\s*(?:#.*)?$/.test(line);

/** The number of the nearest line at or after (or before) this one that holds something; undefined where there is none. */
export function nearestFilled(lines: readonly string[], from: number, step: 1 | -1): number | undefined {
  for (let n = from; n >= 0 && n < lines.length; n += step) if (!isEmpty(lines[n])) return n;
  return undefined;
}

/** The last line of what belongs to the line: all that follow and stand further in. */
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

const NEAR = 1_000;

/** The depths at which a line could stand: those of the lines above it that hold others, and one step inside the nearest. */
export function depthsAround(lines: readonly string[], at: number): number[] {
  const own = partsOf(lines[at] ?? '').indent;
  const depths = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  for (let n = at - 1; n >= Math.max(0, at - NEAR) && least > 0; n -= 1) {
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

/** The line with so many blanks in front. */
export const withIndent = (line: string, blanks: number) => ' '.repeat(Math.max(0, blanks)) + line.trimStart();

/** The text between quotation marks: single ones, with those inside written twice. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
