import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnswered, platformFaults, SOUND_PLATFORM } from '#market/platforms/model/platform.ts';
import { REPORTERS } from '#market/platforms/model/test-cards.ts';

import { aSite, seeds } from '../../../../support/market/platforms/a-moderation-test.ts';

const CAREFUL = aSite('careful');
const CARELESS = aSite('careless', {
  ageCheck: 0,
  consentCheck: 0,
  answers: 'nobody',
  editLeak: true,
  hoursToAct: 200,
});

describe('platformFaults', () => {
  it('keeps every trait of the profile, for any seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(platformFaults(CARELESS, seed)).toMatchObject(CARELESS.habits);
        expect(platformFaults(CAREFUL, seed)).toMatchObject(CAREFUL.habits);
      }),
    );
  });

  it('prefers stated faults to profile and draws', () => {
    expect(platformFaults(CARELESS, 'any', SOUND_PLATFORM)).toEqual(SOUND_PLATFORM);
    expect(platformFaults(CAREFUL, 'any', { editLeak: true, repostLeak: 70 })).toMatchObject({
      editLeak: true,
      repostLeak: 70,
    });
  });

  it('is the same for the same site and seed, and differs between sites', () => {
    const twins = seeds('platform', 40).map((seed) => [
      platformFaults(CAREFUL, seed),
      platformFaults(aSite('other'), seed),
    ]);

    expect(twins.map(([one]) => one)).toEqual(seeds('platform', 40).map((seed) => platformFaults(CAREFUL, seed)));
    expect(twins.some(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))).toBe(true);
  });

  it('draws faults more often for a careless site, for both kinds sometimes and never always', () => {
    const lapses = (site: typeof CAREFUL) =>
      seeds('lapse', 300).filter((seed) => platformFaults(site, seed).referral !== 'with-data').length / 300;

    expect(lapses(CAREFUL)).toBeGreaterThan(0.08);
    expect(lapses(CAREFUL)).toBeLessThan(0.25);
    expect(lapses(CARELESS)).toBeGreaterThan(0.6);
    expect(lapses(CARELESS)).toBeLessThan(0.9);
  });

  it('lets careful and careless sites block lawful cards alike', () => {
    const zeal = (site: typeof CAREFUL) =>
      seeds('zeal', 300).filter((seed) => platformFaults(site, seed).overBlocking > 0).length / 300;

    expect(Math.abs(zeal(CAREFUL) - zeal(CARELESS))).toBeLessThan(0.12);
  });
});

describe('isAnswered', () => {
  it.each([
    ['anyone', ['parent', 'member', 'person-shown', 'relative', 'police', 'trusted-flagger', 'non-user']],
    ['members', ['parent', 'member', 'police', 'trusted-flagger']],
    ['parents', ['parent', 'police', 'trusted-flagger']],
    ['nobody', []],
  ] as const)('a platform for %s answers %j', (answers, answered) => {
    expect(REPORTERS.filter((reporter) => isAnswered(answers, reporter))).toEqual(answered);
  });
});
