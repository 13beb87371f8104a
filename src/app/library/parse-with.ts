import type { z } from 'zod';
import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { readYaml, type YamlText } from '#formats/yaml/read-yaml.ts';
import { MAX_ISSUES, schemaIssues } from './schema-issues.ts';
import { findMoved } from './schema-slips.ts';

/** A parsed record together with the places of its parts, for checks that come after parsing. */
export interface Placed<Value> {
  readonly value: Value;
  readonly position: YamlText['position'];
  /** What is unusual about the file and does no harm. */
  readonly warnings: readonly Issue[];
  /** The text, line by line, so that a line can be shown as it should read. */
  readonly lines: readonly string[];
}

/** Reads a YAML file and holds it against a schema; all faults at once, each with its line and column. */
export function parseWith<Schema extends z.ZodType>(
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

/** The first issues of a file, and where the next one stands: a file of the wrong kind may have as many as it has lines. */
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
