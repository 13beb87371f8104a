import type { z } from 'zod';
import { readYaml, type YamlText } from '#kernel/formats/yaml/read-yaml.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { rememberLast } from '#kernel/model/remember-last.ts';
import { MAX_ISSUES, schemaIssues } from './schema-issues.ts';
import { findMoved } from './schema-slips.ts';

/** A parsed record with the positions of its parts, for checks after parsing. */
export interface Placed<Value> {
  readonly value: Value;
  readonly position: YamlText['position'];
  /** Harmless oddities of the file. */
  readonly warnings: readonly Issue[];
  /** The lines of the file, so that an issue can show a corrected line. */
  readonly lines: readonly string[];
}

/** A project has some three hundred files; at each save of an author one of them has changed. */
const MAX_REMEMBERED = 400;
const remember = rememberLast<Parsed<Placed<unknown>>>(MAX_REMEMBERED);

/**
 * Reads a YAML file and validates it against a schema; reports all faults at once, each with line and column. A file that
 * has not changed since it was read last is not read again.
 */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
): Parsed<Placed<z.output<Schema>>> {
  return remember(file, [schema, text], () => parseAnew(schema, text, file)) as Parsed<Placed<z.output<Schema>>>;
}

function parseAnew<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
): Parsed<Placed<z.output<Schema>>> {
  const read = readYaml(text, file, (value) => schema.safeParse(value).error?.issues.length ?? 0);
  if (!read.ok) return { ok: false, issues: firstOf(read.issues, file) };
  const { value, position, warnings } = read.value;
  const lines = text.split('\n');
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: { value: parsed.data, position, warnings, lines } };
  const issues = schemaIssues(parsed.error.issues, { schema, value, position, lines });
  return { ok: false, issues: firstOf(findMoved(issues, schema, text, file), file) };
}

/**
 * At most `MAX_ISSUES` issues and a note where the next one is: a file of the wrong kind may have one in every line.
 */
function firstOf(issues: readonly Issue[], file: string): readonly Issue[] {
  const next = issues[MAX_ISSUES];
  if (!next) return issues;
  const { position = { file, line: 1, column: 1 } } = next;
  const more: Issue = {
    code: 'file.more-issues',
    severity: 'error',
    path: [],
    params: { most: MAX_ISSUES },
    position,
  };
  return [...issues.slice(0, MAX_ISSUES), more];
}
