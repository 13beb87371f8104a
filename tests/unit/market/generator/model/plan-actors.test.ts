import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '#kernel/model/rng.ts';
import { planActors, smallestMarket } from '#market/generator/model/plan-actors.ts';
import { LIBRARY, PROFILE } from '../../../../support/builders/the-library.ts';

const { planting } = LIBRARY;
const plan = (ads: number, share: number, seed: string) =>
  planActors({ profile: PROFILE, planting, ads, share }, stream(seed, 'plan'));
const adsOf = (actors: readonly { readonly ads: number }[]) => actors.reduce((sum, { ads }) => sum + ads, 0);

describe('planActors', () => {
  it('assigns every ad, the announced share to networks, each with at least two ads', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3000 })),
        fc.constantFrom(0, 2, 6, 20),
        fc.string(),
        (ads, share, seed) => {
          fc.pre(share === 0 || ads >= smallestMarket(share));
          const actors = plan(ads, share, seed);
          const networks = actors.filter(({ tone }) => tone);

          expect(adsOf(actors)).toBe(ads);
          expect(adsOf(networks)).toBe(Math.round((ads * share) / 100));
          expect(networks.every((one) => one.ads >= 2 && one.type === 'controlled')).toBe(true);
          expect(actors.every((one) => one.ads >= 1)).toBe(true);
        },
      ),
    );
  });

  it('follows the mix of the profile among all others', () => {
    const actors = plan(2000, 6, 'mix').filter(({ tone }) => !tone);
    const rest = adsOf(actors);

    for (const [type, share] of Object.entries(PROFILE.mix))
      expect(Math.abs(adsOf(actors.filter((one) => one.type === type)) - (rest * share) / 100)).toBeLessThan(3);
  });

  it('assigns tones in proportion to ads, so that few networks do not all have one tone', () => {
    for (const { tone, share } of planting.intensities) {
      const networks = ['a', 'b', 'c', 'd', 'e'].flatMap((seed) => plan(2000, 20, seed).filter((one) => one.tone));

      expect(adsOf(networks.filter((one) => one.tone === tone)) / adsOf(networks)).toBeCloseTo(share, 1);
    }
  });
});
