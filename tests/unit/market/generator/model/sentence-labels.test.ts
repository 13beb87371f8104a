import { describe, expect, it } from 'vitest';
import type { Family } from '#market/ads/model/families.ts';
import type { Ad, FieldName } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { type Language, languageOfMarket, type SaidPool } from '#market/text/model/language.ts';
import { patternOfClause } from '#market/text/model/words-of-language.ts';
import { anOrder, openAds, seeds, standing } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const TEMPLATES = new Set(['template-text', 'rs-mass-identical-offers']);

const OPEN = (['BUY', 'PRO', 'JOB', 'SOC'] as const).flatMap((id) =>
  seeds('labels', 3).flatMap((seed) => {
    const profile = LIBRARY.profiles.get(id) as MarketProfile;
    const order = anOrder({ profile, size: 'field', prevalence: 'PRACTICE', seed });
    const language = languageOfMarket(order.language, seed);
    return openAds(generateMarket(order)).map((one) => ({ ...one, profile, language }));
  }),
);
const fieldOf = (ad: Ad, name: FieldName) => standing(ad).fields[name];

const patterns = new Map<SaidPool, RegExp[]>();

/** The patterns of the constructions that ads of a market use for an indicator. */
function patternsOf(language: Language, family: Family, indicator: string): RegExp[] {
  return language.said[family]
    .filter(({ id }) => id === indicator)
    .flatMap((pool) => {
      const known = patterns.get(pool) ?? pool.clauses.map((clause) => new RegExp(patternOfClause(clause), 'iu'));
      patterns.set(pool, known);
      return known;
    });
}

const familyOf = (ad: Ad, { family }: MarketProfile): Family =>
  family === 'services' && fieldOf(ad, 'pay') ? 'jobs' : family;

describe('the label of a sentence', () => {
  it('points at a sentence that has a construction of it, and no sentence has two', () => {
    const wrong = OPEN.flatMap(({ ad, truth, profile, language }) => {
      const inSentences = truth.labels.filter(({ at, indicator }) => at.startsWith('s') && !TEMPLATES.has(indicator));
      expect(new Set(inSentences.map(({ at }) => at)).size).toBe(inSentences.length);
      return inSentences.flatMap(({ at, indicator }) => {
        const sentence = standing(ad).sentences[Number(at.slice(1)) - 1] ?? '';
        return patternsOf(language, familyOf(ad, profile), indicator).some((pattern) => pattern.test(sentence))
          ? []
          : [{ indicator, sentence }];
      });
    });

    expect(wrong).toEqual([]);
  });

  it('stands at every sentence that names the number of a house, look-alikes aside', () => {
    const services = OPEN.filter(({ ad }) => fieldOf(ad, 'price'));
    const numbers = services.flatMap(({ ad, truth, language }) =>
      standing(ad).sentences.flatMap((sentence, n) => {
        const isLabelled = truth.labels.some(
          ({ at, indicator }) => at === `s${n + 1}` && indicator === 'declared-business-id',
        );
        if (!/SIM-\d/i.test(sentence) || isLabelled) return [];
        const looks = language.said.services.flatMap((one) => one.looks.clauses).map(patternOfClause);
        return looks.some((pattern) => new RegExp(pattern, 'iu').test(sentence)) ? [] : [sentence];
      }),
    );

    expect(services.length).toBeGreaterThan(2500);
    expect(numbers).toEqual([]);
  });
});
