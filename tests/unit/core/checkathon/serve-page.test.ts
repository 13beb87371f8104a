import { describe, expect, it } from 'vitest';
import { itemsFor } from '#core/checkathon/counts.ts';
import { weighFinding } from '#core/checkathon/findings.ts';
import { pageAt, pathOf, SITE_PAGES } from '#core/checkathon/page-address.ts';
import { refusalOf } from '#core/checkathon/play-test.ts';
import { servedAgain, serveInTest, servePage } from '#core/checkathon/serve-page.ts';
import type { CheckathonBrief, EvidenceItem } from '#core/checkathon/state.ts';
import { trialsIn } from '#core/checkathon/trials.ts';
import { lastKnown, seenSoFar } from '#core/checkathon/visible.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { fromUtf8, utf8 } from '#core/kernel/utf8.ts';
import { linesOfPage, readPage } from '#core/market/read-page.ts';
import { writePage } from '#core/market/write-page.ts';
import type { PublicHalf } from '#core/moderation/tested-platform.ts';
import { aBrief, aPlatform, briefOf, on, PAGES, pass, place, played, SITE } from './a-test.ts';

const PLATFORM = aPlatform();
const BRIEF = briefOf(PLATFORM);
const LEAK = briefOf(aPlatform({ 'declared-age': 100, edit: 100 }));

