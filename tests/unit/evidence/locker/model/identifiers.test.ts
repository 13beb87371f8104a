import { describe, expect, it } from 'vitest';
import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { aMarket, NOW, openAds } from '../../../../support/builders/a-market.ts';

const made = aMarket({ seed: 'identifiers' });
const { market } = made;
const on = (id: string) => identifiersOn(id, readServedAd(serveAd(market, id, NOW)));

describe('identifiersOn', () => {
  it('gives the ad id and every identifying field, but no field that only describes the offer', () => {
    for (const { ad, shown } of openAds(made)) {
      const { phone, room, picture, payment, account } = shown.fields;
      const readable = phone?.startsWith('▒') ? undefined : phone;
      const expected = Object.entries({ ad: ad.id, phone: readable, room, picture, payment, account }).flatMap(
        ([name, value]) => (value ? [`${name}:${value}`] : []),
      );

      expect(on(ad.id)).toEqual(expected);
    }
  });

  it('gives only the ad id for a removed page or a withheld card', () => {
    const card = market.ads.find(({ withheld }) => withheld)?.id ?? '';

    expect(on(card)).toEqual([`ad:${card}`]);
    expect(on('9999')).toEqual(['ad:9999']);
  });
});
