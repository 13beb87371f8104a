import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fromUtf8, utf8 } from '#kernel/model/utf8.ts';
import { pageAt, pathOf, SITE_PAGES } from '#kinds/platform-test/model/page-address.ts';
import { serveInTest, servePage } from '#kinds/platform-test/model/serve-page.ts';
import { linesOfPage, readPage } from '#market/ads/model/read-page.ts';
import { writePage } from '#market/ads/model/write-page.ts';
import type { PublicHalf } from '#market/platforms/model/tested-platform.ts';
import { aBrief, aPlatform, PAGES } from '../../../../support/kinds/platform-test/a-test.ts';

const PLATFORM = aPlatform();

const site = (half: Partial<PublicHalf> = {}, name = PLATFORM.name) => ({
  ...PLATFORM,
  name,
  public: { ...PLATFORM.public, ...half },
});
const sent = (half: Partial<PublicHalf>, page: Parameters<typeof servePage>[1], hour = 0) =>
  servePage(site(half), page, hour, PAGES, '0123456789abcdef');
const linesOf = (half: Partial<PublicHalf>, page: Parameters<typeof servePage>[1], hour = 0) =>
  linesOfPage(readPage(sent(half, page, hour).body) ?? { body: [] });

const CARD = { page: 'card', copy: 'x-TC1-1', card: 'TC1', version: 1, account: 1, isShown: true } as const;

describe('a page of a platform', () => {
  it('has bytes that never change for the same input', () => {
    const made = servePage(
      {
        id: 'a-site',
        name: 'A Site',
        host: 'a-site.example',
        public: { ...PLATFORM.public, says: 'We read.', terms: ['One.'], figures: [{ what: 'Reports', value: 3 }] },
      },
      { page: 'transparency' },
      200,
      PAGES,
      '0123456789abcdef',
    );

    expect(made.url).toBe('https://a-site.example/transparency');
    // Its digest by sha256sum.
    expect(sha256Hex(made.body)).toBe('952ae955299e301ec8ed4c1ef902a321e54950192fc9ead06c0a5201acd789e0');
    expect(fromUtf8(made.body)).toBe(
      [
        '<!doctype html>',
        '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="synthetic" content="true">',
        '<meta name="market" content="0123456789abcdef">',
        '<title>Transparency - A Site</title></head>',
        '<body>',
        '<p class="mark">SYNTHETIC TRAINING MATERIAL – no real person, place or offer</p>',
        '<header>A Site</header>',
        '<nav><ul><li><a href="/">Front page</a></li><li><a href="/post">Post an ad</a></li><li><a href="/report">Report an ad</a></li><li><a href="/help">Help and terms</a></li><li><a href="/transparency">Transparency</a></li></ul></nav>',
        '<main><h1>Transparency</h1><p>Week 2</p><h2>Figures of this site</h2><dl><dt>Reports</dt><dd>3</dd></dl></main>',
        '</body></html>',
        '',
      ].join('\n'),
    );
  });

  it('says first that it is synthetic, with its market, and has neither script nor an address of another site', () => {
    for (const platform of aBrief().platforms)
      for (const page of SITE_PAGES) {
        const html = fromUtf8(
          serveInTest({ ...aBrief(), marketId: '0123456789abcdef' }, platform.id, { page }, 5).body,
        );
        expect(html).toContain('<body>\n<p class="mark">SYNTHETIC TRAINING MATERIAL');
        expect(html).toContain('<meta name="market" content="0123456789abcdef">');
        expect(html).not.toMatch(/<script|<style|<img|<iframe|https?:|"\/\/|tel:|mailto:| on\w+=/i);
      }
  });

  it('is read back from its bytes as it was written, for every page of every platform', () => {
    const brief = aBrief();
    for (const platform of brief.platforms)
      for (const page of [...SITE_PAGES.map((one) => ({ page: one })), { ...CARD, copy: `${platform.id}-TC1-1` }]) {
        const { body } = serveInTest(brief, platform.id, page, 400);
        const read = readPage(body);
        expect(read && fromUtf8(writePage(read))).toBe(fromUtf8(body));
      }
  });

  it('has other bytes for other terms, figures, week, site or card', () => {
    const pages = [
      sent({}, { page: 'help' }),
      sent({ terms: [...PLATFORM.public.terms, 'One more.'] }, { page: 'help' }),
      sent({}, { page: 'transparency' }),
      sent({}, { page: 'transparency' }, 168),
      sent({ figures: [] }, { page: 'transparency' }),
      servePage(site({}, 'Another Site'), { page: 'help' }, 0, PAGES),
      sent({}, CARD),
      sent({}, { ...CARD, version: 2 }),
      sent({}, { ...CARD, isShown: false }),
    ];
    expect(new Set(pages.map(({ body }) => sha256Hex(body))).size).toBe(pages.length);
    expect(sha256Hex(sent({}, { page: 'transparency' }, 167).body)).toBe(sha256Hex(pages[2]?.body ?? ''));
  });

  it('links to its own pages alone, and each link leads to the page that it names', () => {
    const links = [...fromUtf8(sent({}, { page: 'report' }).body).matchAll(/href="([^"]*)"/g)].map(
      ([, href = '']) => href,
    );
    expect(links.length).toBeGreaterThan(SITE_PAGES.length);
    for (const href of links) expect(pathOf(pageAt(href) ?? { page: 'front' })).toBe(href);
  });
});

