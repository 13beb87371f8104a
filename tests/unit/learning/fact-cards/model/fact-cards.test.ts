import { describe, expect, it } from 'vitest';
import {
  CARD_IDS,
  type CardFacts,
  type CardSays,
  type CardVerdict,
  FACT_CARDS,
  verdictOf,
} from '#learning/fact-cards/model/fact-cards.ts';
import words from '#words/learning/fact-cards.json' with { type: 'json' };

const facts = (act: CardSays, means: CardSays, purpose: CardSays): CardFacts => ({ act, means, purpose });

describe('what follows from the facts of a card', () => {
  it.each<[CardVerdict, CardFacts]>([
    ['yes', facts('shown', 'shown', 'shown')],
    ['open', facts('shown', 'shown', 'untold')],
    ['open', facts('untold', 'untold', 'untold')],
    ['no', facts('shown', 'against', 'shown')],
    ['no', facts('shown', 'shown', 'against')],
    ['no', facts('against', 'untold', 'shown')],
  ])('is %s of %o', (verdict, shown) => {
    expect(verdictOf(shown)).toBe(verdict);
  });
});

describe('the twelve cards', () => {
  /** As an author judges each card, written down apart from what it shows. */
  const KNOWN: Record<CardVerdict, string> = {
    yes: 'bar office workshop',
    no: 'border flat hotel kitchen marriage',
    open: 'ad debt household market',
  };

  it.each(Object.entries(KNOWN))('that are %s: %s', (verdict, ids) => {
    expect(CARD_IDS.filter((card) => verdictOf(FACT_CARDS[card]) === verdict).toSorted()).toEqual(ids.split(' '));
  });

  it('are never more than twice in a row of one answer', () => {
    const row = CARD_IDS.map((card) => verdictOf(FACT_CARDS[card]));

    expect(row.filter((verdict, at) => verdict === row[at + 1] && verdict === row[at + 2])).toEqual([]);
  });

  it('do not tell their answer by their length', () => {
    const length = (verdict: CardVerdict) => {
      const texts = CARD_IDS.filter((card) => verdictOf(FACT_CARDS[card]) === verdict).map(
        (card) => words[`card.${card}.text`].split(' ').length,
      );
      return texts.reduce((sum, one) => sum + one, 0) / texts.length;
    };

    for (const verdict of ['no', 'open'] as const)
      expect(Math.abs(length(verdict) / length('yes') - 1), verdict).toBeLessThan(0.1);
  });
});
