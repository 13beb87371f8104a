import type { Issue, Position } from '#core/kernel/issue.ts';
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
  /** Hosts of cited sources, in lower case; allowed inside citations of lessons only. */
  readonly sourceHosts?: ReadonlySet<string>;
  /** True where the glyph ◈ may stand: on a market card, and where a lesson explains it. */
  readonly glyph?: boolean;
}

/** One text as the rules read it. Offsets are in UTF-16 units. */
export interface Passage {
  readonly text: string;
  readonly kind: PassageKind;
  readonly path: Issue['path'];
  readonly sourceHosts: ReadonlySet<string>;
  readonly glyph: boolean;
  /** Inside code, which is shown and never followed; only lessons have any. */
  isCode(at: number): boolean;
  /** Inside a citation: `says` of a source, or a block of sources. */
  isCited(at: number): boolean;
  /** Inside a citation, between quotation marks, or in an answer that a quiz calls wrong. */
  isQuoted(at: number): boolean;
  position(at: number): Position | undefined;
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
    isCode: (at) => isLesson && covers(spans().code, at),
    isCited,
    isQuoted: (at) => isCited(at) || (isLesson && covers(spans().quoted, at)),
    position: (at) => (origin.file === undefined ? undefined : { file: origin.file, ...lineAndColumn(newlines(), at) }),
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
