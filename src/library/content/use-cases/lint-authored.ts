import type { PlacedText } from '#case/checking/use-cases/check-case.ts';
import { positionInJson } from '#kernel/formats/json/position-in-json.ts';
import { readJson } from '#kernel/formats/json/read-json.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import type { Issue, Position } from '#kernel/model/issue.ts';
import { rememberLast } from '#kernel/model/remember-last.ts';
import { levelAt, levelOfPage } from '#safety/content/model/declared-level.ts';
import { firstIssues } from '#safety/content/model/first-issues.ts';
import { lintText } from '#safety/content/model/lint-text.ts';
import type { ComparedData, Origin } from '#safety/content/model/passage.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';
import { screenWords } from './screen-words.ts';

/** The reference texts for comparison, and the hosts from which lessons may cite. */
export interface Surroundings extends ComparedData {
  /** Hosts of cited sources, in lower case. */
  readonly sourceHosts?: ReadonlySet<string>;
}

/** Texts of cases that break no rule, with what the rules ask of their place. */
const soundTexts = rememberLast<Set<string>>(1);
const MAX_SOUND = 50_000;

/**
 * Checks the texts of a case, its key and its translations against the rules; each issue has the position of its text.
 * A sound text is read once, however often it is saved or loaded.
 */
export function lintScenarioTexts(texts: readonly PlacedText[], compared: ComparedData = {}): Issue[] {
  const sound = soundTexts('case', [compared.reportRuns, compared.peopleIn], () => new Set());
  if (sound.size > MAX_SOUND) sound.clear();
  return firstIssues(
    texts.flatMap(({ text, path, position, level }) => {
      const cited = isCitation(path);
      const name = `${cited} ${level} ${text}`;
      if (sound.has(name)) return [];
      const issues = lintText(text, { kind: 'scenario', place: path, cited, level, compared });
      if (issues.length === 0) sound.add(name);
      return issues.map((issue) => ({ ...issue, position }));
    }),
  );
}

/**
 * Checks every text of an authored YAML file against the rules for its kind: a case, its key and a translation, a
 * market profile and a lexicon as story; indicators, sources and reviews as lessons. A YAML syntax error is reported
 * alone.
 */
export function lintYaml(text: string, file: string, { sourceHosts, ...compared }: Surroundings): readonly Issue[] {
  const read = readYaml(text, file);
  if (!read.ok) return read.issues;
  const { value, position } = read.value;
  const issues = lintStrings(value, { ...originOf(value), ...(sourceHosts && { sourceHosts }), compared });
  const placed = firstIssues(issues.map((issue) => ({ ...issue, position: position(issue.path) })));
  return placed.map((issue) => ({ ...issue, position: nearer(text, position(issue.path), issue) }));
}

/** Checks a page of a lesson or of the facilitator's guide against the rules, including its declared content level. */
export function lintPage(text: string, file: string, { sourceHosts, ...compared }: Surroundings): readonly Issue[] {
  const level = levelOfPage(text);
  return lintText(text, { kind: 'lesson', file, ...(sourceHosts && { sourceHosts }), level, compared });
}

/** Names of third-party programs on the screens that look like an address. */
const NAMES_OF_TOOLS: ReadonlySet<string> = new Set(['ReplayWeb.page']);

/** Checks the messages of the screens against the rules: one JSON record of texts in one language. */
export function lintMessages(text: string, file: string, { sourceHosts, ...compared }: Surroundings): readonly Issue[] {
  const read = readJson(text, file);
  if (!read.ok) return read.issues;
  const issues = lintStrings(read.value, { kind: 'lesson', ...(sourceHosts && { sourceHosts }), compared }).filter(
    ({ code, params }) => code !== 'safety.C09' || !NAMES_OF_TOOLS.has(String(params.text)),
  );
  return firstIssues(issues.map((issue) => ({ ...issue, position: positionInJson(text, file, issue.path) })));
}

/** Rules for words in the code of a page; the other rules apply to the messages and the pages of text. */
const RULES_OF_SCREENS: ReadonlySet<string> = new Set(['safety.C03', 'safety.C13', 'safety.C27']);

/** Checks the words in the code of a page (.astro) or of its modules (.ts) against `RULES_OF_SCREENS`. */
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

/** Line and column of offsets. Offsets must be requested in ascending order, so that the lines are counted once. */
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

/** True for a text in a list of sources: a citation, not the author's own words. */
const isCitation = (path: Issue['path']) => path.includes('sources');

/** Catalogue fields that report the findings of the sources. */
const FOUND_BY_SOURCES = new Set<unknown>(['evidenceNote', 'notWhere', 'strengthNote']);

function isFound(value: unknown, [field]: Issue['path']): boolean {
  if (!FOUND_BY_SOURCES.has(field) || !hasKeys(value, ['sources'])) return false;
  const { sources } = value as { sources: unknown };
  return Array.isArray(sources) && sources.length > 0;
}

/** Kinds of documents that are written for readers of the kit, not as part of an invented story. */
const LESSON_KINDS = new Set(['sign', 'trap', 'cue']);

/** Schema of the recommendations of the report: texts that cite it, whose headings are those of the report. */
const RECOMMENDATIONS = 'recommendations/1';

function originOf(value: unknown): Origin {
  if (Array.isArray(value) && value.every(isWholeAd)) return { kind: 'scenario' };
  if (Array.isArray(value)) return { kind: 'lesson', cited: value.every((item) => isSource(item) || isTerm(item)) };
  const { kind, schema } = (value ?? {}) as { kind?: unknown; schema?: unknown };
  if (schema === RECOMMENDATIONS) return { kind: 'lesson', cited: true };
  const isLesson = LESSON_KINDS.has(String(kind)) || String(schema).startsWith('review/');
  return isLesson ? { kind: 'lesson' } : { kind: 'scenario', glyph: hasKeys(value, ['symbols', 'towns']) };
}

/** An ad that the generator fills in: it is held to the rules of a story. */
const isWholeAd = (item: unknown) => hasKeys(item, ['by', 'title', 'text']);
const isSource = (item: unknown) => hasKeys(item, ['code', 'publisher']);
/** A term of the glossary: a word of law or of cited texts, which has to be named to be explained. */
const isTerm = (item: unknown) => hasKeys(item, ['term', 'group', 'says']);

const hasKeys = (value: unknown, keys: readonly string[]) =>
  typeof value === 'object' && value !== null && keys.every((key) => Object.hasOwn(value, key));

/** The position of the words themselves, where the file contains them literally; otherwise of their field. */
function nearer(source: string, field: Position, { params: { text } }: Issue): Position {
  if (typeof text !== 'string') return field;
  const lines = source.split('\n');
  const from = lines.slice(0, field.line - 1).reduce((sum, line) => sum + line.length + 1, field.column - 1);
  const at = source.indexOf(text, from);
  if (at < 0) return field;
  return placesIn(source, field.file)(at);
}
