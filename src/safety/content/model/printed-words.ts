import type { TextFinding } from './finding.ts';
import type { Passage } from './passage.ts';
import { plainLetters } from './plain-letters.ts';
import { kindOfWord, type PrintedKind } from './word-prints.ts';

/**
 * A word and the next one: two may be one word that was split, by a hyphen anywhere, by a space between longer parts.
 */
const WORD = /\p{L}{2,20}(?=(?:(?:-| (?=\p{L}{4}))(\p{L}{1,12}))?)/gu;
const MIN_BEFORE_SPACE = 4;

interface PrintedWord extends TextFinding {
  readonly kind: PrintedKind;
}

/** The id of a market: its letters are figures, and no word. */
const MARKET_ID = /(?<![\da-z])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{16}(?![\da-z])/g;

const NONE: readonly PrintedWord[] = [];
const read = new WeakMap<Passage, readonly PrintedWord[]>();

/** The words of a passage that are on a list of `word-prints.ts`, of one kind. */
export function printedWords(passage: Passage, kind: PrintedKind): readonly TextFinding[] {
  const known = read.get(passage) ?? wordsIn(passage.text);
  read.set(passage, known);
  return known.length === 0 ? NONE : known.filter((word) => word.kind === kind);
}

function wordsIn(text: string): readonly PrintedWord[] {
  const found = wordsOf(plainLetters(text), text);
  if (found.length === 0) return found;
  const ids = Array.from(text.matchAll(MARKET_ID), ({ index, 0: id }) => [index, index + id.length] as const);
  return found.filter(({ at }) => ids.every(([from, to]) => at < from || at >= to));
}

function wordsOf(text: string, written: string): readonly PrintedWord[] {
  const found: PrintedWord[] = [];
  for (const { index: at, 0: word, 1: next } of text.matchAll(WORD)) {
    const end = at + word.length;
    const kind = kindOf(word);
    if (kind) found.push({ at, text: written.slice(at, end), kind });
    else if (next !== undefined && (text[end] === '-' || word.length >= MIN_BEFORE_SPACE)) {
      const parted = written.slice(at, end + 1 + next.length);
      const both = kindOf(word + next);
      if (both) found.push({ at, text: parted, kind: both });
    }
  }
  return found.length > 0 ? found : NONE;
}

/** Cache of the kind of each word, bounded: most texts consist of the same words. */
const MAX_CACHED_WORDS = 50_000;
const kept = new Map<string, PrintedKind | undefined>();

function kindOf(word: string): PrintedKind | undefined {
  if (kept.has(word)) return kept.get(word);
  const kind = kindOfWord(word);
  if (kept.size >= MAX_CACHED_WORDS) kept.clear();
  kept.set(word, kind);
  return kind;
}
