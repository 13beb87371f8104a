import { describe, expect, it } from 'vitest';
import { compareHead } from '#evidence/locker/model/compare-head.ts';
import { appendCustody } from '#evidence/locker/model/custody-log.ts';
import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { byKind } from '#evidence/locker/model/unnamed-kinds.ts';
import { packLocker } from '#evidence/locker/use-cases/pack-locker.ts';
import { escapeHtml } from '#evidence/locker/use-cases/report-html.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { bagOf } from '../../../../support/builders/a-bag.ts';
import { aLocker, aLockerOf, NONCE, packed, SAY } from '../../../../support/builders/a-locker.ts';
import { POST, STORY_MARKET } from '../../../../support/market/story-market.ts';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** Two captured pages, and a loose picture of a third one. */
const withLoose = (): Locker => {
  const texts = [{ name: 'look-cropped.svg', mime: 'image/svg+xml', text: PICTURE }];
  return { ...aLockerOf(2), loose: [{ ad: '0399', texts }] };
};

describe('packing a locker', () => {
  it('gives the same bytes for the same locker and different bytes for another one', async () => {
    const bytes = await packed(aLockerOf(3));

    expect(await packed(aLockerOf(3))).toEqual(bytes);
    expect(await packed(aLockerOf(4))).not.toEqual(bytes);
  });

  it('streams its parts while packing, each much smaller than the whole', async () => {
    const locker = aLockerOf(40);
    const seen: { readonly done: number; readonly bytes: number }[] = [];
    let done = 0;
    for await (const part of packLocker(locker, SAY, {
      nonce: NONCE,
      progress: (items) => {
        done = items;
      },
    }))
      seen.push({ done, bytes: part.length });

    const whole = seen.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(Math.max(...seen.map(({ bytes }) => bytes))).toBeLessThan(whole / 8);
    // Part of each item is emitted before the next one is begun.
    expect(new Set(seen.map((part) => part.done))).toEqual(new Set(Array.from({ length: 41 }, (_, n) => n)));
  });

  it('states in the report the gaps of records, the missing review of the case, and the limits of hashes', async () => {
    const locker = aLocker();
    const items = locker.items.map((item, n) =>
      n === 0
        ? { ...item, facts: { ...item.facts, capturedAtUtc: '12:42', title: '<script>alert(1)</script>' } }
        : item,
    );

    const report = Buffer.from((await bagOf({ ...locker, items })).get('data/report.html') ?? []).toString();

    expect(report).toContain(SAY('report.gap.time-without-zone'));
    expect(report).toContain(SAY('report.notReviewed'));
    expect(report).toContain('Cookie notice: none shown. Location: not given. Part of the page: 1 of 1.');
    expect(report).toContain(locker.custody.at(-1)?.hash);
    for (const { loggedSha256 } of items) expect(report).toContain(loggedSha256);
    expect(report).not.toMatch(/<script|\bsrc=|\bhref=|https?:[^<]*["']/);
  });
});

describe('the README of a bag', () => {
  /** Paths in the README, as patterns: `<item>` is any folder, and a name that ends in a slash is a folder. */
  const namedIn = (readme: string) => {
    const [, list = ''] = /What is in it\n(.+?)\n\n/s.exec(readme) ?? [];
    let folder = '';
    return list.split('\n').map((line) => {
      const [, indent = '', path = ''] = /^( +)(\S+)/.exec(line) ?? [];
      if (indent.length === 2 && path.endsWith('/')) folder = path;
      return indent.length === 2 ? path : folder + path;
    });
  };

  it.each([
    ['with letters and surroundings', () => aLocker('scenarios/a-week-later')],
    ['of two pages and nothing else', () => aLockerOf(2)],
    ['with a picture of a page that was not captured', withLoose],
  ])('names what lies in it, and nothing else: a bag %s', async (_, make) => {
    const bag = await bagOf(make());
    const named = namedIn(Buffer.from(bag.get('README.txt') ?? []).toString());

    for (const path of named) {
      const pattern = new RegExp(
        `^${path.replaceAll('.', '\\.').replace(/<\w+>/, '[^/]+')}${path.endsWith('/') ? '' : '$'}`,
      );
      expect(
        [...bag.keys()].some((file) => pattern.test(file)),
        path,
      ).toBe(true);
    }
    for (const file of [...bag.keys()].filter((path) => path.startsWith('data/')))
      expect(
        named.some((path) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/<\w+>/, '[^/]+')}`).test(file)),
        file,
      ).toBe(true);
  });
});

describe('the case report', () => {
  const reportOf = async (locker: Locker) =>
    Buffer.from((await bagOf(locker)).get('data/report.html') ?? []).toString();

  it('prints the text of each kept page, and each letter as it was sent', async () => {
    const locker = aLocker('scenarios/a-week-later');
    const report = await reportOf(locker);

    expect(locker.letters.length).toBeGreaterThan(0);
    for (const { text } of locker.letters) expect(report).toContain(escapeHtml(text));
    for (const item of locker.items) {
      const seen = readServedAd({ url: '', status: item.facts.httpStatus as 200, headers: {}, body: item.body });
      if (seen.kind === 'ad') for (const sentence of seen.sentences) expect(report).toContain(escapeHtml(sentence));
    }
  });

  it('lists loose copies of an uncaptured page, and says when each drawing was made', async () => {
    const report = await reportOf(withLoose());
    const [, others = ''] = report.split(SAY('report.loose.how'));

    expect(others.split('</table>')[0]).toContain(sha256Hex(PICTURE));
    expect(report.split(SAY('report.drawn'))).toHaveLength(3);
    expect(await reportOf(aLockerOf(2))).not.toContain(SAY('report.loose'));
  });

  it('names kinds of identifiers that are on a page but not in its record', async () => {
    const locker = aLocker();
    const [item] = locker.items;
    if (!item) throw new Error('The locker is empty.');
    const bare = { phones: [], handles: [], payment: [], imageIds: [], ads: [item.facts.adId] };
    const identifiers = { ...item.facts, identifiers: bare };
    const report = await reportOf({ ...locker, items: [{ ...item, facts: identifiers }] });

    expect(report).toContain(SAY('report.identifiers.left'));
    expect(report).toContain(`${SAY('report.identifiers.ads')} <code>${item.facts.adId}</code>`);
    expect(report).toContain(SAY('report.gap.identifiers-left-out'));
    expect(await reportOf(locker)).not.toContain(SAY('report.identifiers.left'));
  });

  it('names notes that are missing for the whole locker, even if every record is complete', async () => {
    const locker = aLocker('scenarios/a-week-later');
    const without = (action: string) => ({
      ...locker,
      custody: locker.custody.filter((entry) => entry.action !== action),
    });
    const row = (words: string) => `<td colspan="3">${SAY('report.whole')}</td><td>${words}</td>`;

    const whole = await reportOf(locker);
    expect(whole).toContain(SAY('report.short.gaps.none'));
    expect(whole).toContain(row(SAY('report.gaps.no')));
    const planless = await reportOf(without('plan.noted'));
    expect(planless).toContain(SAY('report.short.plan.none'));
    expect(planless).not.toContain(SAY('report.short.gaps.none'));
    expect(planless).toContain(row(SAY('report.whole.plan')));
    expect(await reportOf(without('authority.noted'))).toContain(row(SAY('report.whole.authority')));
    const silent = await reportOf(without('disclosure.noted'));
    expect(silent).toContain(SAY('report.short.disclosure.none'));
    expect(silent).not.toContain(SAY('report.short.gaps.none'));
    expect(silent).toContain(row(SAY('report.whole.disclosure')));
  });

  it('claims nothing that was not noted: no login state, no method, no right clock offset', async () => {
    const locker = aLocker();
    const [item] = locker.items;
    if (!item) throw new Error('The locker is empty.');
    const facts = { ...item.facts, loginState: '', clockCheck: { source: 's', offsetMs: -37_000 } };
    const known = { isAltered: false, clockOffsetMs: 37_000 };
    const report = await reportOf({ ...locker, items: [{ ...item, facts, known }] });

    expect(report).toContain(`<td>${SAY('report.login.none')}</td>`);
    expect(report).toContain(SAY('report.gap.no-login-state'));
    expect(report).toContain(`<td>${SAY('report.clock.behind', { seconds: 37 })}</td>`);
    expect(report).toContain(SAY('report.gap.other-offset'));
    expect(report).toContain(`<td>${SAY('report.method.native')}</td>`);
    expect(await reportOf(locker)).not.toContain(SAY('report.gap.other-offset'));
  });

  it('does not count an altered original as unchanged', async () => {
    const locker = aLocker();
    const [first, second] = locker.items;
    if (!first || !second) throw new Error('The locker has no two pages.');
    const altered = { ...first, known: { isAltered: true, clockOffsetMs: 37_000 } };
    const report = await reportOf({ ...locker, items: [altered, second] });

    expect(report).toContain(escapeHtml(SAY('report.short.altered', { items: first.facts.itemId })));
    expect(report).toContain(SAY('report.gap.altered'));
    expect(report).toContain('One page was kept as its site sent it');
    expect(await reportOf({ ...locker, items: [first, second] })).toContain('sites sent them: 2,');
  });

  it('gives the role to the person who reads along, not to the one who works', async () => {
    const locker = aLocker();
    const actor = 'Investigator 2, read along by Prosecutor 3';
    const custody = locker.custody.map((entry) => ({ ...entry, actor, role: 'Prosecutor, Pelkaven' }));
    const report = await reportOf({ ...locker, custody });

    expect(report).toContain(
      '<td>Investigator 2; read along by Prosecutor 3</td><td>Prosecutor 3: Prosecutor, Pelkaven</td>',
    );
  });

  it('lists pages with only a picture in the summary, and rooms as rooms', async () => {
    const locker = aLockerOf(2);
    const entry = { utc: locker.packedAt, actor: 'A', role: 'operator', action: 'look.captured', sha256: '-' };
    const [item] = locker.items as [EvidenceItem];
    const pictured = (ad: string) => appendCustody(locker.custody, { ...entry, reason: `ad ${ad}, window` });

    expect(await reportOf({ ...locker, custody: pictured('0399') })).toContain(
      SAY('report.short.pictures', { ads: 'ad 0399' }),
    );
    expect(await reportOf({ ...locker, custody: pictured(item.facts.adId) })).not.toContain('The log names a picture');
    const facts = { ...item.facts, identifiers: byKind(['room:R-4311', 'picture:P-1']) };
    expect(await reportOf({ ...locker, items: [{ ...item, facts }] })).toContain(
      `${SAY('report.identifiers.imageIds')} <code>P-1</code>; ${SAY('report.identifiers.rooms')} <code>R-4311</code>`,
    );
  });

  it('quotes the sentence that the disclosure note names', async () => {
    const locker = aLockerOf(2);
    const [item] = locker.items as [EvidenceItem];
    const seen = readServedAd({ url: '', status: 200, headers: {}, body: item.body });
    const quote = seen.kind === 'ad' ? (seen.sentences[1] ?? '') : '';
    const entry = { utc: locker.packedAt, actor: 'A', role: 'operator', action: 'disclosure.noted', sha256: '-' };
    const custody = appendCustody(locker.custody, { ...entry, reason: `${item.facts.adId} s2` });

    expect(await reportOf({ ...locker, custody })).toContain(
      `ad ${item.facts.adId}, sentence 2: “${escapeHtml(quote)}”`,
    );
  });

  it('prints and quotes comments and earlier lines of a page', async () => {
    const locker = aLockerOf(2);
    const [first, ...others] = locker.items as [EvidenceItem, ...EvidenceItem[]];
    const { body } = serveAd(STORY_MARKET, POST.id, STORY_MARKET.until);
    const item = { ...first, body, facts: { ...first.facts, adId: POST.id, sha256: sha256Hex(body) } };
    const entry = { utc: locker.packedAt, actor: 'A', role: 'operator', action: 'disclosure.noted', sha256: '-' };
    const reason = `${POST.id} v1:s4; ${POST.id} c2; ${POST.id} f:offered`;
    const custody = appendCustody(locker.custody, { ...entry, reason });

    const report = await reportOf({ ...locker, items: [item, ...others], custody });
    expect(report).toContain('ad 0307, earlier line: “He waits in the car.”');
    expect(report).toContain('ad 0307, comment 2: “You will hear it &lt;there&gt;.”');
    expect(report).toContain('ad 0307, offered: “bed in a shared house”');
    expect(report).toContain('<li>He waits in the car. (Removed by the advertiser 14 min after posting)</li>');
    expect(report).toContain('<li>Tam, 2031-03-07T10:00:00Z: Which company is it?</li>');
  });

  it('prints no text of a redacted page', async () => {
    const locker = aLockerOf(2);
    const [item] = locker.items as [EvidenceItem];
    const seen = readServedAd({ url: '', status: 200, headers: {}, body: item.body });
    const entry = { utc: locker.packedAt, actor: 'A', role: 'operator', action: 'bystander.redacted', sha256: '-' };
    const reason = `${item.facts.itemId}, working copy: a phone`;
    const report = await reportOf({ ...locker, custody: appendCustody(locker.custody, { ...entry, reason }) });

    expect(report).toContain('The text of this page is not printed');
    for (const sentence of seen.kind === 'ad' ? seen.sentences : []) expect(report).not.toContain(escapeHtml(sentence));
  });

  it('prints the last custody hash large, in groups that are easy to copy by hand', async () => {
    const locker = aLockerOf(2);
    const [, box = ''] = /<p class="head">(.+?)<\/p>/s.exec(await reportOf(locker)) ?? [];

    const copied = [...box.matchAll(/<code>([^<]+)<\/code>/g)].map(([, row]) => row).join(' ');
    expect(compareHead(locker.custody.at(-1)?.hash ?? '', copied)).toBe('same');
  });
});
