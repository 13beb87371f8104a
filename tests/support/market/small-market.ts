import type { CardProfile } from '#market/ads/model/card-profile.ts';
import type { Ad, FieldName, Market } from '#market/ads/model/market.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';

/** The moment at which the small market is looked at. */
export const NOW = '2031-03-12T12:00:00Z';

function ad(id: string, title: string, sentences: readonly string[], fields: Partial<Record<FieldName, string>>): Ad {
  const postedAt = `2031-03-${id.slice(2)}T10:13:00Z`;
  return {
    id,
    site: 'ostrel-smallads',
    title,
    account: `a-${id}`,
    postedAt,
    renewals: 2,
    versions: [{ from: postedAt, sentences, fields }],
  };
}

/** Six ads made by hand, one of them withheld; 0302 and 0304 share a phone and a room. */
export const SMALL_MARKET: Market = {
  schema: 'market/1',
  synthetic: true,
  marketId: '00112233aabbccdd',
  notice: 'SYNTHETIC TRAINING MATERIAL – no real person, place or offer',
  profile: 'BUY',
  prevalence: 'PRACTICE',
  generatorVersion: 1,
  open: true,
  sites: [
    {
      id: 'ostrel-smallads',
      name: 'Ostrel Small Ads',
      host: 'ostrel-smallads.example',
      section: 'Services',
      face: 'classifieds',
      type: 'classifieds',
    },
  ],
  words: {
    posted: 'Posted',
    edited: 'Edited',
    renewed: 'Renewed',
    times: 'times',
    gone: 'This ad is no longer available.',
    notDialable: 'not dialable',
    hiddenNumber: '▒▒▒ number in picture',
    perHour: 'one hour',
    perMonth: 'a month',
    mark: 'SYNTHETIC TRAINING MATERIAL – no real person, place or offer',
    fields: {
      town: 'Town',
      price: 'Price',
      hours: 'Hours',
      phone: 'Phone',
      room: 'Room',
      picture: 'Picture',
      payment: 'Payment',
      account: 'Account',
      languages: 'Languages',
      pay: 'Pay',
      origin: 'Origin',
      gender: 'Advertiser',
      employer: 'Employer',
      sector: 'Sector',
    },
  },
  from: '2031-02-01T00:00:00Z',
  until: NOW,
  ads: [
    ad('0301', 'Mira, Kelvast', ['I answer my own phone.', 'Not on Sundays.'], {
      town: 'Kelvast',
      price: 'SIM 140, one hour',
      phone: '+999 555 010 01',
      picture: 'pid-1001',
    }),
    ad('0302', 'Sela, new in Ostrel', ['She is friendly.', 'The manager gives the time.'], {
      town: 'Ostrel',
      price: 'SIM 70, one hour',
      phone: '+999 555 020 02',
      room: 'R-17: green curtain',
      picture: 'pid-1002',
    }),
    {
      id: '0303',
      site: 'ostrel-smallads',
      title: '',
      account: 'a-0303',
      postedAt: '2031-03-03T10:13:00Z',
      renewals: 0,
      versions: [],
      withheld: { facts: ['Account eight days old.', 'Published again on day 3.'] },
    },
    ad('0304', 'Bel, Ostrel', ['Always free for you.'], {
      town: 'Ostrel',
      price: 'SIM 80, one hour',
      phone: '+999 555 020 02',
      room: 'R-17: green curtain',
      picture: 'pid-1004',
    }),
    ad('0305', 'House Linden', ['House Linden, company number SIM-1090.'], {
      town: 'Marrin',
      price: 'SIM 160, one hour',
      phone: '+999 555 030 03',
    }),
    ad('0306', 'Tam in Ostrel', ['I work for myself.'], {
      town: 'Ostrel',
      price: 'SIM 150, one hour',
      phone: '▒▒▒ number in picture',
    }),
  ],
};

/** What a visitor of the small market sees at an ad. */
export function see(adId: string) {
  const served = serveAd(SMALL_MARKET, adId, NOW);
  return { served, seen: readServedAd(served) };
}

/** A market card made by hand. */
export const SMALL_CARD: CardProfile = {
  family: 'services',
  state: 'Tessaval, an invented State',
  summary: 'Small ads in four towns.',
  law: ['Buying is an offence.', 'Advertising oneself is lawful.'],
  agencies: 'Not lawful.',
  symbols: 'None.',
  touring: 'Common.',
  reportTo: 'See the local card.',
  languages: ['Tessaval', 'Orlish'],
  towns: [
    { name: 'Ostrel', median: 150 },
    { name: 'Kelvast', median: 140 },
  ],
  sites: [{ name: 'Ostrel Small Ads' }],
};
