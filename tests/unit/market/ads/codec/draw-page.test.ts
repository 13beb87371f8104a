import { beforeAll, describe, expect, it } from 'vitest';
import { required } from '#kernel/model/invariant.ts';
import { servePage } from '#kinds/platform-test/model/serve-page.ts';
import { drawPage } from '#market/ads/codec/draw-page.ts';
import type { Market } from '#market/ads/model/market.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';
import { POST, STORY_MARKET } from '../../../../support/market/story-market.ts';

let market: Market;
beforeAll(() => {
  ({ market } = theCase().material);
});

const draw = (ad: string) => {
  const mark = { notice: market.words.mark, marketId: market.marketId, itemId: 'EV-001' };
  return drawPage(serveAd(market, ad, market.until), mark);
};
/** What the eye reads in the picture, line ends as blanks. */
const seenIn = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, line = '']) =>
      line.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    )
    .join(' ');

describe('the drawing of a page', () => {
  it('shows every sentence and every field that the page shows', () => {
    for (const { id } of market.ads.slice(0, 60)) {
      const seen = readServedAd(serveAd(market, id, market.until));
      const drawn = seenIn(draw(id));

      if (seen.kind !== 'ad') continue;
      for (const text of [seen.title, ...seen.sentences, ...seen.fields.map(({ value }) => value)])
        expect(drawn).toContain(text);
    }
  });

  it('shows earlier lines with what the site says of them, and comments', () => {
    const mark = { notice: '', marketId: '', itemId: 'EV-001' };
    const drawn = seenIn(drawPage(serveAd(STORY_MARKET, POST.id, STORY_MARKET.until), mark));
    expect(drawn).toContain('He waits in the car. (Removed by the advertiser 14 min after posting)');
    expect(drawn).toContain('Oda, 2031-03-08T10:00:00Z: You will hear it <there>.');
    expect(drawn).toContain('Employer: not stated');
  });

  it('shows every line of a page of a tested platform', () => {
    const pages = required(LIBRARY.platforms.get('BUY')?.pages, 'the words of pages');
    for (const platform of LIBRARY.platforms.get('BUY')?.tested ?? []) {
      const served = servePage(platform, { page: 'help' }, 0, pages);
      const drawn = seenIn(drawPage(served, { notice: '', marketId: '', itemId: 'item-1' }));
      for (const term of platform.public.terms) expect(drawn).toContain(term);
      expect(drawn).toContain(`An answer comes within ${platform.public.promisedHours} hours.`);
    }
  });

  it('has the mark visibly and in its metadata, even for a removed or closed page', () => {
    const closed = market.ads.find(({ withheld }) => withheld)?.id ?? '';

    for (const svg of [draw(market.ads[0]?.id ?? ''), draw('no-such-ad'), draw(closed)]) {
      expect(seenIn(svg)).toContain(market.words.mark);
      expect(svg).toContain(`<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${market.words.mark}<`);
    }
  });

  it('contains no picture, no link, no script, and no line wider than the sheet', () => {
    for (const { id } of market.ads.slice(0, 60)) {
      const svg = draw(id);

      expect(svg).not.toMatch(/<(?:image|script|a|style|foreignObject|use)\b|\bhref=|\bon\w+=/);
      for (const [, line = ''] of svg.matchAll(/preserve">([^<]*)</g))
        expect(line.replaceAll(/&\w+;/g, '.').length).toBeLessThanOrEqual(80);
    }
  });
});
