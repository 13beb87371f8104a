import type lunr from 'lunr';
import type { SearchDocument } from './search-document.ts';

/** A stretch of text; `found` where it is a word that was searched for. */
export interface FoundPiece {
  readonly text: string;
  readonly found: boolean;
}

export interface Hit {
  readonly document: SearchDocument;
  /** The words around the first match, or the beginning of the text where only the title matches. */
  readonly context: readonly FoundPiece[];
}

export interface FoundPages {
  readonly hits: readonly Hit[];
  /** True where no page has the words as written, and the hits are for words that differ by one letter. */
  readonly nearOnly: boolean;
}

/** Words shorter than this begin too many others. */
const SHORTEST_BEGINNING = 3;
/** Words shorter than this have too many neighbours one letter away. */
const SHORTEST_NEAR_WORD = 4;
const CONTEXT_BEFORE = 60;
const CONTEXT_LENGTH = 220;

export const wordsOf = (query: string): readonly string[] => query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

type Position = readonly [start: number, length: number];
/** Where each word stands in the fields of a document, as the engine tells it; only the text is shown in context. */
type Metadata = Readonly<Record<string, { readonly text?: { readonly position?: readonly Position[] } }>>;

/** Pages that hold the words, best first; where none does, pages with words one letter away. */
export function findPages(index: lunr.Index, documents: readonly SearchDocument[], query: string): FoundPages {
  const words = wordsOf(query);
  if (words.length === 0) return { hits: [], nearOnly: false };
  const exact = index.query((search) => {
    for (const word of words) {
      search.term(word, { boost: 10 });
      // Without the pipeline: the stemmer would cut the word before the wildcard is added, and miss its neighbours.
      if (word.length >= SHORTEST_BEGINNING) search.term(word, { wildcard: 2, usePipeline: false, boost: 2 });
    }
  });
  const near = exact.length > 0 ? [] : findNear(index, words);
  const results = exact.length > 0 ? exact : near;
  const hits = results.map((result) => {
    const document = documents[Number(result.ref)] as SearchDocument;
    return { document, context: contextOf(document.text, positionsOf(result.matchData.metadata as Metadata)) };
  });
  return { hits, nearOnly: near.length > 0 };
}

function findNear(index: lunr.Index, words: readonly string[]): lunr.Index.Result[] {
  const long = words.filter((word) => word.length >= SHORTEST_NEAR_WORD);
  if (long.length === 0) return [];
  return index.query((search) => {
    for (const word of long) search.term(word, { editDistance: 1 });
  });
}

function positionsOf(metadata: Metadata): readonly Position[] {
  const all = Object.values(metadata).flatMap((fields) => fields.text?.position ?? []);
  const byStart = new Map(all.map((position) => [position[0], position]));
  return [...byStart.values()].sort((a, b) => a[0] - b[0]);
}

/** The position without the marks that the engine leaves on a word, such as a comma behind it. */
function bareWord(text: string, [start, length]: Position): Position {
  const word = text.slice(start, start + length);
  const before = word.match(/^[^\p{L}\p{N}]*/u)?.[0].length ?? 0;
  const bare = word.slice(before).replace(/[^\p{L}\p{N}]+$/u, '');
  return [start + before, bare.length];
}

/** Cuts the text around its first match, at word borders, into found and other pieces. */
export function contextOf(text: string, positions: readonly Position[]): readonly FoundPiece[] {
  const first = positions[0]?.[0] ?? 0;
  const from = first <= CONTEXT_BEFORE ? 0 : text.indexOf(' ', first - CONTEXT_BEFORE) + 1;
  const rough = from + CONTEXT_LENGTH;
  const lastBlank = text.lastIndexOf(' ', rough);
  const to = rough >= text.length || lastBlank <= from ? text.length : lastBlank;
  const pieces: FoundPiece[] = [];
  const push = (piece: string, found: boolean) => {
    if (piece !== '') pieces.push({ text: piece, found });
  };
  let at = from;
  push(from > 0 ? '… ' : '', false);
  for (const [start, length] of positions.map((position) => bareWord(text, position))) {
    if (start < at || start + length > to) continue;
    push(text.slice(at, start), false);
    push(text.slice(start, start + length), true);
    at = start + length;
  }
  push(text.slice(at, to) + (to < text.length ? ' …' : ''), false);
  return pieces;
}
