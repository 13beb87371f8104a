import { describe, expect, it } from 'vitest';
import { isOnThePage } from '#market/ads/model/market.ts';
import { signsOnPages } from '#market/ads/model/signs-on-pages.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { anOrder, seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { inFull } from '../../../../support/in-full.ts';

const PROFILES = [...LIBRARY.profiles.values()];
/** One profile of each family, because a sign that is seldom seen needs many markets. */
const SOME = PROFILES.filter(({ family }, n) => PROFILES.findIndex((other) => other.family === family) === n);

/** Signs that the pages of some markets of a profile show, by what was planted. */
function plantedOnPages(profile: (typeof PROFILES)[number], size: 'practice' | 'field' | 'capstone', count: number) {
  return seeds(`pages-${profile.id}`, count).map((seed) => {
    const { market, truth } = generateMarket(anOrder({ profile, size, seed }));
    const labels = truth.ads.filter(({ possibleMinor }) => !possibleMinor).flatMap((ad) => ad.labels);
    return { market, onPages: new Set(labels.filter(({ at }) => isOnThePage(at)).map(({ indicator }) => indicator)) };
  });
}

describe('the signs that pages of a market can show', () => {
  it.each(PROFILES)('$id: include every sign that was planted on a page', (profile) => {
    for (const { market, onPages } of plantedOnPages(profile, 'practice', 4)) {
      const offered = signsOnPages(profile.family, market.sites);
      expect([...onPages].filter((id) => !offered.has(id))).toEqual([]);
    }
  });

  it.each(inFull(PROFILES, SOME))('$id: include no sign that no page ever shows', (profile) => {
    const seen = new Set<string>();
    let offered = new Set<string>();
    for (const { market, onPages } of plantedOnPages(profile, 'field', 8)) {
      offered = signsOnPages(profile.family, market.sites);
      for (const id of onPages) seen.add(id);
    }
    expect([...offered].filter((id) => !seen.has(id))).toEqual([]);
  });

  it('include job signs in a market of services only with a job board', () => {
    const profile = LIBRARY.profiles.get('BUY') ?? expect.fail();
    const offers = (ids: Iterable<string>) => [...ids].filter((id) => id.startsWith('lj-'));

    expect(offers(signsOnPages('services', []))).toEqual([]);
    for (const { market, onPages } of plantedOnPages(profile, 'capstone', 1)) {
      const offered = signsOnPages(profile.family, market.sites);
      expect(offers(onPages).length).toBeGreaterThan(0);
      expect([...onPages].filter((id) => !offered.has(id))).toEqual([]);
    }
  });
});
