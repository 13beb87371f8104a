import { describe, expect, it } from 'vitest';
import { deriveKey } from '#core/detection/derive-key.ts';
import { weighEvidence } from '#core/indicators/weigh-evidence.ts';
import type { ActorType } from '#core/market/ground-truth.ts';
import { areaUnderCurve } from '../support/area-under-curve.ts';
import { aMarket, openAds, seeds } from '../support/builders/a-market.ts';
import { LIBRARY } from '../support/builders/the-library.ts';

const { catalogue } = LIBRARY;

/** Every open ad of two hundred markets: what the ideal observer makes of it, and what one does who counts flags. */
const ADS = seeds('observer', 200).flatMap((seed) => {
  const made = aMarket({ seed });
  const key = new Map(deriveKey(made.truth, catalogue, 0.2).map((ad) => [ad.ad, ad]));
  return openAds(made).map(({ ad, truth, type }) => ({
    type: type as ActorType,
    ratio: key.get(ad.id)?.ratio ?? 1,
    alone: weighEvidence(
      truth.labels.filter(({ peers, kind }) => peers.length === 0 && kind !== 'trap').map(({ indicator }) => indicator),
      catalogue,
    ),
    flags: truth.labels.filter(({ kind }) => kind !== 'cue').length,
  }));
});
type Judged = (typeof ADS)[number];

const controlled = ADS.filter(({ type }) => type === 'controlled');
const of = (...types: readonly ActorType[]) => ADS.filter(({ type }) => types.includes(type));
const others = ADS.filter(({ type }) => type !== 'controlled');
const share = (ads: readonly Judged[], holds: (ad: Judged) => boolean) =>
  rounded(ads.filter(holds).length / ads.length);
const rounded = (value: number) => Math.round(value * 1000) / 1000;

const auc = (worth: (ad: Judged) => number, rest: readonly Judged[]) =>
  areaUnderCurve(controlled.map(worth), rest.map(worth));
const weighing = (rest: readonly Judged[]) => auc(({ ratio }) => ratio, rest);
const counting = (rest: readonly Judged[]) => auc(({ flags }) => flags, rest);

/** Measured on the generator, pooled over always the same seeds. They change only when it or the catalogue does; look before you write them anew. */
describe('what the ideal observer can know, by generator', () => {
  it('ranks controlled ads above these others', () => {
    expect({
      all: weighing(others),
      independent: weighing(of('independent')),
      duo: weighing(of('duo')),
      agency: weighing(of('agency')),
      scammer: weighing(of('scammer')),
      bot: weighing(of('bot')),
    }).toEqual({ all: 0.857, independent: 0.994, duo: 0.948, agency: 0.876, scammer: 0.078, bot: 0.938 });
  });

  it('ranks them so from one ad alone', () => {
    expect({
      all: auc(({ alone }) => alone, others),
      independent: auc(({ alone }) => alone, of('independent')),
    }).toEqual({ all: 0.863, independent: 0.977 });
  });

  it('is followed by one who counts flags at a distance', () => {
    expect({
      all: counting(others),
      independent: counting(of('independent')),
      duo: counting(of('duo')),
      agency: counting(of('agency')),
      scammer: counting(of('scammer')),
    }).toEqual({ all: 0.807, independent: 0.911, duo: 0.835, agency: 0.664, scammer: 0.385 });
  });

  it('finds and mistakes so many at a ratio of five', () => {
    const above = ({ ratio }: Judged) => ratio >= 5;

    expect({
      controlled: share(controlled, above),
      independent: share(of('independent'), above),
      duo: share(of('duo'), above),
      agency: share(of('agency'), above),
      scammer: share(of('scammer'), above),
    }).toEqual({ controlled: 0.875, independent: 0.001, duo: 0, agency: 0.497, scammer: 1 });
  });

  it('cannot know so many controlled ads', () => {
    expect(share(controlled, ({ ratio }) => ratio < 2)).toBe(0.125);
  });
});
