import type { z } from 'zod';
import { applyMend, type Mend } from '#kernel/formats/yaml/mend.ts';
import { proposeMoves } from '#kernel/formats/yaml/propose-mends.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { partsOf } from '#kernel/formats/yaml/yaml-lines.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { schemaIssues } from './schema-issues.ts';

/** Issue codes that a part at the wrong indentation causes. */
const MOVABLE: readonly string[] = ['schema.unknown-field', 'schema.unknown-field-near', 'schema.nothing-set-in'];
const MAX_SLIPS = 5;
const MAX_TRIES = 40;
/** Limits for reparsing one file: characters, then lines. */
const MAX_READ = 4_000_000;
const MAX_LINES = 60_000;

/**
 * Finds parts at the wrong indentation by moving them: where a move removes issues, one issue names the line, and the
 * issues that it caused are folded into it.
 */
export function findMoved(issues: readonly Issue[], schema: z.ZodType, text: string, file: string): Issue[] {
  const slips: Issue[] = [];
  let lines: readonly string[] = text.split('\n');
  let left = issues;
  let tries = Math.floor(Math.min(MAX_READ / Math.max(1, text.length), MAX_LINES / lines.length));
  const asked = new Set<string>();
  for (;;) {
    const fault = left.find((issue) => isMovable(issue) && !asked.has(placeOf(issue)));
    if (!fault?.position || slips.length >= MAX_SLIPS) break;
    asked.add(placeOf(fault));
    let best: { mend: Mend; lines: readonly string[]; after: readonly Issue[] } | undefined;
    for (const mend of proposeMoves(lines, fault.position).slice(0, Math.min(MAX_TRIES, tries))) {
      tries -= 1;
      const mended = applyMend(lines, mend);
      const after = issuesOf(mended, mend, schema, file);
      if (after && after.length < (best?.after ?? left).length) best = { mend, lines: mended, after };
      if (after?.length === 0) break;
    }
    if (!best) continue;
    const { mend, after } = best;
    const gone = left.filter((issue) => issue !== fault && !after.some((other) => placeOf(other) === placeOf(issue)));
    slips.push({
      code: mend.code,
      severity: 'error',
      path: fault.path,
      params: mend.params,
      position: { file, line: mend.at + 1, column: 1 + partsOf(lines[mend.at] ?? '').indent },
      mended: { line: mend.at + 1, text: mend.changes.find(([line]) => line === mend.at)?.[1] ?? '' },
      ...(gone.length > 0 && { follows: { issues: gone, sure: true } }),
    });
    lines = best.lines;
    left = after;
  }
  return [...slips, ...left];
}

/** A misspelled field name is excluded: it is at the right place. */
const isMovable = ({ code, follows }: Issue) => MOVABLE.includes(code) && !follows;

const placeOf = ({ code, path }: Issue) => `${code} ${path.join('.')}`;

/** The schema issues of the text after the mend; undefined where the mend is not plausible. */
function issuesOf(lines: readonly string[], mend: Mend, schema: z.ZodType, file: string): readonly Issue[] | undefined {
  const text = lines.join('\n');
  const { start, key } = partsOf(lines[mend.at] ?? '');
  if (mend.moves && mend.changes.length === 1 && !isNameAtDepth(lines, mend.at, start, key)) return undefined;
  const read = readYaml(text, file, undefined, 'as-it-stands');
  if (!read.ok || (mend.moves && !read.value.beginsAt(mend.at + 1, start + 1))) return undefined;
  const { value, position } = read.value;
  return schemaIssues(schema.safeParse(value).error?.issues ?? [], { schema, value, position, lines });
}

/**
 * A single line is moved only to a depth at which the same field occurs elsewhere: many places accept a field of any
 * name.
 */
const isNameAtDepth = (lines: readonly string[], at: number, depth: number, key: string | undefined) =>
  lines.some((line, n) => {
    const other = partsOf(line);
    return n !== at && other.start === depth && other.key === key && key !== undefined;
  });
