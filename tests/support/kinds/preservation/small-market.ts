import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { ContextKind } from '#kinds/preservation/model/care-actions.ts';
import {
  type PreservationAction,
  type PreservationResponse,
  playPreservation,
} from '#kinds/preservation/model/play.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { stepsBegun } from '#kinds/preservation/model/steps.ts';
import { workbenchFacts } from '#kinds/preservation/model/workbench-facts.ts';
import type { KeptPage } from '#kinds/preservation/screens/item/kept-page.ts';
import type { Look } from '#kinds/preservation/screens/page/look.ts';
import { drawLook } from '#kinds/preservation/use-cases/locker/draw-look.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';

export const NOW: Instant = '2031-03-12T10:52:09Z';
export const PERSON = { actor: 'Analyst 4', role: 'analyst', legalBasis: 'Order OST-0312' };

const ad = (id: string, title: string, phone: string, account: string): Ad => ({
  id,
  site: 'ostrel-smallads',
  title,
  account,
  postedAt: '2031-03-01T08:00:00Z',
  renewals: 1,
  versions: [
    {
      from: '2031-03-01T08:00:00Z',
      sentences: ['Calm visits.', 'Call first.'],
      fields: { town: 'Ostrel', price: 'SIM 150, one hour', phone, room: `R-${id.slice(2)}: green curtain`, account },
    },
  ],
});

export const MARKET: Market = {
  schema: 'market/1',
  synthetic: true,
  marketId: '0123456789abcdef',
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
    gone: 'This ad is no longer available',
    notDialable: 'not dialable',
    hiddenNumber: '▒▒▒ number in picture',
    perHour: 'one hour',
    perMonth: 'a month',
    mark: 'SYNTHETIC TRAINING MATERIAL',
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
  from: '2031-01-29T08:00:00Z',
  until: '2031-03-12T09:00:00Z',
  ads: [
    ad('0301', 'Mira in Ostrel', '+999 555 010 01', 'a-0001'),
    ad('0302', 'Lio in Ostrel', '+999 555 010 02', 'a-0002'),
    {
      id: '0303',
      site: 'ostrel-smallads',
      title: '',
      account: 'a-0003',
      postedAt: '2031-03-01T08:00:00Z',
      renewals: 0,
      versions: [],
      withheld: { facts: ['Account eight days old.'] },
    },
  ],
};

/** A workbench with a log of its own: acts go through the reducer of the kind, each one minute after the last. */
export function createWorkbench(world: WorldState = [], offset = 37) {
  const acts: PreservationAction[] = [];
  let response: PreservationResponse = playPreservation.empty;
  let now = NOW;
  const listeners: (() => void)[] = [];
  const see = (id: string, at: Instant = now) => {
    const served = serveAd(MARKET, id, at, world);
    return { served, seen: readServedAd(served) };
  };
  return {
    acts,
    see,
    onchange: (listener: () => void) => listeners.push(listener),
    act(action: PreservationAction) {
      acts.push(action);
      response = playPreservation.reduce(response, { ...action }, { at: now, seq: acts.length });
      now = addMinutes(now, 1);
      for (const listener of listeners) listener();
    },
    props: () => ({
      title: 'Keep what is there',
      text: 'Capture them.',
      market: MARKET,
      response,
      now,
      person: PERSON,
      suggested: ['0301', '0303'],
      see,
      identifiers: identifiersOn,
      hash: sha256Hex,
      readBack: async (bytes: Uint8Array) => ({ sha256: sha256Hex(bytes), by: 'program' as const }),
      around: (id: string, of: ContextKind) => serveContext(MARKET, id, of, now, world),
      draw: ({ served }: KeptPage, name: string, extent: Look['extent']) => drawLook(MARKET, served, name, extent),
      offset,
      taken: stepsBegun(workbenchFacts(response, { targets: [] }, { market: MARKET, world, evidence: [], now })),
      base: '/kit/',
    }),
  };
}
