import type { z } from 'zod';
import type { YamlText } from '#kernel/formats/yaml/read-yaml.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { lineRenamed, lineWith, minutesMeant, truthMeant, writtenAfter } from './as-written.ts';
import { type Bounds, boundsAt, suggestField } from './field-names.ts';
import { nearestName } from './nearest-name.ts';

type ZodIssue = z.core.$ZodIssue;
type Steps = readonly (string | number)[];

/** A text that was read but fails its schema. */
export interface Misshapen extends Pick<YamlText, 'value' | 'position'> {
  readonly schema: z.core.$ZodType;
  readonly lines: readonly string[];
}

/** Maximum number of issues reported for one file. */
export const MAX_ISSUES = 100;

/** Names of value types in messages to authors. */
const KINDS: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  object: 'fields of its own under it, further in',
  record: 'fields of its own under it, further in',
  array: 'a list under it, each item with a dash',
  tuple: 'a list under it, each item with a dash',
};

/** Converts Zod issues to issues in the words of authors, each with the corrected line where it is known. */
export function schemaIssues(zodIssues: readonly ZodIssue[], text: Misshapen): Issue[] {
  const issues = zodIssues.slice(0, MAX_ISSUES + 1).flatMap((issue) => toIssues(issue, text));
  const seen = new Set<string>();
  return foldRenamed(issues).filter(({ code, path }) => {
    const name = `${code} ${path.join('.')}`;
    return !seen.has(name) && seen.add(name);
  });
}

/** Folds the issue of a missing field into that of its misspelled name. */
function foldRenamed(issues: readonly Issue[]): Issue[] {
  const missing = new Map(issues.filter(({ code }) => code === 'schema.missing').map((i) => [i.path.join('\n'), i]));
  const folded = new Set<Issue>();
  const found = issues.map((issue) => {
    if (issue.code !== 'schema.unknown-field-near') return issue;
    const meant = missing.get([...issue.path.slice(0, -1), issue.params.suggestion].join('\n'));
    if (!meant || folded.has(meant)) return issue;
    folded.add(meant);
    return { ...issue, follows: { issues: [meant], sure: true } };
  });
  return found.filter((issue) => !folded.has(issue));
}

