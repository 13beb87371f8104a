import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRatio, strengthIn, weighPage } from '#market/signs/model/sign-weight.ts';
import { posterior } from '#market/signs/model/weigh-evidence.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const BORDERS = { weak: [1, 2], moderate: [2, 5], strong: [5, Number.POSITIVE_INFINITY] } as const;

describe('a likelihood ratio in words', () => {
  it('has a number and a word that never contradict each other, on either side', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), (ratio) => {
        const { n, side, strength } = readRatio(ratio);
        const [from, to] = BORDERS[strength];
        expect(n >= from && n < to).toBe(true);
        expect(side === 'same').toBe(n < 1.15);
        if (side !== 'same') expect(side).toBe(ratio > 1 ? 'more' : 'less');
      }),
      { examples: [[1.96], [1.996], [1.99996], [4.98], [5], [0.5], [0.2], [1.149], [1.15], [9.97]] },
    );
  });

  it('moves the share of sought ads to the side that it names', () => {
    expect(weighPage(3.7, 0.2, posterior(3.7, 0.2))).toMatchObject({
      n: 3.7,
      strength: 'moderate',
      before: 20,
      after: 48,
    });
    expect(weighPage(0.25, 0.02, posterior(0.25, 0.02))).toMatchObject({ n: 4, side: 'less', before: 2, after: 0.5 });
  });

  it('gives a sign the strength of its market, a trap and a safeguard that of the catalogue, and nothing else one', () => {
    const entry = (id: string) => LIBRARY.catalogue.get(id) ?? expect.fail(id);
    expect(strengthIn(entry('shared-phone'), new Map([['shared-phone', 1.37]]))).toBe('weak');
    expect(strengthIn(entry('shared-phone'), new Map([['shared-phone', 5.58]]))).toBe('strong');
    expect(strengthIn(entry('rest-gaps'), new Map([['rest-gaps', 0.3]]))).toBe('moderate');
    expect(strengthIn(entry('n-sex-work'), new Map())).toBe('none');
    expect(strengthIn(entry('pm-school-context'), new Map())).toBe('safeguard');
    expect(strengthIn(entry('shared-phone'), new Map())).toBeUndefined();
  });
});