describe('a hostile platform file', () => {
  const MARKUP = `</title></p><script>alert(1)</script><img src=x onerror=alert(1)>"&amp;'`;
  const half: Partial<PublicHalf> = {
    says: MARKUP,
    terms: [MARKUP],
    figures: [{ what: MARKUP, value: 1 }],
    form: { account: false, languages: [MARKUP, `//evil.example/?"><script>`], screenReader: true, clicks: 1 },
  };

  it('is text on every page, and is read back as the same text', () => {
    for (const page of SITE_PAGES) {
      const { body } = servePage(site(half, MARKUP), { page }, 0, PAGES, MARKUP);
      const html = fromUtf8(body);
      expect(html).not.toMatch(/<script|<img|href="(?!\/(?!\/))/);
      expect(linesOfPage(readPage(body) ?? { body: [] }).join('\n')).toContain(MARKUP);
      expect(readPage(body)?.market).toBe(MARKUP);
    }
  });

  it.each([
    ['a script', (html: string) => html.replace('<main>', '<script>1</script><main>')],
    ['an event handler', (html: string) => html.replace('<main>', '<main onclick="1">')],
    ['a style', (html: string) => html.replace('<main>', '<main style="x">')],
    ['an address of another site', (html: string) => html.replace('href="/help"', 'href="//evil.example/"')],
    ['an address with a scheme', (html: string) => html.replace('href="/help"', 'href="javascript:1"')],
    ['a tag that is not closed', (html: string) => html.replace('</main>', '')],
    ['a comment', (html: string) => html.replace('<main>', '<!-- --><main>')],
    ['something behind its end', (html: string) => `${html}<script>1</script>`],
  ])('is not drawn with %s in its bytes', (_, change) => {
    const html = fromUtf8(sent({}, { page: 'front' }).body);
    expect(change(html)).not.toBe(html);
    expect(readPage(utf8(change(html)))).toBeUndefined();
  });
});

describe('a report form', () => {
  it('is there in the languages that the platform says it has, and in no other', () => {
    const form = { account: false, languages: ['Tessaval', 'Orlish'], screenReader: true, clicks: 3 };
    expect(sent({ form }, { page: 'report', language: 'Orlish' }).status).toBe(200);
    expect(linesOf({ form }, { page: 'report', language: 'Orlish' })).toContain('Language of this form: Orlish');
    expect(sent({ form }, { page: 'report', language: 'Kelvic' }).status).toBe(404);
    expect(linesOf({ form }, { page: 'report', language: 'Kelvic' })).toContain('This page does not exist.');
  });

  it('ends before its first field where only those with an account can report', () => {
    const form = { ...PLATFORM.public.form, account: true };
    const html = fromUtf8(sent({ form }, { page: 'report' }).body);
    expect(html).not.toContain('<input');
    expect(html).toContain('You need an account to report.');
  });

  it('has names for its fields only where a screen reader can use it, and no field can be filled', () => {
    const html = (screenReader: boolean) =>
      fromUtf8(sent({ form: { ...PLATFORM.public.form, screenReader } }, { page: 'report' }).body);
    expect(html(true).match(/<label>/g)).toHaveLength(3);
    expect(html(false)).not.toContain('<label>');
    expect(html(false).match(/<input disabled>/g)).toHaveLength(3);
  });
});

describe('the page of a TEST card', () => {
  it('has fields and the bar TEST, and no other submitted data', () => {
    const lines = linesOf({}, { ...CARD, card: 'TC2' });
    expect(lines).toContain('TEST artificial card, no person');
    expect(lines.join('\n')).toContain('Text and pictures\nnone');
    expect(lines.join('\n')).not.toMatch(/test-document|17/);
  });

  it('shows the edited age from the second version on', () => {
    const age = (version: number) => {
      const lines = linesOf({}, { ...CARD, card: 'TC3', version });
      return lines[lines.indexOf('Age') + 1];
    };
    expect([age(1), age(2)]).toEqual(['17', '18']);
  });
});
