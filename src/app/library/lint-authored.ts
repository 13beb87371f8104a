import type { Issue, Position } from '#core/kernel/issue.ts';
import { firstIssues } from '#core/safety/first-issues.ts';
import { lintText } from '#core/safety/lint-text.ts';
import type { Origin } from '#core/safety/passage.ts';
import { stringsIn } from '#core/safety/strings-in.ts';
import { readYaml } from '#formats/yaml/read-yaml.ts';
import type { PlacedText } from './check-case.ts';

/** Holds the texts of a case, its key and its translations against the rules; each issue with the place of its text. */
export function lintScenarioTexts(texts: readonly PlacedText[]): Issue[] {
  return firstIssues(
    texts.flatMap(({ text, path, position }) =>
      lintText(text, { kind: 'scenario', place: path }).map((issue) => ({ ...issue, position })),
    ),
  );
}

/**
 * Holds every text of an authored YAML file against the rules for its kind: a case, its key and a translation, a market
 * profile and a lexicon as story; indicators, sources and reviews as lessons. Faults of the YAML itself come first.
 */
export function lintYaml(text: string, file: string, sourceHosts: ReadonlySet<string>): readonly Issue[] {
  const read = readYaml(text, file);
  if (!read.ok) return read.issues;
  const { value, position } = read.value;
  const issues = lintStrings(value, { ...originOf(value), sourceHosts });
  const placed = firstIssues(issues.map((issue) => ({ ...issue, position: position(issue.path) })));
  return placed.map((issue) => ({ ...issue, position: nearer(text, position(issue.path), issue) }));
}

function lintStrings(value: unknown, origin: Origin): Issue[] {
  return [...stringsIn(value)].flatMap(({ path, text }) =>
    lintText(text, { ...origin, place: path, cited: origin.cited === true || isCitation(origin, path) }),
  );
}

/** A lesson cites where a source speaks. */
const isCitation = ({ kind }: Origin, path: Issue['path']) => kind === 'lesson' && path.includes('sources');

/** What is written for readers of the kit rather than as part of an invented story. */
const LESSON_KINDS = new Set(['sign', 'trap', 'cue']);

function originOf(value: unknown): Origin {
  if (Array.isArray(value))
    return { kind: 'lesson', cited: value.every((item) => hasKeys(item, ['code', 'publisher'])) };
  const { kind, schema } = (value ?? {}) as { kind?: unknown; schema?: unknown };
  const isLesson = LESSON_KINDS.has(String(kind)) || String(schema).startsWith('review/');
  return isLesson ? { kind: 'lesson' } : { kind: 'scenario', glyph: hasKeys(value, ['symbols', 'towns']) };
}

const hasKeys = (value: unknown, keys: readonly string[]) =>
  typeof value === 'object' && value !== null && keys.every((key) => Object.hasOwn(value, key));

/** The line of the words themselves, where the file has them as they are shown; else the line of their field. */
function nearer(source: string, field: Position, { params: { text } }: Issue): Position {
  if (typeof text !== 'string') return field;
  const lines = source.split('\n');
  const from = lines.slice(0, field.line - 1).reduce((sum, line) => sum + line.length + 1, field.column - 1);
  const at = source.indexOf(text, from);
  if (at < 0) return field;
  const before = source.slice(0, at).split('\n');
  return { file: field.file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
