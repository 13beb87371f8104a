import { describe, expect, it } from 'vitest';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';

const reader = aReaderOf(aMarket({ seed: 'scored-1' }));

describe('the ideal observer', () => {
  it('is shown on the criteria where it can be measured, independent of the reader', () => {
    const [idle, all] = [reader.plays('nothing'), reader.plays('flag-all')];
    const ideals = ({ criteria, figures }: typeof idle) =>
      [...criteria, ...figures].flatMap(({ id, ideal }) => (ideal === undefined ? [] : [[id, ideal] as const]));

    for (const [id, value] of ideals(idle)) expect(new Map(ideals(all)).get(id)).toBe(value);
    expect(new Map(ideals(all)).keys().toArray()).toEqual(
      expect.arrayContaining([
        'detection.mark',
        'detection.bands',
        'detection.certainty',
        'sensitivity',
        'dprime',
        'ppv',
        'bias-gap',
        'flagged',
      ]),
    );
  });

  it('has the points of its own answers', () => {
    const played = reader.score(
      reader.judged.map(({ ad, idealBand, posterior }) => {
        const right = idealBand === 'none' || idealBand === 'check' ? 1 - posterior : posterior;
        return { type: 'ad.judged', ad, band: idealBand, certainty: right > 0.8 ? 3 : right > 2 / 3 ? 2 : 1 };
      }),
    );

    for (const { id, raw, ideal } of played.criteria) if (ideal !== undefined) expect([id, raw]).toEqual([id, ideal]);
    for (const { id, value, ideal } of played.figures)
      if (ideal !== undefined) expect([id, value]).toEqual([id, ideal]);
  });
});
