import { describe, expect, it } from 'vitest';
import { explainsSymbol } from '#core/market/local-symbol.ts';
import { aMarket, seeds } from '../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';

const SIGN = 'pm-local-symbol';
const FACTS = LIBRARY.lexicon.withheld[SIGN] ?? [];

describe('a closed card', () => {
  it.each([...LIBRARY.profiles.values()].map((profile) => [profile.id, profile] as const))(
    'speaks of the symbol in %s only where the market card explains it',
    (_, profile) => {
      const made = seeds('symbol', 60).map((seed) => aMarket({ profile, seed }));
      const cards = made.filter(({ market }) =>
        market.ads.some(({ withheld }) => withheld?.facts.join() === FACTS.join()),
      );
      const labels = made.filter(({ truth }) =>
        truth.ads.some((ad) => ad.labels.some(({ indicator }) => indicator === SIGN)),
      );

      expect(FACTS.length).toBeGreaterThan(0);
      expect(cards.length > 0).toBe(explainsSymbol(profile));
      expect(labels.length).toBe(cards.length);
    },
  );
});
