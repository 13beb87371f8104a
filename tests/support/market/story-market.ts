import type { Ad, Market } from '#market/ads/model/market.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { LIBRARY } from '../builders/the-library.ts';
import { NOW, SMALL_MARKET } from './small-market.ts';

const POSTED = '2031-03-07T08:00:00Z';
const SENTENCES = ['Six helpers for a warehouse.', 'Bus from the station.', 'Ask for Oda.'];
const FIELDS = {
  town: 'Kelvast',
  sector: 'warehouse',
  pay: 'SIM 4600 a month',
  phone: '+999 555 040 04',
  offered: 'bed in a shared house',
  start: 'today, contract later',
};

/** A post with a story, in one paragraph: an offer of work without employer, a line taken out, and two comments. */
export const POST: Ad = {
  id: '0307',
  site: 'ostrel-smallads',
  title: 'Helpers, Kelvast',
  account: 'a-0307',
  postedAt: POSTED,
  renewals: 1,
  versions: [
    { from: POSTED, sentences: [...SENTENCES, 'He waits in the car.'], fields: FIELDS, run: true },
    { from: '2031-03-07T08:14:00Z', sentences: SENTENCES, fields: FIELDS, run: true },
  ],
  comments: [
    { by: 'Tam', at: '2031-03-07T10:00:00Z', text: 'Which company is it?' },
    { by: 'Oda', at: '2031-03-08T10:00:00Z', text: 'You will hear it <there>.' },
  ],
};

/** The small market with a post that has a story. */
export const STORY_MARKET: Market = {
  ...SMALL_MARKET,
  words: LIBRARY.lexicon.site,
  ads: [...SMALL_MARKET.ads, POST],
};

/** What a visitor of that market sees at an ad. */
export function seeStory(adId: string) {
  const served = serveAd(STORY_MARKET, adId, NOW);
  return { served, seen: readServedAd(served) };
}
