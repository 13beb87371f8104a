import type { Issue, Position } from '#core/kernel/issue.ts';
import { readAsSeen } from './as-read.ts';
import { covers, type Spans, spansOf } from './spans.ts';

/** Who wrote a text: the generator, the author of a case, the author of a lesson or of the catalogue, or nobody knows. */
export type PassageKind = 'generated' | 'scenario' | 'lesson' | 'pasted';

/** Where a text comes from, and what its place allows. */
export interface Origin {
  readonly kind: PassageKind;
  readonly file?: string;
  /** Keys and indexes that lead to the text inside its document. */
  readonly place?: Issue['path'];
  /** True where the whole text is a citation or a list of sources. */
  readonly cited?: boolean;
  /** True in a field of a page of the catalogue that says what its sources have found. */
  readonly citing?: boolean;
  /** Hosts of cited sources, in lower case; allowed inside citations of lessons only. */
  readonly sourceHosts?: ReadonlySet<string>;
  /** True where the glyph ◈ may stand: on a market card, and where a lesson explains it. */
  readonly glyph?: boolean;
  /** The content level that the text, its scene or its page declares, 0 to 3; left out where none is declared. */
  readonly level?: number | undefined;
  /** What texts are compared with and is not part of the rules. */
  readonly compared?: Compared | undefined;
}

/** What is too large to be part of the rules, or no part of the kit. Without it the rules that need it say nothing. */
export interface Compared {
  /**
   * How many people live in the largest town of that name; `Infinity` for a country, and undefined where there is neither, or
   * no town that is large.
   */
  readonly peopleIn?: ((name: string) => number | undefined) | undefined;
  /** Prints of the runs of eight words of the source report; see `printOfWords`. */
  readonly reportRuns?: ReadonlySet<string> | undefined;
}

/** One text as the rules read it. Offsets are in UTF-16 units. */
export interface Passage {
  readonly text: string;
  readonly kind: PassageKind;
  readonly path: Issue['path'];
  readonly sourceHosts: ReadonlySet<string>;
  readonly glyph: boolean;
  readonly citing: boolean;
  readonly level: number | undefined;
  readonly compared: Compared;
  /** Inside code, which is shown and never followed; only lessons have any. */
  isCode(at: number): boolean;
  /** Inside a citation: `says` of a source, or a block of sources. */
  isCited(at: number): boolean;
  /** Inside a citation, between quotation marks, or in an answer that a quiz calls wrong. */
  isQuoted(at: number): boolean;
  position(at: number): Position | undefined;
  /** How the words that were found at a place are written. */
  written(at: number, found: string): string;
}

const NO_HOSTS: ReadonlySet<string> = new Set();

/** Makes a text ready to be read by rules. Lessons may be whole MDX files or single texts of the catalogue. */
export function createPassage(text: string, origin: Origin): Passage {
  const isLesson = origin.kind === 'lesson';
  const spans = once((): Record<'code' | 'cited' | 'quoted', Spans> => spansOf(text));
  const newlines = once(() => [...text.matchAll(/\n/g)].map(({ index }) => index));
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
    written: (_, found) => found,
  };
}

/** The passage as a reader sees it. What is said of its places is said of the text as it is written. */
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
    written: (at, found) =>
      text.startsWith(found, at) ? passage.text.slice(sourceAt(at), sourceAt(at + found.length)) : found,
  };
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

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
