import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkForms } from '#case/checking/model/check-forms.ts';
import { checkLetters } from '#case/checking/model/check-letters.ts';
import type { RatedDecision } from '#case/checking/model/decisions-with-ratings.ts';

/** Decisions with as many options as `size`, whose good option stands at these places. */
const decisions = (places: readonly number[], size = 4): RatedDecision[] =>
  places.map((good, n) => ({
    id: `d${n}`,
    path: ['states', `d${n}`],
    principle: 'P.',
    options: Array.from({ length: size }, (_, place) => ({
      id: 'abcde'[place] ?? '',
      text: `Do number ${place}.`,
      minutes: 5,
      then: 'It is done.',
      next: 'end',
      rating: place === good ? 'good' : 'harmful',
    })),
  }));

const told = (all: readonly RatedDecision[]) => checkLetters(all).map(({ params }) => params);

describe('the letters of the good options of a case', () => {
  it('are reported where all are the same, from four decisions on', () => {
    expect(told(decisions([1, 1, 1, 1]))).toEqual([{ letter: 'B', count: 4, of: 4 }]);
    expect(told(decisions([1, 1, 1]))).toEqual([]);
  });

  it('are reported where nearly all are the same, with how many of how many', () => {
    expect(told(decisions([2, 2, 0, 2, 2, 2, 2, 1]))).toEqual([{ letter: 'C', count: 6, of: 8 }]);
  });

  it('may come twice where they are spread', () => {
    expect(told(decisions([1, 1, 0, 2, 3, 1]))).toEqual([]);
  });

  it('count two options with one text as one letter', () => {
    const twice = decisions([1, 1, 1, 1]).map((decision) => ({
      ...decision,
      options: decision.options.map((option, n) => ({ ...option, text: `Do number ${n === 1 ? 0 : n}.` })),
    }));

    expect(told(twice)).toEqual([{ letter: 'A', count: 4, of: 4 }]);
  });

  it('are reported once: the first option is a form already', () => {
    const always = decisions(Array.from({ length: 12 }, () => 0));

    expect(checkForms(always, ['states']).map(({ params }) => params.how)).toContain('the first option');
    expect(told(always)).toEqual([]);
  });

  it('are seldom reported where they are drawn at random', () => {
    const reported = fc
      .sample(fc.array(fc.nat(3), { minLength: 4, maxLength: 12 }), { numRuns: 400, seed: 7 })
      .filter((places) => told(decisions(places)).length > 0);

    expect(reported.length).toBeLessThan(0.06 * 400);
  });
});
