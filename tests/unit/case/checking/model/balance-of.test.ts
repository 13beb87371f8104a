import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf, letterBalanceOf } from '#case/checking/model/balance-of.ts';
import { machineCannotCheck } from '#case/checking/model/machine-cannot-check.ts';
import { pointsForPeople } from '#studio/screens/points-for-people.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const decision = (...texts: string[]) => ({
  id: 'd',
  options: texts.map((text, n) => ({ id: `o${n}`, text })),
});
const long = (length: number) => 'x'.repeat(length);

describe('the balance of a decision', () => {
  it('has a band of a third under the longest option', () => {
    const balance = balanceOf(decision(long(98), long(111), long(74), long(73)));

    expect(balance.band).toEqual([74, 111]);
    expect(balance.lengths.map(({ letter, length, isInBand }) => [letter, length, isInBand])).toEqual([
      ['A', 98, true],
      ['B', 111, true],
      ['C', 74, true],
      ['D', 73, false],
    ]);
    expect(balance.isEven).toBe(false);
  });

  it('gives one letter to options that say the same, and the ratings that there are', () => {
    const key = {
      decisions: { d: { principle: 'P.', sources: [], options: { o2: { rating: 'good', meters: {}, reason: 'R.' } } } },
    } as const;
    const { lengths } = balanceOf(decision('Ring.', 'Ring.', 'Wait.'), key as never);

    expect(lengths.map(({ letter, rating }) => [letter, rating])).toEqual([
      ['A', undefined],
      ['A', undefined],
      ['B', 'good'],
    ]);
  });

  it('is even exactly where the shortest is at least two thirds of the longest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 }), (lengths) => {
        const { isEven } = balanceOf(decision(...lengths.map((length, n) => `${n}${long(length - 1)}`)));

        expect(isEven).toBe(3 * Math.min(...lengths) >= 2 * Math.max(...lengths));
      }),
    );
  });
});

describe('the letters of the good options of a case', () => {
  it('are counted over its rated decisions, as a reader counts them in the file', () => {
    const { material, answers } = theCase();
    const { decisions, letters, byDecision } = letterBalanceOf(material.source, answers.key);
    const counted = Object.entries(answers.key.decisions).flatMap(([id, { options }]) => {
      const state = material.source.states[id];
      if (state?.type !== 'decision') return [];
      return [[id, 'ABCDE'[state.options.findIndex((option) => options[option.id]?.rating === 'good')]]];
    });

    expect(decisions).toBe(counted.length);
    expect(Object.fromEntries(byDecision.map(({ id, good }) => [id, good.join('')]))).toEqual(
      Object.fromEntries(counted),
    );
    expect(letters.reduce((sum, { count }) => sum + count, 0)).toBe(counted.length);
  });
});

describe('what a machine cannot check', () => {
  it('is five to eight points, each in words of its own', () => {
    const texts = pointsForPeople().map(({ text }) => text);

    expect(texts.length).toBe(machineCannotCheck().length);
    expect(texts.length).toBeGreaterThanOrEqual(5);
    expect(texts.length).toBeLessThanOrEqual(8);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z].+\.$/);
  });
});
