import { describe, expect, it } from 'vitest';
import { escapePattern } from '#kernel/model/escape-pattern.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { parseLine } from '#market/posts/model/line.ts';
import { anOrder, openAds, seeds, standing } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { GENRES } from '../../../../support/market/posts/genres.ts';

/** What a whole text shows, how somebody types, and a name that a copy has kept: no line is written for it. */
const OF_NO_LINE = new Set([
  'template-text',
  'rs-mass-identical-offers',
  'n-migrant-language',
  'persona-inconsistency',
]);

const OPEN = (['BUY', 'PRO', 'JOB', 'SOC'] as const).flatMap((id) =>
  seeds('labels', 3).flatMap((seed) => {
    const profile = LIBRARY.profiles.get(id) as MarketProfile;
    const order = anOrder({ profile, size: 'field', prevalence: 'PRACTICE', seed });
    return openAds(generateMarket(order)).map((one) => ({ ...one, profile }));
  }),
);

/** The lines of the half for practice in which something shows, or which look so, by its id. */
const LINES = new Map<string, RegExp[]>();
for (const { slots, removed } of GENRES.genres)
  for (const { signs = {}, alike = {} } of [...Object.values(slots), { signs: removed?.signs }])
    for (const [id, { practice }] of [...Object.entries(signs), ...Object.entries(alike)])
      LINES.set(id, [...(LINES.get(id) ?? []), ...practice.map(patternOf)]);

/** A line with any facts; who learns the language leaves out articles, and joined lines lose their stop. */
function patternOf(source: string): RegExp {
  const pieces = parseLine(source).pieces.map((piece) =>
    escapePattern(piece).replaceAll(/(?<![\p{L}-])(the|a|an) (?=\p{L}|$)/giu, '(?:$1 )?'),
  );
  return new RegExp(pieces.join('.{1,60}?').replace(/\\?[.!?]$/, ''), 'iu');
}

const isWordedBy = (id: string, sentence: string) => (LINES.get(id) ?? []).some((pattern) => pattern.test(sentence));

describe('the label of a sentence', () => {
  const labelled = OPEN.flatMap(({ ad, truth }) =>
    truth.labels
      .filter(({ at, indicator }) => at.startsWith('s') && !OF_NO_LINE.has(indicator))
      .map(({ indicator, at }) => ({ ad: ad.id, at, indicator, sentence: sentenceAt(ad, at) })),
  );

  it('points at a line that is written for its indicator', () => {
    expect(labelled.length).toBeGreaterThan(3000);
    expect(labelled.filter(({ indicator, sentence }) => !isWordedBy(indicator, sentence))).toEqual([]);
  });

  it('is the only one of its line, so that a reader knows what is meant', () => {
    for (const { truth } of OPEN) {
      const places = truth.labels.filter(({ at, indicator }) => at.startsWith('s') && !OF_NO_LINE.has(indicator));
      expect(new Set(places.map(({ at }) => at)).size).toBe(places.length);
    }
  });

  it('stands at every line that names the number of a house, look-alikes aside', () => {
    const numbers = OPEN.flatMap(({ ad, truth }) =>
      standing(ad).sentences.flatMap((sentence, n) => {
        if (!/(?<!\$)\bSIM-\d/i.test(sentence)) return [];
        const isMeant = ({ at, indicator }: { at: string; indicator: string }) =>
          at === `s${n + 1}` && indicator === 'declared-business-id';
        return [{ sentence, isMeant: [...truth.labels, ...(truth.lookAlikes ?? [])].some(isMeant) }];
      }),
    );

    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter(({ isMeant }) => !isMeant)).toEqual([]);
  });
});

describe('a line that only looks as if it showed something', () => {
  it('has the words of a look-alike, and no label of what it looks like', () => {
    const likes = OPEN.flatMap(({ ad, truth }) =>
      (truth.lookAlikes ?? []).map((like) => ({ ...like, truth, sentence: sentenceAt(ad, like.at) })),
    );

    expect(likes.length).toBeGreaterThan(200);
    expect(likes.filter(({ indicator, sentence }) => !isWordedBy(indicator, sentence))).toEqual([]);
    for (const { indicator, at, truth } of likes)
      expect(truth.labels.filter((label) => label.at === at && label.indicator === indicator)).toEqual([]);
  });
});

function sentenceAt(ad: (typeof OPEN)[number]['ad'], at: string): string {
  return standing(ad).sentences[Number(at.slice(1)) - 1] ?? '';
}
