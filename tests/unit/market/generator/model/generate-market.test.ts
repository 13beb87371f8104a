import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { adAt } from '#market/ads/model/ad-at.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { renderAd, renderAdWithLabels } from '#market/ads/model/render-ad.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { CAPSTONE_JOB_ADS, PRESETS, type PresetName } from '#market/generator/model/plan-actors.ts';
import { aMarket, anOrder, NOW, openAds, seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const bytes = (value: unknown) => canonicalJson(value as Json);
const PROFILES = [...LIBRARY.profiles.values()];

describe('generateMarket', () => {
  it('gives the same bytes for the same order, market and truth alike', () => {
    for (const profile of PROFILES)
      for (const seed of seeds('same', 3)) {
        const order = { profile, size: 'practice', seed } as const;
        expect(bytes(aMarket(order))).toBe(bytes(aMarket(order)));
      }
  });

  it('gives another market for another seed, prevalence or moment', () => {
    const orders = [
      { seed: 'a' },
      { seed: 'b' },
      { seed: 'a', prevalence: 'CALIBRATION' },
      { seed: 'a', until: '2031-03-13T09:00:00Z' },
    ] as const;

    const ads = orders.map((order) => bytes(aMarket(order).market.ads));

    expect(new Set(ads).size).toBe(orders.length);
  });

  it('gives a market an id that does not disclose its inputs, and another one with a secret', () => {
    const orders = [
      { seed: 'a' },
      { seed: 'b' },
      { seed: 'a', prevalence: 'FIELD' },
      { seed: 'a', secret: 'one' },
      { seed: 'a', secret: 'two' },
    ] as const;
    const found = orders.map((order) => aMarket(order));

    expect(new Set(found.map(({ market }) => market.marketId)).size).toBe(orders.length);
    for (const { market, truth } of found) {
      expect(market.marketId).toMatch(/^[0-9a-f]{16}$/);
      expect(truth.marketId).toBe(market.marketId);
    }
    expect(found.map(({ market }) => market.open)).toEqual([true, true, true, false, false]);
    expect(JSON.stringify(found[3]?.market.ads)).toBe(JSON.stringify(found[0]?.market.ads));
  });

  it.each(seeds('made of', 20))('keeps the promises of a mini market (%s)', (seed) => {
    const { market, truth } = aMarket({ seed });
    const of = (type: string) => truth.actors.filter((actor) => actor.type === type);
    const traps = truth.ads.flatMap(({ labels }) => labels.filter(({ kind }) => kind === 'trap'));

    expect(of('controlled').map(({ ads }) => ads.length)).toEqual([4, 4]);
    expect([of('duo'), of('agency'), of('scammer')].map((actors) => actors.length)).toEqual([1, 1, 2]);
    expect(of('independent').length).toBeGreaterThan(15);
    expect(traps.length).toBeGreaterThanOrEqual(2);
    expect(market.ads.filter(({ withheld }) => withheld)).toHaveLength(1);
    expect(market).toMatchObject({ synthetic: true, open: true, generatorVersion: GENERATOR_VERSION, until: NOW });
    expect(truth).toMatchObject({ synthetic: true, seed, generatedFor: NOW });
  });

  it('numbers ads from 301, and posts and edits them all before the date of the market', () => {
    for (const size of ['mini', 'practice', 'field'] as const) {
      const { ads, from, until } = aMarket({ size, seed: 'time' }).market;

      expect(ads.map(({ id }) => id)).toEqual(ads.map((_, n) => String(301 + n).padStart(4, '0')));
      for (const { postedAt, versions } of ads) {
        expect(postedAt >= from).toBe(true);
        expect((versions.at(-1)?.from ?? postedAt) < until).toBe(true);
      }
    }
  });

  it('gives every ad one truth and every actor its ads', () => {
    for (const size of ['mini', 'practice', 'field'] as const) {
      const { market, truth } = aMarket({ size, seed: 'truth' });
      const ids = market.ads.map(({ id }) => id);
      const actors = new Map(truth.actors.map((actor) => [actor.id, actor]));

      expect(truth.ads.map(({ ad }) => ad)).toEqual(ids);
      expect(truth.actors.flatMap(({ ads }) => ads).toSorted()).toEqual(ids);
      for (const { ad, actor, control } of truth.ads) {
        expect(actors.get(actor)?.control).toBe(control);
        expect(actors.get(actor)?.ads).toContain(ad);
      }
    }
  });

  it('has in most mini markets an open network ad that its page alone does not disclose', () => {
    const quiet = seeds('quiet', 30).filter((seed) => {
      const { truth } = aMarket({ seed });
      const seen = (labels: (typeof truth.ads)[number]['labels']) =>
        labels.filter(({ kind, at }) => kind === 'sign' && !at.startsWith('r:'));
      return truth.ads.some(({ control, labels }) => control === 'controlled' && seen(labels).length <= 1);
    });

    expect(quiet.length).toBeGreaterThan(20);
  });
});

describe('the size of a market', () => {
  it.each([
    ['mini', 42, 1],
    ['practice', 150, 2],
    ['field', 600, 4],
    ['capstone', 2000 + CAPSTONE_JOB_ADS, 8],
  ] as const)('%s: %d ads on %d sites', (size, ads, sites) => {
    const drawn = drawMarket(anOrder({ size, prevalence: 'FIELD' }));
    const used = new Set(Array.from({ length: drawn.size }, (_, at) => adAt(drawn, at).site));

    expect([drawn.size, drawn.sites.length, used.size]).toEqual([ads, sites, sites]);
    expect(Object.keys(PRESETS)).toContain(size satisfies PresetName);
  });

  it('has the job ads of a capstone on a board of their own', () => {
    const { market } = aMarket({ size: 'capstone', prevalence: 'FIELD' });
    const jobs = market.ads.filter(({ versions }) => versions.at(-1)?.fields.pay !== undefined);
    const board = market.sites.find(({ type }) => type === 'job-board');

    expect(new Set(jobs.map(({ site }) => site))).toEqual(new Set([board?.id]));
    expect(Math.abs(jobs.length - CAPSTONE_JOB_ADS)).toBeLessThanOrEqual(2);
  });

  it('may be any number, which is met exactly', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5000 })),
        fc.constantFrom(...PROFILES),
        fc.string(),
        (size, profile, seed) => {
          const drawn = drawMarket(anOrder({ size, profile, seed, prevalence: 'CALIBRATION' }));
          const last = adAt(drawn, size - 1);

          expect(drawn.size).toBe(size);
          expect(Number(last.id)).toBe(300 + size);
          expect(
            drawn.districts.flatMap(({ actors }) => actors).reduce((sum, { ads }) => sum + ads, 0),
          ).toBeLessThanOrEqual(size);
          expect(drawn.districts.at(-1)?.to).toBe(size);
          expect(() => adAt(drawn, size)).toThrow(RangeError);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('prevalence', () => {
  it.each(seeds('nobody', 10))('CALIBRATION holds no controlled ad at all (%s)', (seed) => {
    const { market, truth } = aMarket({ seed, prevalence: 'CALIBRATION' });

    expect(market.ads).toHaveLength(42);
    expect(truth.ads.filter(({ control }) => control === 'controlled')).toEqual([]);
  });

  it.each([
    ['NEEDLE', 2],
    ['PRACTICE', 20],
  ] as const)('%s holds %d in a hundred among ads that are no copies', (prevalence, share) => {
    const { truth } = aMarket({ size: 'field', prevalence });
    const own = truth.ads.filter(({ copied }) => !copied);

    expect(own.filter(({ control }) => control === 'controlled')).toHaveLength(Math.round((own.length * share) / 100));
    expect(truth.prevalence).toBe(share / 100);
  });
});

describe('adAt', () => {
  const drawn = drawMarket(anOrder({ size: 'field', prevalence: 'FIELD', seed: 'places' }));
  const inOrder = Array.from({ length: drawn.size }, (_, at) => JSON.stringify(adAt(drawn, at)));

  it('gives the same ad in any order of access', () => {
    const place = fc.integer({ min: 0, max: drawn.size - 1 });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 50 }), (places) => {
        for (const at of places) expect(JSON.stringify(adAt(drawn, at))).toBe(inOrder[at]);
      }),
    );
  });

  it('gives the ads of the document', () => {
    const { market } = aMarket({ size: 'field', prevalence: 'FIELD', seed: 'places' });

    expect(market.ads.map((ad) => JSON.stringify(ad))).toEqual(inOrder);
  });

  it('gives the same ad of a large market from a new draw, at any place', () => {
    const large = () => drawMarket(anOrder({ size: 50_000, prevalence: 'FIELD', seed: 'large' }));
    const [one, other] = [large(), large()];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 49_999 }), (at) => {
        expect(adAt(other, at)).toEqual(adAt(one, at));
        expect(renderAd(other, at)).toBe(renderAd(one, at));
      }),
    );
  });
});

describe('renderAd', () => {
  it('joins what the ad says, and each label of a sentence spans exactly that sentence', () => {
    const made = aMarket({ seed: 'spans' });
    for (const [index, ad] of made.market.ads.entries()) {
      const sentences = ad.versions.at(-1)?.sentences ?? [];
      const { text, spans } = renderAdWithLabels(made.market, made.truth, index);

      expect(text).toBe(sentences.join(' '));
      expect(renderAd(made.market, index)).toBe(text);
      for (const { label, from, to } of spans)
        expect(text.slice(from, to)).toBe(sentences[Number(label.at.slice(1)) - 1]);
    }
  });

  it('spans every label that stands in a sentence of an open ad', () => {
    const made = aMarket({ seed: 'spans' });
    const inSentences = openAds(made).flatMap(({ truth }) => truth.labels.filter(({ at }) => at.startsWith('s')));
    const spanned = made.market.ads.flatMap((_, index) => renderAdWithLabels(made.market, made.truth, index).spans);

    expect(spanned).toHaveLength(inSentences.length);
    expect(spanned.every(({ label }) => LIBRARY.catalogue.has(label.indicator))).toBe(true);
  });
});
