import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';
import { GENERATOR_VERSION } from '#core/market/market.ts';
import { MarketTooSmallError } from '#core/market/plan-actors.ts';
import { renderAd, renderAdWithLabels } from '#core/market/render-ad.ts';
import { aMarket, NOW, openAds, seeds } from '../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';

const bytes = (value: unknown) => canonicalJson(value as Json);

describe('generateMarket', () => {
  it('gives the same bytes for the same order, market and truth alike', () => {
    for (const seed of seeds('same', 5)) expect(bytes(aMarket({ seed }))).toBe(bytes(aMarket({ seed })));
  });

  it('gives another market for another seed, prevalence or moment', () => {
    const orders = [
      { seed: 'a' },
      { seed: 'b' },
      { seed: 'a', prevalence: 'FIELD' },
      { seed: 'a', until: '2031-03-13T09:00:00Z' },
    ] as const;

    const ads = orders.map((order) => bytes(aMarket(order).market.ads));

    expect(new Set(ads).size).toBe(orders.length);
  });

  it('names profile, seed, version, preset and prevalence by one id that shows none of them', () => {
    const ids = [{ seed: 'a' }, { seed: 'b' }, { seed: 'a', prevalence: 'FIELD' }] as const;
    const found = ids.map((order) => aMarket(order).market.marketId);

    expect(new Set(found).size).toBe(ids.length);
    for (const id of found) expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(aMarket({ seed: 'a' }).truth.marketId).toBe(found[0]);
  });

  it.each(seeds('made of', 30))('holds what a practice market promises (%s)', (seed) => {
    const { market, truth } = aMarket({ seed });
    const of = (type: string) => truth.actors.filter((actor) => actor.type === type);
    const controlled = truth.ads.filter(({ control }) => control === 'controlled');
    const traps = truth.ads.flatMap(({ labels }) => labels.filter(({ kind }) => kind === 'trap'));

    expect(market.ads).toHaveLength(42);
    expect(of('controlled').map(({ ads }) => ads.length)).toEqual([4, 4]);
    expect(controlled).toHaveLength(8);
    expect([of('duo'), of('agency'), of('scammer')].map((actors) => actors.length)).toEqual([1, 1, 2]);
    expect(of('independent').length).toBeGreaterThan(15);
    expect(traps.length).toBeGreaterThanOrEqual(2);
    expect(market.ads.filter(({ withheld }) => withheld)).toHaveLength(1);
    expect(market).toMatchObject({ synthetic: true, open: true, generatorVersion: GENERATOR_VERSION, until: NOW });
    expect(truth).toMatchObject({ synthetic: true, seed, generatedFor: NOW });
  });

  it('numbers ads by the time of posting, and posts them all before the market is looked at', () => {
    for (const seed of seeds('time', 20)) {
      const { ads, from, until } = aMarket({ seed }).market;

      expect(ads.map(({ id }) => id)).toEqual(ads.map((_, n) => String(301 + n).padStart(4, '0')));
      expect(ads.map(({ postedAt }) => postedAt)).toEqual(ads.map(({ postedAt }) => postedAt).toSorted());
      for (const { postedAt, versions } of ads) {
        expect(postedAt >= from).toBe(true);
        expect((versions.at(-1)?.from ?? postedAt) < until).toBe(true);
      }
    }
  });

  it('gives every ad one truth and every actor its ads', () => {
    for (const seed of seeds('truth', 20)) {
      const { market, truth } = aMarket({ seed });
      const ids = market.ads.map(({ id }) => id);

      expect(truth.ads.map(({ ad }) => ad)).toEqual(ids);
      expect(truth.actors.flatMap(({ ads }) => ads).toSorted()).toEqual(ids);
      for (const { ad, actor, control } of truth.ads)
        expect(truth.actors.find(({ id }) => id === actor)).toMatchObject({
          control,
          ads: expect.arrayContaining([ad]),
        });
    }
  });

  it('leaves in a quiet network one ad that nothing on the site tells from others', () => {
    for (const seed of seeds('quiet', 20)) {
      const { truth } = aMarket({ seed });
      const signs = (id: string) =>
        truth.ads.find(({ ad }) => ad === id)?.labels.filter(({ kind }) => kind === 'sign') ?? [];
      const networks = truth.actors.filter(({ type }) => type === 'controlled');

      expect(networks.map(({ ads }) => ads.filter((id) => signs(id).length === 0).length)).toEqual([1, 0]);
    }
  });

  it('joins every network by at least two kinds of trace', () => {
    for (const seed of seeds('joined', 20)) {
      const { truth } = aMarket({ seed });
      for (const { ads } of truth.actors.filter(({ type }) => type === 'controlled')) {
        const kinds = truth.edges.filter(({ a, b }) => ads.includes(a) && ads.includes(b)).map(({ kind }) => kind);
        expect(new Set(kinds).size).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('has an innocent pair that shares two kinds of trace: sharing alone is no network', () => {
    const { truth } = aMarket({ seed: 'innocent' });
    const lawful = (id: string) => truth.ads.find(({ ad }) => ad === id)?.control !== 'controlled';
    const kindsOf = new Map<string, Set<string>>();
    for (const { a, b, kind } of truth.edges.filter((edge) => lawful(edge.a) && lawful(edge.b)))
      kindsOf.set(`${a} ${b}`, (kindsOf.get(`${a} ${b}`) ?? new Set()).add(kind));

    expect(Math.max(...[...kindsOf.values()].map((kinds) => kinds.size))).toBeGreaterThanOrEqual(2);
  });
});

describe('prevalence', () => {
  it.each(seeds('nobody', 10))('CALIBRATION holds no controlled ad at all (%s)', (seed) => {
    const { market, truth } = aMarket({ seed, prevalence: 'CALIBRATION' });

    expect(market.ads).toHaveLength(42);
    expect(truth.ads.filter(({ control }) => control === 'controlled')).toEqual([]);
  });

  it('FIELD holds six in a hundred, rounded to whole ads', () => {
    const { truth } = aMarket({ prevalence: 'FIELD' });

    expect(truth.ads.filter(({ control }) => control === 'controlled')).toHaveLength(Math.round(42 * 0.06));
  });

  it('NEEDLE finds no room for a network in a mini market, and says how many ads it would take', () => {
    const order = () => aMarket({ prevalence: 'NEEDLE' });

    expect(order).toThrow(MarketTooSmallError);
    expect(order).toThrow('at least 75 ads');
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
