import type { Issue, Position } from '#core/kernel/issue.ts';
import { levelAt, levelOfPage } from '#core/safety/declared-level.ts';
import { firstIssues } from '#core/safety/first-issues.ts';
import { lintText } from '#core/safety/lint-text.ts';
import type { Compared, Origin } from '#core/safety/passage.ts';
import { stringsIn } from '#core/safety/strings-in.ts';
import { positionInJson } from '#formats/json/position-in-json.ts';
import { readJson } from '#formats/json/read-json.ts';
import { readYaml } from '#formats/yaml/read-yaml.ts';
import type { PlacedText } from './check-case.ts';
import { screenWords } from './screen-words.ts';

/** What texts are compared with, and where lessons may cite from. */
export interface Surroundings extends Compared {
  /** Hosts of cited sources, in lower case. */
  readonly sourceHosts?: ReadonlySet<string>;
}

/** Holds the texts of a case, its key and its translations against the rules; each issue with the place of its text. */
export function lintScenarioTexts(texts: readonly PlacedText[], compared: Compared = {}): Issue[] {
  return firstIssues(
    texts.flatMap(({ text, path, position, level }) =>
      lintText(text, { kind: 'scenario', place: path, cited: isCitation(path), level, compared }).map((issue) => ({
        ...issue,
        position,
      })),
    ),
  );
}

/**
 * Holds every text of an authored YAML file against the rules for its kind: a case, its key and a translation, a market
 * profile and a lexicon as story; indicators, sources and reviews as lessons. Faults of the YAML itself come first.
 */
export function lintYaml(text: string, file: string, { sourceHosts, ...compared }: Surroundings): readonly Issue[] {
  const read = readYaml(text, file);
  if (!read.ok) return read.issues;
  const { value, position } = read.value;
  const issues = lintStrings(value, { ...originOf(value), ...(sourceHosts && { sourceHosts }), compared });
  const placed = firstIssues(issues.map((issue) => ({ ...issue, position: position(issue.path) })));
  return placed.map((issue) => ({ ...issue, position: nearer(text, position(issue.path), issue) }));
}

/** Holds a whole page of a lesson or of the facilitator's guide against the rules, its declared content level too. */
export function lintPage(text: string, file: string, { sourceHosts, ...compared }: Surroundings): readonly Issue[] {
  const level = levelOfPage(text);
  return lintText(text, { kind: 'lesson', file, ...(sourceHosts && { sourceHosts }), level, compared });
}

/** Programs of others that a screen names, and whose names look like an address. */
const NAMES_OF_TOOLS: ReadonlySet<string> = new Set(['ReplayWeb.page']);

/** Holds the messages of the screens against the rules: one JSON record of texts in a language. */
export function lintMessages(text: string, file: string, { sourceHosts, ...compared }: Surroundings): readonly Issue[] {
  const read = readJson(text, file);
  if (!read.ok) return read.issues;
  const issues = lintStrings(read.value, { kind: 'lesson', ...(sourceHosts && { sourceHosts }), compared }).filter(
    ({ code, params }) => code !== 'safety.C09' || !NAMES_OF_TOOLS.has(String(params.text)),
  );
  return firstIssues(issues.map((issue) => ({ ...issue, position: positionInJson(text, file, issue.path) })));
}

/** Rules for the words in the code of a page; what else it may say is for the messages and the pages of text. */
const RULES_OF_SCREENS: ReadonlySet<string> = new Set(['safety.C03', 'safety.C13', 'safety.C27']);

/** Holds the words in the code of a page (.astro) or of what it is made of (.ts) against the rules for them. */
export function lintScreen(
  text: string,
  file: string,
  { sourceHosts: _, ...compared }: Surroundings,
): readonly Issue[] {
  const placeOf = placesIn(text, file);
  const issues = screenWords(text, file.endsWith('.astro')).flatMap(({ at, text: words }) => {
    const position = placeOf(at);
    return lintText(words, { kind: 'lesson', compared }).map((issue) => ({ ...issue, position }));
  });
  return firstIssues(issues.filter(({ code }) => RULES_OF_SCREENS.has(code)));
}

/** Line and column of places that are asked for in their order: the lines are counted once. */
function placesIn(text: string, file: string): (at: number) => Position {
  let line = 1;
  let begin = 0;
  return (at) => {
    for (let end = text.indexOf('\n', begin); end >= 0 && end < at; end = text.indexOf('\n', begin)) {
      line++;
      begin = end + 1;
    }
    return { file, line, column: at - begin + 1 };
  };
}

function lintStrings(value: unknown, origin: Origin): Issue[] {
  return [...stringsIn(value)].flatMap(({ path, text }) =>
    lintText(text, {
      ...origin,
      place: path,
      cited: origin.cited === true || isCitation(path),
      citing: isFound(value, path),
      level: levelAt(value, path),
    }),
  );
}

/** Where a source speaks, nobody else does. */
const isCitation = (path: Issue['path']) => path.includes('sources');

/** Fields of a page of the catalogue that say what its sources have found, and where. */
const FOUND_BY_SOURCES = new Set<unknown>(['evidenceNote', 'notWhere', 'strengthNote']);

function isFound(value: unknown, [field]: Issue['path']): boolean {
  if (!FOUND_BY_SOURCES.has(field) || !hasKeys(value, ['sources'])) return false;
  const { sources } = value as { sources: unknown };
  return Array.isArray(sources) && sources.length > 0;
}

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
  return placesIn(source, field.file)(at);
}
