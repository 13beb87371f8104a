import type { z } from 'zod';
import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { readYaml, type YamlText } from '#formats/yaml/read-yaml.ts';
import { suggestField } from './field-names.ts';

/** A parsed record together with the places of its parts, for checks that come after parsing. */
export interface Placed<Value> {
  readonly value: Value;
  readonly position: YamlText['position'];
  /** What is unusual about the file and does no harm. */
  readonly warnings: readonly Issue[];
}

/** More issues than this of one file help nobody. */
const MOST_ISSUES = 100;

/** Reads a YAML file and holds it against a schema; all faults at once, each with its line and column. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
): Parsed<Placed<z.output<Schema>>> {
  const read = readYaml(text, file);
  if (!read.ok) return { ok: false, issues: firstOf(read.issues, file) };
  const { value, position, warnings } = read.value;
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: { value: parsed.data, position, warnings } };
  const first = parsed.error.issues.slice(0, MOST_ISSUES + 1);
  return {
    ok: false,
    issues: firstOf(
      first.flatMap((issue) => toIssues(issue, schema, read.value)),
      file,
    ),
  };
}

/** The first issues of a file, and where the next one stands: a file of the wrong kind may have as many as it has lines. */
function firstOf(issues: readonly Issue[], file: string): readonly Issue[] {
  const next = issues[MOST_ISSUES];
  if (!next) return issues;
  const { position = { file, line: 1, column: 1 } } = next;
  const more: Issue = {
    code: 'file.more-issues',
    severity: 'error',
    path: [],
    params: { most: MOST_ISSUES },
    position,
  };
  return [...issues.slice(0, MOST_ISSUES), more];
}

type ZodIssue = z.core.$ZodIssue;

function toIssues(issue: ZodIssue, schema: z.ZodType, { value, position }: YamlText): Issue[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const at = (code: string, where: readonly (string | number)[], params: Issue['params']): Issue => ({
    code,
    severity: 'error',
    path: where,
    params: { field: where.join('.') || 'document', ...params },
    position: position(where),
  });
  const oneOf = (allowed: readonly unknown[]): Issue =>
    isThere(value, path)
      ? at('schema.not-one-of', path, { allowed: allowed.map(String).join(', ') })
      : at('schema.missing', path, {});
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_ISSUES + 1).map((key) => {
        const suggestion = suggestField(schema, path, key);
        return suggestion
          ? at('schema.unknown-field-near', [...path, key], { key, suggestion })
          : at('schema.unknown-field', [...path, key], { key });
      });
    case 'invalid_type':
      return [
        issue.message.endsWith('received undefined')
          ? at('schema.missing', path, {})
          : at('schema.wrong-type', path, { expected: issue.expected }),
      ];
    case 'invalid_value':
      return [oneOf(issue.values)];
    case 'too_small':
      return [at('schema.too-small', path, { least: Number(issue.minimum) })];
    case 'too_big':
      return [at('schema.too-big', path, { most: Number(issue.maximum) })];
    case 'invalid_key':
      return [at('schema.invalid', path, { said: issue.issues[0]?.message ?? issue.message })];
    case 'invalid_union': {
      if ('options' in issue && issue.options) return [oneOf(issue.options)];
      const kinds = issue.errors.map(([first]) => (first?.code === 'invalid_type' ? first.expected : undefined));
      // What was written is of one of the kinds that may stand here, and only that kind has something to say.
      const meant =
        issue.errors[kinds.findIndex((kind, n) => kind === undefined || (issue.errors[n]?.[0]?.path.length ?? 0) > 0)];
      if (!isThere(value, path)) return [at('schema.missing', path, {})];
      if (!meant) return [at('schema.wrong-type', path, { expected: kinds.join(' or ') })];
      return meant.flatMap((inner) =>
        toIssues({ ...inner, path: [...issue.path, ...inner.path] } as ZodIssue, schema, {
          value,
          position,
          warnings: [],
        }),
      );
    }
  }
  return [at('schema.invalid', path, { said: issue.message.replace(/\.$/, '') })];
}

/** Whether the document holds anything at that path. */
function isThere(value: unknown, path: readonly (string | number)[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return value !== undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
  return isThere((value as Record<string | number, unknown>)[step], rest);
}