function toIssues(issue: ZodIssue, text: Misshapen): Issue[] {
  const { schema, value, position, lines } = text;
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  const at = (code: string, where: Steps, params: Issue['params'], mended?: Issue['mended']): Issue => ({
    code,
    severity: 'error',
    path: where,
    params: { field: where.join('.') || 'document', ...params },
    position: position(where),
    ...(mended && { mended }),
  });
  const here = valueAt(value, path);
  const replaced = (by: string) => lineWith(lines, position(path), key, by);
  const oneOf = (allowed: readonly unknown[]): Issue => {
    if (here === undefined) return at('schema.missing', path, {});
    if (here === null) return at('schema.empty', path, { key, expected: `one of: ${allowed.join(', ')}` });
    // A list or fields may have a field "toString", and are near to no word.
    const written = typeof here === 'object' ? '' : String(here);
    const near = allowed.map(String).find((name) => name.toLowerCase() === written.toLowerCase());
    const meant = near ?? (written === '' ? undefined : nearestName(written, allowed.map(String)));
    const params = { written: inWords(here), allowed: allowed.join(', ') };
    return at('schema.not-one-of', path, params, meant === undefined ? undefined : replaced(meant));
  };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MAX_ISSUES + 1).map((name) => {
        const where = [...path, name];
        const suggestion = suggestField(schema, path, name);
        return suggestion
          ? at(
              'schema.unknown-field-near',
              where,
              { key: name, suggestion },
              lineRenamed(lines, position(where), name, suggestion),
            )
          : at('schema.unknown-field', where, { key: name });
      });
    case 'invalid_type': {
      if (here === undefined) return [at('schema.missing', path, {})];
      if (here === null) return [at('schema.empty', path, { key, expected: KINDS[issue.expected] ?? issue.expected })];
      if (issue.expected === 'number' || issue.expected === 'int') return [aNumber()];
      if (issue.expected === 'boolean') {
        const meant = truthMeant(here);
        return [at('schema.not-true-or-false', path, { written: inWords(here) }, meant && replaced(meant))];
      }
      const expected = KINDS[issue.expected] ?? issue.expected;
      const quoted =
        issue.expected === 'string' && typeof here !== 'object' ? replaced(`"${String(here)}"`) : undefined;
      return [at('schema.wrong-type', path, { written: inWords(here), expected }, quoted)];
    }
    case 'invalid_value':
      return [oneOf(issue.values)];
    case 'too_small':
      if (typeof here === 'number') return [aNumber(Number(issue.minimum))];
      if (here === '') return [emptyText()];
      return [at('schema.too-small', path, { least: Number(issue.minimum) })];
    case 'too_big':
      if (typeof here === 'number') return [aNumber()];
      return [at('schema.too-big', path, { most: Number(issue.maximum) })];
    case 'invalid_key':
      return [at('schema.invalid', path, { said: issue.issues[0]?.message ?? issue.message })];
    case 'invalid_union': {
      if ('options' in issue && issue.options) return [oneOf(issue.options)];
      const kinds = issue.errors.map(([first]) => (first?.code === 'invalid_type' ? first.expected : undefined));
      // Only the issues of the alternative that has the type of the written value are useful.
      const meant =
        issue.errors[kinds.findIndex((kind, n) => kind === undefined || (issue.errors[n]?.[0]?.path.length ?? 0) > 0)];
      if (here === undefined) return [at('schema.missing', path, {})];
      const expected = kinds.map((kind) => KINDS[kind ?? ''] ?? kind).join(', or ');
      if (here === null) return [at('schema.empty', path, { key, expected })];
      if (!meant) return [at('schema.wrong-type', path, { written: inWords(here), expected })];
      return meant.flatMap((inner) => toIssues({ ...inner, path: [...issue.path, ...inner.path] } as ZodIssue, text));
    }
  }
  return [at('schema.invalid', path, { said: issue.message.replace(/\.$/, '') })];

  /** The issue of an invalid number; fields in minutes have a message of their own. */
  function aNumber(minimum?: number): Issue {
    const bounds = boundsAt(schema, path);
    const least = Math.max(bounds.least ?? Number.NEGATIVE_INFINITY, minimum ?? Number.NEGATIVE_INFINITY);
    const { most } = bounds;
    const written = writtenAfter(lines[position(path).line - 1] ?? '', key) || inWords(here);
    const kind = KINDS[bounds.whole ? 'int' : 'number'] ?? '';
    if (/minutes$/i.test(key) && most !== undefined) {
      const meant = minutesMeant(written);
      const fits = meant !== undefined && meant >= least && meant <= most;
      const params = { key, written, least, most, days: most / 1440 };
      return at('schema.minutes', path, params, fits ? replaced(String(meant)) : undefined);
    }
    const range = `${kind}${rangeInWords({ ...bounds, ...(Number.isFinite(least) && { least }) })}`;
    return at('schema.number', path, { key, written, range });
  }

  /** The issue of an empty text; after `>-` the reason is that the following lines are not indented. */
  function emptyText(): Issue {
    const { line, column } = position(path);
    const marked = /[>|][+-]?\s*$/.test(lines[line - 1] ?? '');
    return marked
      ? at('schema.nothing-set-in', path, { key, needs: column + 1 })
      : at('schema.empty', path, { key, expected: KINDS.string ?? '' });
  }
}

/** The range of a number, as the end of a sentence. */
function rangeInWords({ least, most, below, open }: Bounds): string {
  const from = least === undefined ? '' : ` ${open ? 'above' : 'from'} ${least}`;
  if (below !== undefined) return `${from}${from && ' and'} below ${below}`;
  if (most !== undefined) return from ? `${from} to ${most}` : ` up to ${most}`;
  return from && !open ? `${from} on` : from;
}

/** A value as quoted in a sentence. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'fields of its own';
  return `"${String(value)}"`;
}

function valueAt(value: unknown, path: Steps): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}
