import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { districtDraws } from '#market/generator/model/district-draws.ts';
import { MIN_ADS_BEYOND_LESSON, smallestMarket } from '#market/generator/model/plan-actors.ts';
import { planPersonas } from '#market/generator/model/plan-personas.ts';
import { LIBRARY, PROFILE } from '../../../../support/builders/the-library.ts';

const { planting } = LIBRARY;
const plan = (ads: number, share: number, seed: string) =>
  planPersonas({ profile: PROFILE, planting, ads, share }, districtDraws({ seed }, 0));
const adsOf = (actors: readonly { readonly ads: number }[]) => actors.reduce((sum, { ads }) => sum + ads, 0);

describe('planPersonas', () => {
  it('assigns every ad, the announced share to networks, each with at least two ads', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3000 })),
        fc.constantFrom(0, 2, 6, 20),
        fc.string(),
        (ads, share, seed) => {
          fc.pre(share === 0 || ads >= smallestMarket(share));
          const { actors, adsOf: ofPersonas } = plan(ads, share, seed);
          const networks = actors.filter(({ tone }) => tone);

          expect(adsOf(actors)).toBe(ads);
          expect(adsOf(networks)).toBe(Math.round((ads * share) / 100));
          expect(networks.every((one) => one.ads >= 2 && one.type === 'controlled')).toBe(true);
          expect(actors.every((one) => one.ads >= 1)).toBe(true);
          expect(ofPersonas.map((own) => own.reduce((sum, one) => sum + one, 0))).toEqual(actors.map((one) => one.ads));
        },
      ),
    );
  });

  it('gives a network two personas or more beyond a lesson', () => {
    fc.assert(
      fc.property(fc.integer({ min: MIN_ADS_BEYOND_LESSON, max: 3000 }), fc.string(), (ads, seed) => {
        const { actors, adsOf: ofPersonas } = plan(ads, 20, seed);
        const networks = ofPersonas.filter((_, n) => actors[n]?.tone);

        expect(Math.min(...networks.map(({ length }) => length))).toBeGreaterThan(1);
      }),
      { numRuns: 50 },
    );
  });

  it('follows the mix of the profile among all others', () => {
    const actors = plan(2000, 6, 'mix').actors.filter(({ tone }) => !tone);
    const rest = adsOf(actors);

    for (const [type, share] of Object.entries(PROFILE.mix))
      expect(Math.abs(adsOf(actors.filter((one) => one.type === type)) - (rest * share) / 100)).toBeLessThan(3);
  });

  it('assigns tones in proportion to ads, so that few networks do not all have one tone', () => {
    const seeds = ['a', 'b', 'c', 'd', 'e'];
    const networks = seeds.flatMap((seed) => plan(2000, 20, seed).actors.filter((one) => one.tone));

    for (const { tone, share } of planting.intensities)
      expect(adsOf(networks.filter((one) => one.tone === tone)) / adsOf(networks)).toBeCloseTo(share, 1);
  });

  it('puts networks in no place of its order', () => {
    const places = Array.from({ length: 60 }, (_, n) => plan(600, 20, `order ${n}`).actors).flatMap((actors) =>
      actors.flatMap(({ tone }, n) => (tone ? [n / actors.length] : [])),
    );

    // The standard error of the mean place is .02.
    expect(places.length).toBeGreaterThan(200);
    expect(Math.abs(places.reduce((sum, place) => sum + place, 0) / places.length - 0.5)).toBeLessThan(0.06);
  });
});
