import { describe, expect, it } from 'vitest';
import { indicatorsAt } from '#market/generator/model/count-signs.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { anOrder } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

/** What one author does not say of herself in one ad. */
const CONTRADICTORY: readonly (readonly [string, string])[] = [
  ['own-limits-stated', 'no-limits-offer'],
  ['own-limits-stated', 'manager-reference'],
  ['own-screening', 'manager-reference'],
  ['interchangeable-persons', 'third-person-voice'],
  ['language-mismatch', 'n-migrant-language'],
  ['confined-location', 'n-short-stay'],
  ['continuity-of-identity', 'n-short-stay'],
  ['continuity-of-identity', 'persona-inconsistency'],
  ['continuity-of-identity', 'account-burst'],
  ['declared-business-id', 'lj-vague-employer'],
  ['obscured-phone', 'shared-phone'],
  ['rest-gaps', 'round-clock-posting'],
  ['own-payout', 'earnings-swept'],
];
const ADS = 3000;

describe('an ad', () => {
  it.each([...LIBRARY.profiles.values()])('never shows a sign and what contradicts it ($id)', (profile) => {
    const drawn = drawMarket(anOrder({ profile, size: ADS, seed: 'contradictions' }));
    const shown = Array.from({ length: drawn.size }, (_, at) => indicatorsAt(drawn, at));
    const often = (id: string) => shown.filter((ids) => ids.has(id)).length;

    // Both would meet by chance in more than ten ads: a market in which one of them is missing shows nothing.
    const telling = CONTRADICTORY.filter(([one, other]) => (often(one) * often(other)) / drawn.size > 10);
    expect(telling.length).toBeGreaterThan(0);
    for (const [one, other] of CONTRADICTORY)
      expect(
        shown.filter((ids) => ids.has(one) && ids.has(other)),
        `${one} and ${other}`,
      ).toEqual([]);
  });
});
