import { escapePattern } from '#kernel/model/escape-pattern.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { MARKET_FACTS, type MarketFact } from '#market/ads/model/market-facts.ts';
import type { Clause, Language } from './language.ts';
import type { HabitWord, TemplatePiece } from './parse-template.ts';

/** All clauses of a language that show a sign, a cue or a trap, or look as if they did. */
export function saidClauses({
  said,
}: Language): { readonly id: string; readonly shows: boolean; readonly clause: Clause }[] {
  return (Object.keys(FAMILIES) as Family[]).flatMap((family) =>
    said[family].flatMap(({ id, clauses, looks }) => [
      ...clauses.map((clause) => ({ id, shows: true, clause })),
      ...looks.clauses.map((clause) => ({ id, shows: false, clause })),
    ]),
  );
}

/** Every text out of which the language makes ads; what comes out of a market has no other words. */
export function* textsOfLanguage(language: Language): Generator<string> {
  yield* Object.values(language.facts).flat();
  for (const { text } of [...language.habits.openers, ...language.habits.tails]) yield text;
  yield* Object.values(language.habits.labels).flat();
  for (const { clause } of saidClauses(language)) yield* textsOfPieces(clause.pieces);
  for (const family of Object.keys(FAMILIES) as Family[])
    for (const { whole, fragments } of language.neutral[family])
      for (const { pieces } of [...whole, ...fragments]) yield* textsOfPieces(pieces);
}

function* textsOfPieces(pieces: readonly TemplatePiece[]): Generator<string> {
  for (const piece of pieces) {
    if (piece.kind === 'text' || piece.kind === 'article') yield piece.text;
    else if (piece.kind === 'forms') yield* piece.forms;
    else if (piece.kind === 'word') yield* spellings(piece.word);
    else if (piece.kind === 'choice') for (const option of piece.options) yield* textsOfPieces(option);
  }
}

const spellings = ({ plain, classified, chat, slip }: HabitWord) => [...new Set([plain, classified, chat, slip])];

/** A fact in a text: one word where the market decides it, else some of them. */
const ONE_WORD = '[\\p{L}\\p{M}]+';
const SOME_WORDS = '[^.!?]{1,40}?';
const OF_ONE_WORD: ReadonlySet<MarketFact> = new Set(['name', 'other', 'town', 'otherTown', 'origin', 'language']);

/**
 * The source of a regular expression for all readings of a clause, whoever writes it, with or without an "I" at its
 * beginning; letters may be of either case.
 */
export function patternOfClause({ pieces }: Pick<Clause, 'pieces'>): string {
  const patterns = [pieces, withoutI(pieces)].flatMap((one) => (one ? [one.map(patternOf).join('')] : []));
  return patterns.length === 1 ? (patterns[0] as string) : `(?:${patterns.join('|')})`;
}

/** The pieces as somebody writes them who leaves out "I" at the beginning; undefined if none begins so. */
function withoutI([first, ...rest]: readonly TemplatePiece[]): TemplatePiece[] | undefined {
  if (first?.kind === 'choice') {
    const options = first.options.map((option) => withoutI([...option, ...rest])).filter((one) => one !== undefined);
    return options.length > 0 ? [{ kind: 'choice', options }] : undefined;
  }
  if (first?.kind !== 'forms') return undefined;
  const [next, ...others] = rest;
  if (first.forms[0] === 'I' && next?.kind === 'text') return [{ ...next, text: next.text.trimStart() }, ...others];
  if (!first.forms[0]?.startsWith('I ')) return undefined;
  return [{ ...first, forms: first.forms.map((form) => (form.startsWith('I ') ? form.slice(2) : form)) }, ...rest];
}

function patternOf(piece: TemplatePiece): string {
  const either = (texts: readonly string[]) => `(?:${[...new Set(texts)].map(escapePattern).join('|')})`;
  switch (piece.kind) {
    case 'text':
      return escapePattern(piece.text);
    case 'article':
      return `(?:${escapePattern(piece.text)})?`;
    case 'fact':
      return OF_ONE_WORD.has(MARKET_FACTS[piece.fact] as MarketFact) ? ONE_WORD : SOME_WORDS;
    case 'forms':
      return either(piece.forms);
    case 'word':
      return either(spellings(piece.word));
    case 'choice':
      return `(?:${longestFirst(piece.options.map((option) => option.map(patternOf).join(''))).join('|')})`;
  }
}

/** A part that may be missing is looked for before its absence, so that a match covers all of a clause. */
const longestFirst = (patterns: readonly string[]) => patterns.toSorted((a, b) => b.length - a.length);
