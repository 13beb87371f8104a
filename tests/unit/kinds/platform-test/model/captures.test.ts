import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { refusalOf } from '#kinds/platform-test/model/act-refusals.ts';
import { itemsFor } from '#kinds/platform-test/model/counts.ts';
import { weighFinding } from '#kinds/platform-test/model/findings.ts';
import { servedAgain } from '#kinds/platform-test/model/serve-page.ts';
import type { PlatformTestBrief, TestItem } from '#kinds/platform-test/model/state.ts';
import { trialsIn } from '#kinds/platform-test/model/trials.ts';
import { lastKnown, seenSoFar } from '#kinds/platform-test/model/visible.ts';
import { aPlatform, briefOf, on, pass, place, played, SITE } from '../../../../support/kinds/platform-test/a-test.ts';

const PLATFORM = aPlatform();
const BRIEF = briefOf(PLATFORM);
const LEAK = briefOf(aPlatform({ 'declared-age': 100, edit: 100 }));

/** The page of a copy that was captured, as text. */
const htmlOf = (brief: PlatformTestBrief, item: TestItem) => fromUtf8(servedAgain(brief, item).body);

describe('a capture', () => {
  it('keeps address, time, tool, operator, log event and the hash of the bytes that the site sends', () => {
    const { items } = played(LEAK, place('TC1'), pass(1), on('page.captured', 'TC1-1'));
    const [item] = items as [TestItem];

    expect(item).toMatchObject({
      url: `https://${PLATFORM.host}/services/ad?id=${SITE}-TC1-1`,
      at: '2031-01-27T10:00:00Z',
      status: 'shown',
      operator: 'tester',
      tool: { name: 'Checkathon platform test', version: '1' },
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
    const [first, second, gone] = items as [TestItem, TestItem, TestItem];

    expect(second.sha256).toBe(first.sha256);
    expect(second.at).not.toBe(first.at);
    expect(gone).toMatchObject({ status: 'not-shown', url: first.url });
    expect(gone.sha256).not.toBe(first.sha256);
    expect(htmlOf(LEAK, gone)).toContain('This ad is not online.');
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
    const [one, two] = items as [TestItem, TestItem];
    expect(two.url).toMatch(/^https:\/\/other\.example\//);
    expect(two.sha256).not.toBe(one.sha256);
  });

  it('of a page of the site belongs to no copy and proves no trial', () => {
    const state = played(BRIEF, place('TC1'), {
      type: 'site.captured',
      site: SITE,
      page: 'report',
      language: 'Orlish',
    });
    const [item] = state.items as [TestItem];
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
  const brief: PlatformTestBrief = { ...LEAK, mirrors: [MIRROR] };
  const atMirror = on('page.captured', 'TC12-1', { mirror: 'a-mirror' });

  it("is the mirror's page: it stays after the platform removed the card, and proves nothing about the platform", () => {
    const state = played(
      brief,
      place('TC12'),
      atMirror,
      pass(40),
      on('card.withdrawn', 'TC12-1'),
      on('page.captured', 'TC12-1'),
      atMirror,
    );
    const [before, own, after] = state.items as [TestItem, TestItem, TestItem];

    expect([before.status, own.status, after.status]).toEqual(['not-shown', 'not-shown', 'shown']);
    expect(after.url).toMatch(/^https:\/\/a-mirror\.example\//);
    expect(htmlOf(brief, after)).not.toContain('<nav>');
    const trials = trialsIn(seenSoFar(state)).filter(({ copy }) => copy === `${SITE}-TC12-1`);
    expect(trials.length).toBeGreaterThan(0);
    for (const trial of trials) expect(itemsFor(trial, state.items).map(({ id }) => id)).toEqual([own.id]);
  });

  it('does not show whether the card is online on the platform', () => {
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
  it('lacks its time zone, is reported apart from an item of something else, and proves nothing', () => {
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
