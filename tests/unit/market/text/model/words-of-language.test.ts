import { describe, expect, it } from 'vitest';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { compileLanguage, type LanguageSource } from '#market/text/model/language.ts';
import { PERSONS } from '#market/text/model/persons.ts';
import { patternOfClause, saidClauses, textsOfLanguage } from '#market/text/model/words-of-language.ts';
import { aWriter, values } from '../../../../support/builders/a-writer.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const HALVES = [LIBRARY.language, LIBRARY.assessmentLanguage];
const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

/** The pattern of one template in a language that is as shipped otherwise. */
function patternOf(template: string): RegExp {
  const { source } = LIBRARY.language;
  const says = { move: 'time', says: [template], looks: { move: 'way', says: ['a', 'b', 'c'] } } as const;
  const language = compileLanguage({
    ...source,
    said: { ...source.said, 'rest-gaps': says },
  } as unknown as LanguageSource);
  const clause = language.said.services.find(({ id }) => id === 'rest-gaps')?.clauses[0] ?? expect.fail('no clause');
  return new RegExp(`^${patternOfClause(clause)}$`, 'iu');
}

describe('the pattern of a clause', () => {
  it('matches all readings, whoever writes and however, and nothing else', () => {
    const pattern = patternOf('I ~do not [bake|cook] on {day}, please bring the kitchen');

    for (const text of [
      'I do not bake on Sunday, please bring the kitchen',
      "She doesn't cook on Monday, pls bring kichen",
      'they dont bake on Friday, plz bring the kitchen',
      'do not bake on Sunday, please bring the kitchen',
    ])
      expect([text, pattern.test(text)]).toEqual([text, true]);
    for (const text of ['I do not fry on Sunday, please bring the kitchen', 'I do bake on Sunday', ''])
      expect([text, pattern.test(text)]).toEqual([text, false]);
  });

  it('matches where "I" is left out at the beginning, in whatever way a template begins with it', () => {
    expect(patternOf('I ~was born in {origin}').test('Was born in Karsolen')).toBe(true);
    expect(patternOf('[I|we] ~rest on {day}').test('rest on Monday')).toBe(true);
    expect(patternOf('[I ~keep|there is] one free day').test('Keep one free day')).toBe(true);
    expect(patternOf('on {day} I ~rest').test('on Monday rest')).toBe(false);
  });

  it('matches every sentence that a writer makes of it', () => {
    for (const language of HALVES) {
      const write = aWriter(language);
      for (const family of FAMILY_NAMES)
        for (const [bit, { id, clauses }] of language.said[family].entries()) {
          const patterns = clauses.map((clause) => new RegExp(patternOfClause(clause), 'iu'));
          for (let n = 0; n < 60; n++) {
            const person = PERSONS[n % PERSONS.length] as (typeof PERSONS)[number];
            const { sentences, bits } = write({ family, said: 1 << bit, person, draw: n, author: n, persona: n });
            const sentence = sentences[bits.indexOf(bit)] ?? expect.fail(`${id} stands in no sentence`);
            if (!patterns.some((pattern) => pattern.test(sentence)))
              throw new Error(`${id}: no pattern is "${sentence}"`);
          }
        }
    }
  });
});

describe('the texts of a language', () => {
  it('hold every word that a writer writes, apart from values of the market and numbers', () => {
    const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
    for (const language of HALVES) {
      const known = new Set(
        [...textsOfLanguage(language), ...values(), 'from to until between and h'].flatMap(wordsOf),
      );
      const write = aWriter(language);
      for (let n = 0; n < 1500; n++) {
        const family = FAMILY_NAMES[n % 3] as Family;
        const person = PERSONS[n % PERSONS.length] as (typeof PERSONS)[number];
        const said = 1 << (n % FAMILIES[family].said.length);
        const { sentences } = write({ family, person, said, draw: n, author: n, persona: n });

        expect(sentences.flatMap(wordsOf).filter((word) => !known.has(word))).toEqual([]);
      }
    }
  });

  it('list what shows a sign and what only looks so, of every family', () => {
    const said = saidClauses(LIBRARY.language);

    for (const family of FAMILY_NAMES)
      for (const { id } of FAMILIES[family].said)
        for (const shows of [true, false])
          expect(said.filter((one) => one.id === id && one.shows === shows).length, id).toBeGreaterThan(2);
  });
});
