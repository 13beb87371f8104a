import type { Issue, Position, TextSpan } from '#kernel/model/issue.ts';
import { readAsSeen } from './as-read.ts';
import { covers, type Spans, spansOf } from './spans.ts';

/** Origin of a text: the generator, the author of a case, the author of a lesson or of the catalogue, or unknown. */
export type PassageKind = 'generated' | 'scenario' | 'lesson' | 'pasted';

/** Origin of a text, and what is allowed in its place. */
export interface Origin {
  readonly kind: PassageKind;
  readonly file?: string;
  /** Path of the text inside its document. */
  readonly place?: Issue['path'];
  /** True if the whole text is a citation or a list of sources. */
  readonly cited?: boolean;
  /** True in a field of a catalogue page that says what its sources have found. */
  readonly citing?: boolean;
  /** Hosts of cited sources, in lower case; allowed only inside citations of lessons. */
  readonly sourceHosts?: ReadonlySet<string>;
  /** True if the glyph ◈ is allowed: on a market card, and where a lesson explains it. */
  readonly glyph?: boolean;
  /** The content level that the text, its scene or its page declares, 0 to 3; left out if none is declared. */
  readonly level?: number | undefined;
  /** True if issues give the offsets of their words in the text. */
  readonly spans?: boolean;
  /** External data to compare texts with. */
  readonly compared?: ComparedData | undefined;
}

/**
 * Data too large to be part of the rules, or not part of the kit. Without them, the rules that need them report
 * nothing.
 */
export interface ComparedData {
  /**
   * Population of the largest town of that name; `Infinity` for a country, and undefined if there is neither, or no
   * large town.
   */
  readonly peopleIn?: ((name: string) => number | undefined) | undefined;
  /** Prints of the runs of eight words of the source report; see `printOf`. */
  readonly reportRuns?: ReadonlySet<string> | undefined;
}

/** One text with the context that the rules read. Offsets are in UTF-16 units. */
export interface Passage {
  readonly text: string;
  readonly kind: PassageKind;
  readonly path: Issue['path'];
  readonly sourceHosts: ReadonlySet<string>;
  readonly glyph: boolean;
  readonly citing: boolean;
  readonly level: number | undefined;
  readonly compared: ComparedData;
  /** True inside code, which is displayed and never followed; only lessons have any. */
  isCode(at: number): boolean;
  /** True inside a citation: `says` of a source, or a block of sources. */
  isCited(at: number): boolean;
  /** True inside a citation, between quotation marks, or in a quiz answer marked wrong. */
  isQuoted(at: number): boolean;
  position(at: number): Position | undefined;
  /** The offsets, in the source text, of the words found at an offset; undefined where the origin asks for none. */
  span(at: number, found: string): TextSpan | undefined;
  /** The source spelling of the words found at an offset. */
  written(at: number, found: string): string;
}

const NO_HOSTS: ReadonlySet<string> = new Set();

/** Prepares a text for the rules. Lessons may be whole MDX files or single texts of the catalogue. */
export function createPassage(text: string, origin: Origin): Passage {
  const isLesson = origin.kind === 'lesson';
  const spans = lazily((): Record<'code' | 'cited' | 'quoted', Spans> => spansOf(text));
  const newlines = lazily(() => [...text.matchAll(/\n/g)].map(({ index }) => index));
  const isCited = (at: number) => origin.cited === true || (isLesson && covers(spans().cited, at));
  return {
    text,
    kind: origin.kind,
    path: origin.place ?? [],
    sourceHosts: origin.sourceHosts ?? NO_HOSTS,
    glyph: origin.glyph ?? false,
    citing: origin.citing ?? false,
    level: origin.level,
    compared: origin.compared ?? {},
    isCode: (at) => isLesson && covers(spans().code, at),
    isCited,
    isQuoted: (at) => isCited(at) || (isLesson && covers(spans().quoted, at)),
    position: (at) => (origin.file === undefined ? undefined : { file: origin.file, ...lineAndColumn(newlines(), at) }),
    span: (at, found) => (origin.spans ? wholeCharacters(text, at, at + found.length) : undefined),
    written: (_, found) => found,
  };
}

/** The passage as a reader sees it. Offsets are mapped back to the source text. */
export function passageAsSeen(passage: Passage): Passage {
  const { text, sourceAt } = readAsSeen(passage.text);
  if (text === passage.text) return passage;
  return {
    ...passage,
    text,
    isCode: (at) => passage.isCode(sourceAt(at)),
    isCited: (at) => passage.isCited(sourceAt(at)),
    isQuoted: (at) => passage.isQuoted(sourceAt(at)),
    position: (at) => passage.position(sourceAt(at)),
    span: (at, found) => {
      const from = sourceAt(at);
      return passage.span(from, passage.text.slice(from, sourceAt(at + found.length)));
    },
    written: (at, found) =>
      text.startsWith(found, at) ? passage.text.slice(sourceAt(at), sourceAt(at + found.length)) : found,
  };
}

/** At least one character of the text, and no half of a surrogate pair. */
function wholeCharacters(text: string, from: number, to: number): TextSpan {
  const isHalf = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));
  const start = Math.min(isHalf(from) ? from - 1 : from, Math.max(0, text.length - 1));
  const end = Math.min(Math.max(to, start + 1), text.length);
  return { from: start, to: isHalf(end) ? end + 1 : end };
}

function lineAndColumn(newlines: readonly number[], at: number): Pick<Position, 'line' | 'column'> {
  let [low, high] = [0, newlines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((newlines[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return { line: low + 1, column: at - (newlines[low - 1] ?? -1) };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
