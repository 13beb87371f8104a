import { describe, expect, it } from 'vitest';
import { stretchesOf, stretchesOfAd } from '#kinds/detection/model/stretch.ts';
import { quoteAt } from '#kinds/detection/screens/locator-words.ts';
import { earlierLines } from '#market/ads/model/earlier-lines.ts';
import {
  type Ad,
  FIELD_NAMES,
  isOnThePage,
  type Market,
  PAGE_FIELD_NAMES,
  STORY_FIELD_NAMES,
} from '#market/ads/model/market.ts';
import { placesOfAd, placesOfPage, readPlace } from '#market/ads/model/page-places.ts';
import { readServedAd, type SeenAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { fieldOrder } from '../../../../support/attack/seen-market.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { POST, STORY_MARKET } from '../../../../support/market/story-market.ts';

const SETTINGS: readonly MarketProfileId[] = ['BUY', 'REG', 'PRO', 'TPC', 'JOB', 'SOC'];

function pageOf(market: Market, id: string, instant: string = market.until, world: WorldState = []) {
  const seen = readServedAd(serveAd(market, id, instant, world));
  if (seen.kind !== 'ad') throw new Error(`Ad ${id} has no page.`);
  return seen satisfies SeenAd;
}

describe.each(SETTINGS)('the pages of posts of %s', (setting) => {
  const { market, truth } = generateMarket(fieldOrder(setting, 'pages of posts'));
  const labelsOf = new Map(truth.ads.map(({ ad, labels }) => [ad, labels]));
  const open = market.ads.filter(({ withheld }) => !withheld);

  it('show every place of every label, which can be quoted there', () => {
    let beside = 0;
    for (const ad of open) {
      const seen = pageOf(market, ad.id);
      for (const { at, indicator } of labelsOf.get(ad.id) ?? []) {
        if (!isOnThePage(at)) continue;
        if (!/^s\d/.test(at)) beside += 1;
        expect(quoteAt(seen, at), `${indicator} at ${at} of ${ad.id}`).toMatch(/\S/);
      }
    }
    expect(beside).toBeGreaterThan(30);
  });

  it('say in bytes what the ad says, and nothing else', () => {
    for (const ad of open) {
      const seen = pageOf(market, ad.id);
      const shown = ad.versions.at(-1);
      expect(seen.sentences).toEqual(shown?.sentences);
      expect(seen.run).toBe(shown?.run);
      const filled = seen.fields.filter(({ isAbsent }) => !isAbsent).map(({ name, value }) => [name, value]);
      expect(Object.fromEntries(filled)).toEqual(shown?.fields);
      expect(seen.comments.map(({ by, at, text }) => ({ by, at, text }))).toEqual(ad.comments ?? []);
      const gone = ad.versions.slice(0, -1).flatMap(({ sentences }) => sentences);
      expect(seen.earlier.map(({ text }) => text)).toEqual(gone.filter((line) => !shown?.sentences.includes(line)));
    }
  });

  it('have places with spans of their own: none is empty and no two meet', () => {
    for (const ad of open) {
      const seen = pageOf(market, ad.id);
      const places = placesOfPage(seen).map(({ at }) => at);
      expect(placesOfAd(ad)).toEqual(places);
      expect(new Set(places).size).toBe(places.length);
      const stretchOf = stretchesOfAd(ad);
      const spans = places.map(stretchOf);
      expect(spans).toEqual(places.map(stretchesOf(seen.sentences, places)));
      // In the order of the page, each begins where the one before has ended, or later.
      spans.forEach(({ from, to }, n) => {
        expect(from).toBeLessThan(to);
        expect(from).toBeGreaterThanOrEqual(spans[n - 1]?.to ?? 0);
      });
    }
  });
});

describe('the page of a post with a story', () => {
  it('has an order for every field, which keeps the order of the fields of every ad', () => {
    expect([...PAGE_FIELD_NAMES].sort()).toEqual([...FIELD_NAMES, ...STORY_FIELD_NAMES].sort());
    expect(PAGE_FIELD_NAMES.filter((name) => (FIELD_NAMES as readonly string[]).includes(name))).toEqual(FIELD_NAMES);
  });

  it('names its parts in the words of the site', () => {
    const seen = pageOf(STORY_MARKET, POST.id);
    expect(seen.headings).toEqual({ earlier: 'Earlier text', comments: 'Comments' });
    expect(seen.fields.map(({ word, value }) => `${word}: ${value}`)).toEqual([
      'Town: Kelvast',
      'Employer: not stated',
      'Sector: warehouse',
      'Pay: SIM 4600 a month',
      'Also offered: bed in a shared house',
      'Start: today, contract later',
      'Phone: +999 555 040 04',
    ]);
    expect(seen.earlier).toEqual([
      {
        at: 'v1:s4',
        text: 'He waits in the car.',
        until: '2031-03-07T08:14:00Z',
        note: 'Removed by the advertiser 14 min after posting',
      },
    ]);
    expect(seen.comments.map(({ place, text }) => [place, text])).toEqual([
      ['c1', 'Which company is it?'],
      ['c2', 'You will hear it <there>.'],
    ]);
  });

  it('shows a comment from the moment at which it was written', () => {
    const commentsAt = (instant: string) => pageOf(STORY_MARKET, POST.id, instant).comments.map(({ place }) => place);
    expect(commentsAt('2031-03-07T09:59:59Z')).toEqual([]);
    expect(commentsAt('2031-03-07T10:00:00Z')).toEqual(['c1']);
    expect(commentsAt('2031-03-08T10:00:00Z')).toEqual(['c1', 'c2']);
  });

  it('shows a line as part of the text until the advertiser takes it out', () => {
    const before = pageOf(STORY_MARKET, POST.id, '2031-03-07T08:13:00Z');
    expect([before.sentences.length, before.earlier]).toEqual([4, []]);
    expect(pageOf(STORY_MARKET, POST.id, '2031-03-07T08:14:00Z').sentences).toHaveLength(3);
  });

  it('keeps what it has beside the text after a story edits it, and shows nothing of what the story took out', () => {
    const change = { ad: POST.id, at: STORY_MARKET.until, change: 'edited' } as const;
    const [before, after] = [[], [change]].map((world) => pageOf(STORY_MARKET, POST.id, STORY_MARKET.until, world));
    expect(after?.sentences).toEqual(before?.sentences.slice(0, -1));
    expect(after).toMatchObject({ run: true, earlier: before?.earlier, comments: before?.comments });
    const to = { id: 'copy', name: 'Copy', host: 'copy.example' };
    const moved = pageOf(STORY_MARKET, POST.id, STORY_MARKET.until, [{ ...change, change: 'moved', to }]);
    expect(moved).toEqual(before);
  });

  it('says that an employer is not stated in offers of work alone', () => {
    const isOffer = ({ versions }: Ad) => versions.at(-1)?.fields.pay !== undefined;
    const { market } = generateMarket(fieldOrder('SOC', 'employers'));
    const open = market.ads.filter(({ withheld }) => !withheld);
    expect([open.filter(isOffer).length, open.filter((ad) => !isOffer(ad)).length].every((n) => n > 50)).toBe(true);
    const missing = open.filter((ad) => pageOf(market, ad.id).fields.some(({ isAbsent }) => isAbsent));
    expect(missing).toEqual(open.filter((ad) => isOffer(ad) && ad.versions.at(-1)?.fields.employer === undefined));
    expect(missing.length).toBeGreaterThan(5);
  });

  it('is read where words for posts are missing, as in a document of an earlier version', () => {
    const { market } = aMarket({ seed: 'older' });
    const {
      earlier: _,
      removed: __,
      afterPosting: ___,
      comments: ____,
      notStated: _____,
      fields,
      ...words
    } = market.words;
    const own = Object.fromEntries(FIELD_NAMES.map((name) => [name, fields[name]])) as typeof fields;
    const older: Market = { ...market, words: { ...words, fields: own } };
    for (const ad of older.ads.filter(({ withheld }) => !withheld))
      expect(pageOf(older, ad.id)).toMatchObject({ title: ad.title, sentences: ad.versions.at(-1)?.sentences });
  });
});

describe('earlier lines', () => {
  const versions = (...texts: readonly string[][]) => ({
    versions: texts.map((sentences, n) => ({ from: `2031-03-0${n + 1}T08:00:00Z`, sentences, fields: {} })),
  });

  it('are named by the first version that has them, and end when they leave', () => {
    expect(earlierLines(versions(['a', 'b'], ['a', 'b', 'c'], ['a']))).toEqual([
      { at: 'v1:s2', text: 'b', until: '2031-03-03T08:00:00Z' },
      { at: 'v2:s3', text: 'c', until: '2031-03-03T08:00:00Z' },
    ]);
  });

  it('are none where all sentences stand, or have come back', () => {
    expect(earlierLines(versions(['a', 'b'], ['b', 'a']))).toEqual([]);
    expect(earlierLines(versions(['a', 'b'], ['a'], ['a', 'b']))).toEqual([]);
    expect(earlierLines(versions(['a']))).toEqual([]);
    expect(earlierLines({ versions: [] })).toEqual([]);
  });
});

describe('a locator', () => {
  it.each([
    ['s12', { what: 'sentence', n: 12 }],
    ['f:offered', { what: 'field', name: 'offered' }],
    ['v1:s5', { what: 'earlier', version: 1, n: 5 }],
    ['c2', { what: 'comment', n: 2 }],
  ])('%s is read', (at, place) => {
    expect(readPlace(at)).toEqual(place);
  });

  it.each(['s0', 's', 'c0', 'c', 'c1 ', 'v1', 'v0:s1', 'v1:s0', 'v1:c1', 'f:shoe', 'f:', 'r:payer', 't:1-2', ''])(
    '%j is no place of a page',
    (at) => {
      expect(readPlace(at)).toBeUndefined();
    },
  );
});
