import { type IndexedRng, stream } from '#kernel/model/rng.ts';
import { MARKET_FACTS, type MarketFact } from '#market/ads/model/market-facts.ts';
import { createFactReader } from './facts.ts';
import type { Clause, Language } from './language.ts';
import type { TemplatePiece } from './parse-template.ts';
import { saidClauses } from './words-of-language.ts';

/** A sentence that shows a sign, a cue or a trap, and one of the same words that does not. */
export interface ExampleSentence {
  readonly shows: string;
  readonly lookAlike: string;
}

/**
 * Example sentences for one id, as a person writes them who has no habits; empty if no text shows it. The same language
 * and values give the same sentences.
 */
export function exampleSentences(
  language: Language,
  id: string,
  count: number,
  values: Readonly<Partial<Record<MarketFact, string>>>,
): ExampleSentence[] {
  const rng = stream(id, 'example sentences');
  const facts = createFactReader(language.facts, (persona, fact, bound) => {
    rng.startAt(persona * MARKET_FACTS.length * 100 + fact);
    return rng.int(bound);
  });
  const clauses = new Set(saidClauses(language).filter((one) => one.id === id));
  const [shown, looks] = [true, false].map((shows) => [
    ...new Set([...clauses].filter((one) => one.shows === shows).map(({ clause }) => clause)),
  ]) as [Clause[], Clause[]];
  const given = MARKET_FACTS.map((fact) => values[fact] ?? '');
  return shown.slice(0, count).map((clause, n) => ({
    shows: sentenceOf(clause, n),
    lookAlike: sentenceOf(looks[n % looks.length] as Clause, n + count),
  }));

  function sentenceOf(clause: Clause, number: number): string {
    const picks = stream(`${id} ${number}`, 'example sentences');
    const text = readPlainly(clause.pieces, picks, (fact) => facts(fact, number, given, 0));
    return text.charAt(0).toUpperCase() + text.slice(1) + (clause.isQuestion ? '?' : '.');
  }
}

function readPlainly(pieces: readonly TemplatePiece[], rng: IndexedRng, factOf: (fact: number) => string): string {
  const plain = (piece: TemplatePiece): string => {
    switch (piece.kind) {
      case 'text':
      case 'article':
        return piece.text;
      case 'fact':
        return factOf(piece.fact);
      case 'forms':
        return piece.forms[0] as string;
      case 'word':
        return piece.word.plain;
      case 'choice':
        return readPlainly(piece.options[rng.int(piece.options.length)] as readonly TemplatePiece[], rng, factOf);
    }
  };
  return pieces.map(plain).join('');
}
