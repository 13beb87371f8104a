import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { CLASSIC_SIGNS, type Figures, figuresOf, judgedAds, WAYS } from '../../scripts/market/figures.ts';
import { areaUnderCurve } from '../support/area-under-curve.ts';
import { LIBRARY, PROFILE } from '../support/builders/the-library.ts';

const written = JSON.parse(readFileSync(new URL('figures.json', import.meta.url), 'utf8')) as Figures;
const PROFILES = Object.entries(written.profiles);

describe('how well ads of whole markets can be judged', () => {
  let today: Figures;
  beforeAll(() => {
    today = figuresOf(LIBRARY);
  });

  it('was measured with the current generator version', () => {
    expect(written.generatorVersion).toBe(GENERATOR_VERSION);
  });

  it('is reproduced to the digit, or the figures were rewritten', () => {
    expect(today).toEqual(written);
  });

  it('covers every profile of services', () => {
    const services = [...LIBRARY.profiles.values()].filter(({ family }) => family === 'services');

    expect(Object.keys(written.profiles).toSorted()).toEqual(services.map(({ id }) => id).toSorted());
  });

  it.each(PROFILES)('%s: counting signs ranks lawful agencies above controlled ads', (_, { against }) => {
    expect(against['agency']?.counting.area).toBeLessThan(0.4);
    expect(against['agency']?.counting.to).toBeLessThan(0.5);
  });

  it.each(PROFILES)('%s: weighing one ad beats counting, and all checks beat the single ad', (_, { against }) => {
    const { counting, oneAd, allChecks } = against['all'] ?? expect.fail('no figures against all others');

    expect(oneAd.area - counting.area).toBeGreaterThanOrEqual(0.1);
    expect(allChecks.area - oneAd.area).toBeGreaterThanOrEqual(0.08);
  });

  it.each(PROFILES)('%s: each figure lies within its interval, and no interval is a point', (_, { against }) => {
    for (const areas of Object.values(against))
      for (const way of WAYS) {
        const { area, from, to } = areas[way];
        expect(from).toBeLessThan(to);
        expect([from <= area, area <= to]).toEqual([true, true]);
      }
  });

  it('agrees with areas computed from ranks', () => {
    const ads = judgedAds(PROFILE, LIBRARY);
    const of = (type: string) => ads.filter((ad) => ad.type === type);
    for (const way of WAYS)
      for (const type of ['independent', 'agency', 'scammer']) {
        const mine = of('controlled').map((ad) => ad[way]);
        const area = areaUnderCurve(
          mine,
          of(type).map((ad) => ad[way]),
        );

        expect(written.profiles[PROFILE.id]?.against[type]?.[way].area).toBe(area);
      }
  });
});

describe('signs per ad over ten classic visible signs', () => {
  it('counts ten signs of one ad', () => {
    expect(new Set(CLASSIC_SIGNS).size).toBe(10);
    for (const id of CLASSIC_SIGNS) expect(LIBRARY.catalogue.get(id)).toMatchObject({ kind: 'sign', singleAd: true });
  });

  it.each(PROFILES)('%s: is recorded beside the study, with the distance', (_, { signsPerAd }) => {
    const { found, study, distance } = signsPerAd;
    const names = ['none', 'one', 'two', 'more'] as const;
    const apart = names.reduce((sum, name) => sum + Math.abs(found[name] - study[name]), 0) / 2;

    expect(study).toEqual({ none: 19, one: 58, two: 21, more: 2 });
    expect(names.reduce((sum, name) => sum + found[name], 0)).toBeCloseTo(100, 0);
    expect(Math.abs(distance - apart)).toBeLessThan(0.1);
  });
});
