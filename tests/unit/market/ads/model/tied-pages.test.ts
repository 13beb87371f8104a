import { describe, expect, it } from 'vitest';
import type { AdTruth } from '#market/ads/model/ground-truth.ts';
import { tiedPages } from '#market/ads/model/tied-pages.ts';

/** Truth of an ad with what it shares, by place. */
const ad = (id: string, shares: Readonly<Record<string, readonly string[]>> = {}, isClosed = false) =>
  ({
    ad: id,
    possibleMinor: isClosed,
    labels: Object.entries(shares).map(([at, peers]) => ({ at, peers, indicator: 'shared-phone', kind: 'sign' })),
  }) as unknown as AdTruth;

describe('pages that are tied to each other', () => {
  it('are reached through chains of what they show, in the order of the market', () => {
    const ads = [
      ad('0304'),
      ad('0303', { 'f:phone': ['0301'] }),
      ad('0302', { 'f:room': ['0301'] }),
      ad('0301', { 'f:phone': ['0303'], 'f:room': ['0302'] }),
    ];
    expect(Object.fromEntries(tiedPages({ ads }))).toEqual({
      '0303': ['0302', '0301'],
      '0302': ['0303', '0301'],
      '0301': ['0303', '0302'],
    });
  });

  it('are not tied by what only records show, nor through a closed card', () => {
    const ads = [
      ad('0301', { 'r:account': ['0302'], 'f:phone': ['0303'] }),
      ad('0302', { 'r:account': ['0301'] }),
      ad('0303', { 'f:phone': ['0301', '0302'] }, true),
    ];
    expect(tiedPages({ ads }).size).toBe(0);
  });
});
