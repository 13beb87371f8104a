import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picksOf, STRATEGIES } from '#case/checking/model/form-strategies.ts';
import { clausesOf, formOf, givesReason } from '#case/checking/model/option-form.ts';

describe('the form of an option', () => {
  it.each([
    [1, 'Ring the number now from the desk telephone.'],
    [1, 'That it should wait for a day.'],
    [2, 'Ring the number now, from the desk telephone.'],
    [2, 'Ring the number and write it down.'],
    [2, 'Ring the number, and write it down.'],
    [3, 'Go as one small team, say why.'],
    [4, 'Offer soup, the dentist and a bed, whether he tells anything.'],
    [3, 'Say when you come; leave a card.'],
    [2, 'Close it. Tell no one.'],
  ])('has %i clauses: %s', (clauses, text) => {
    expect(clausesOf(text)).toBe(clauses);
  });

  it.each([
    'Close it, because it may be what proves the case.',
    'Wait some months, so that the unit can see who writes.',
    'Take the ads down, since the company is willing.',
    'Since the company is willing, take the ads down.',
    'Pass the papers on, as the rule asks.',
    'Say that it is gone, so they can stop looking.',
    'Ring them in order to hear more.',
    'Report it at once, as a child may be near this number too.',
  ])('gives a reason: %s', (text) => {
    expect(givesReason(text)).toBe(true);
  });

  it.each([
    'Ask what has changed since Thursday.',
    'Let the worker call, as he does most weeks.',
    'Go through all of it, as far as it goes.',
    'Send a note that asks for an hour, as a single digit.',
    'Do so today, and tell nobody.',
    'Look for what the pages can show, as well as the lease.',
  ])('gives none: %s', (text) => {
    expect(givesReason(text)).toBe(false);
  });

  it('counts softening words', () => {
    expect(formOf('Perhaps ask, if it may help.', 2)).toEqual({
      position: 2,
      length: 28,
      clauses: 2,
      givesReason: false,
      hedges: 3,
    });
  });

  it('counts one more clause for each that is added', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,9}(?: [a-z]{4,9}){1,5}$/), (text) => {
        const clauses = clausesOf(text);

        expect(clausesOf(`${text}, and nothing more`)).toBe(clauses + 1);
        expect(clausesOf(`${text} because of that`)).toBe(clauses + 2);
        expect(givesReason(`${text} because of that`)).toBe(true);
      }),
    );
  });
});

describe('a strategy that chooses by form', () => {
  const texts = [
    'Ring now.',
    'Wait, as it is late.',
    'Write, ask, wait.',
    'Perhaps write to them all at some later time.',
  ];

  it.each([
    ['most-clauses', [2]],
    ['fewest-clauses', [0, 3]],
    ['no-reason', [0, 2, 3]],
    ['a-reason', [1]],
    ['longest', [3]],
    ['shortest', [0]],
    ['first', [0]],
    ['last', [3]],
    ['most-hedges', [3]],
  ] as const)('%s takes one of %j', (strategy, picks) => {
    expect(picksOf(strategy, texts)).toEqual(picks);
  });

  it('picks all options where they are alike, except for the first and the last', () => {
    const alike = ['Ring now.', 'Ring now.', 'Ring now.'];

    for (const strategy of STRATEGIES)
      if (strategy !== 'first' && strategy !== 'last') expect(picksOf(strategy, alike)).toEqual([0, 1, 2]);
  });
});
