import { describe, expect, it } from 'vitest';
import { COMMONPLACE_VARIANTS, FAMILIES, type Family } from '#market/ads/model/families.ts';
import {
  CONSTRUCTIONS_PER_MARKET,
  compileLanguage,
  type LanguageSource,
  languageOfMarket,
} from '#market/text/model/language.ts';
import { TemplateError } from '#market/text/model/parse-template.ts';
import { seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const { language, assessmentLanguage } = LIBRARY;
const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

const withSaid = (change: Partial<LanguageSource['said']>): LanguageSource => ({
  ...language.source,
  said: { ...language.source.said, ...change } as LanguageSource['said'],
});

describe('compileLanguage', () => {
  it('has clauses for every bit that ads of a family can say, in the order of the plan', () => {
    for (const family of FAMILY_NAMES) {
      expect(language.said[family].map(({ id }) => id)).toEqual(FAMILIES[family].said.map(({ id }) => id));
      for (const { clauses, looks } of language.said[family]) {
        expect(clauses.length).toBeGreaterThan(0);
        expect(looks.clauses.length).toBeGreaterThan(0);
      }
    }
  });

  it('gives each commonplace of job ads a variant of its own', () => {
    const variants = language.said.jobs.filter(({ id }) => id === 'n-job-commonplaces');
    const templates = variants.map(({ clauses }) => clauses.map(({ template }) => template));

    expect(variants).toHaveLength(COMMONPLACE_VARIANTS);
    expect(new Set(templates.flat()).size).toBe(templates.flat().length);
  });

  it('parses a source once', () => {
    expect(compileLanguage(language.source)).toBe(language);
    expect(assessmentLanguage).not.toBe(language);
  });

  it('refuses a template with a fault, and a language that lacks an id', () => {
    const faulty = withSaid({
      'rest-gaps': { move: 'time', says: ['closed on [Sunday'], looks: { move: 'way', says: ['a', 'b', 'c'] } },
    });
    const { 'rest-gaps': _, ...said } = language.source.said;

    expect(() => compileLanguage(faulty)).toThrow(TemplateError);
    expect(() => compileLanguage({ ...language.source, said })).toThrow(/rest-gaps/);
  });

  it('reads the tags of a template', () => {
    const says = [{ 'own question': 'who rings' }, { 'fragment formal': 'tea' }, 'the bell rings', { casual: 'hi' }];
    const compiled = compileLanguage(
      withSaid({ 'rest-gaps': { move: 'time', says, looks: { move: 'way', says: ['a', 'b', 'c'] } } }),
    );
    const { clauses = [] } = compiled.said.services.find(({ id }) => id === 'rest-gaps') ?? {};

    expect(
      clauses.map(({ isFragment, isQuestion, isOwn, register }) => [isFragment, isQuestion, isOwn, register]),
    ).toEqual([
      [false, true, true, 'any'],
      [true, false, false, 'formal'],
      [false, false, false, 'any'],
      [false, false, false, 'casual'],
    ]);
  });
});

describe('the language of one market', () => {
  it('has six constructions of each sign, out of those of its half, and the same look-alikes', () => {
    for (const half of [language, assessmentLanguage])
      for (const seed of seeds('market', 5)) {
        const market = languageOfMarket(half, seed);
        for (const family of FAMILY_NAMES)
          market.said[family].forEach(({ id, clauses, looks }, bit) => {
            const all = half.said[family][bit] ?? expect.fail(`no bit ${bit}`);

            expect([id, clauses.length]).toEqual([id, Math.min(CONSTRUCTIONS_PER_MARKET, all.clauses.length)]);
            expect(new Set(clauses).size).toBe(clauses.length);
            expect(clauses.filter((clause) => !all.clauses.includes(clause))).toEqual([]);
            expect(looks).toBe(all.looks);
          });
      }
  });

  it('is the same for one seed, and another one for another; all constructions are used by some market', () => {
    const templates = (seed: string) =>
      languageOfMarket(language, seed).said.services.map(({ clauses }) => clauses.map(({ template }) => template));
    const many = seeds('used', 40).map(templates);

    expect(templates('a')).toEqual(templates('a'));
    expect(new Set(many.map((one) => JSON.stringify(one))).size).toBe(many.length);
    language.said.services.forEach(({ clauses }, bit) => {
      const used = new Set(many.flatMap((one) => one[bit] ?? []));
      expect(clauses.filter(({ template }) => !used.has(template))).toEqual([]);
    });
  });
});