/** The page of a copy that was captured, as text. */
const htmlOf = (brief: CheckathonBrief, item: EvidenceItem) => fromUtf8(servedAgain(brief, item).body);
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

  it('is other bytes where terms, figures, week, site or card are others', () => {
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
    expect(linesOf({ form }, { page: 'report', language: 'Kelvic' })).toContain('There is no such page here.');
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
  it('has fields and the bar TEST, and nothing that was handed in beside the ad', () => {
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

describe('a capture', () => {
  it('keeps address, time, tool, operator, log event and the hash of the bytes that the site sends', () => {
    const { items } = played(LEAK, place('TC1'), pass(1), on('page.captured', 'TC1-1'));
    const [item] = items as [EvidenceItem];

    expect(item).toMatchObject({
      url: `https://${PLATFORM.host}/services/ad?id=${SITE}-TC1-1`,
      at: '2031-01-27T10:00:00Z',
      status: 'shown',
      operator: 'tester',
      tool: { name: 'Checkathon test desk', version: '1' },
      event: `${SITE}-TC1-1-2`,
      hasZone: true,
    });
    expect(item.sha256).toBe(sha256Hex(servedAgain(LEAK, item).body));
  });

  it('has the same bytes twice while nothing changes, and others once the card is gone', () => {
    const { items } = played(
      LEAK,
      place('TC1'),
      on('page.captured', 'TC1-1'),
      pass(1),
      on('page.captured', 'TC1-1'),
      on('card.withdrawn', 'TC1-1'),
      on('page.captured', 'TC1-1'),
    );
    const [first, second, gone] = items as [EvidenceItem, EvidenceItem, EvidenceItem];

    expect(second.sha256).toBe(first.sha256);
    expect(second.at).not.toBe(first.at);
    expect(gone).toMatchObject({ status: 'not-shown', url: first.url });
    expect(gone.sha256).not.toBe(first.sha256);
    expect(htmlOf(LEAK, gone)).toContain('This ad is not there.');
  });

  it('of the same card on another platform has another address and other bytes', () => {
    const other = aPlatform({ 'declared-age': 100 }, {}, { id: 'other-site', name: 'Other', host: 'other.example' });
    const both = briefOf(...LEAK.platforms, other);
    const { items } = played(
      both,
      place('TC1'),
      place('TC1', 'other-site'),
      on('page.captured', 'TC1-1'),
      on('page.captured', 'other-site-TC1-1'),
    );
    const [one, two] = items as [EvidenceItem, EvidenceItem];
    expect(two.url).toMatch(/^https:\/\/other\.example\//);
    expect(two.sha256).not.toBe(one.sha256);
  });

  it('of a page of the site is of no copy and proves no trial', () => {
    const state = played(BRIEF, place('TC1'), {
      type: 'site.captured',
      site: SITE,
      page: 'report',
      language: 'Orlish',
    });
    const [item] = state.items as [EvidenceItem];
    expect(item.url).toBe(`https://${PLATFORM.host}/report?language=Orlish`);
    expect(item.copy).toBeUndefined();
    for (const trial of trialsIn(seenSoFar(state))) expect(itemsFor(trial, state.items)).toEqual([]);
  });
});

describe('a site that is down', () => {
  it('sends no page, so that nothing is captured and no point is spent', () => {
    const brief = briefOf(aPlatform({ 'declared-age': 100 }, { outage: { week: 1, hour: 10, hours: 6 } }));
    const capture = on('page.captured', 'TC1-1');
    const look = { type: 'site.captured', site: SITE, page: 'front' } as const;
    const down = played(brief, place('TC1'), pass(10), capture, look);
    expect(down.items).toEqual([]);
    expect(down.spent).toBe(1);
    expect([refusalOf(brief, down, capture), refusalOf(brief, down, look)]).toEqual(['site-down', 'site-down']);

    expect(played(brief, place('TC1'), pass(16), capture, look).items).toHaveLength(2);
  });
});

describe('a capture of a mirror', () => {
  const MIRROR = {
    id: 'a-mirror',
    name: 'A Mirror',
    host: 'a-mirror.example',
    owner: 'Nobody',
    share: 1,
    mirrorOf: SITE,
    does: 'Copies.',
    copies: { share: 100, hours: 30 },
  };
  const brief: CheckathonBrief = { ...LEAK, mirrors: [MIRROR] };
  const atMirror = on('page.captured', 'TC12-1', { mirror: 'a-mirror' });

  it("is the mirror's page: it stays after the platform removed the card, and proves nothing of the platform", () => {
    const state = played(
      brief,
      place('TC12'),
      atMirror,
      pass(40),
      on('card.withdrawn', 'TC12-1'),
      on('page.captured', 'TC12-1'),
      atMirror,
    );
    const [before, own, after] = state.items as [EvidenceItem, EvidenceItem, EvidenceItem];

    expect([before.status, own.status, after.status]).toEqual(['not-shown', 'not-shown', 'shown']);
    expect(after.url).toMatch(/^https:\/\/a-mirror\.example\//);
    expect(htmlOf(brief, after)).not.toContain('<nav>');
    const trials = trialsIn(seenSoFar(state)).filter(({ copy }) => copy === `${SITE}-TC12-1`);
    expect(trials.length).toBeGreaterThan(0);
    for (const trial of trials) expect(itemsFor(trial, state.items).map(({ id }) => id)).toEqual([own.id]);
  });

  it('says nothing of whether the card is online on the platform', () => {
    const state = played(brief, place('TC12'), atMirror);
    expect(state.items[0]?.status).toBe('not-shown');
    expect(lastKnown(state, `${SITE}-TC12-1`)).toBe('online');
  });

  it('is refused at a site that is no mirror of the platform', () => {
    const state = played(brief, place('TC12'));
    expect(refusalOf(brief, state, on('page.captured', 'TC12-1', { mirror: SITE }))).toBe('no-such-platform');
    expect(refusalOf(BRIEF, state, atMirror)).toBe('no-such-platform');
  });
});

describe('an item of a tired tester', () => {
  it('lacks its zone, is told apart from an item of something else, and proves nothing', () => {
    const tired = { ...LEAK, people: 1 };
    const acts = Array.from({ length: 9 }, () => place('TC1'));
    const captures = Array.from({ length: 5 }, (_, n) => on('page.captured', `TC1-${n + 1}`));
    const state = played(tired, ...acts, ...captures);
    const incomplete = state.items.filter(({ hasZone }) => !hasZone);
    expect(incomplete).toHaveLength(1);

    const finding = { site: SITE, claim: 'declared-age', word: 'once', innocent: true, certainty: 50 } as const;
    const weighed = weighFinding(
      { ...finding, items: incomplete.map(({ id }) => id) },
      trialsIn(seenSoFar(state)),
      state,
    );
    expect(weighed.lacks).toContain('item-without-zone');
    expect(weighed.lacks).toContain('no-item');
    expect(weighed.lacks).not.toContain('item-of-something-else');
  });
});
