import { createHash } from 'node:crypto';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { type PlatformTestAct, type PlatformTestResponse, playPlatformTest } from '#kinds/platform-test/model/play.ts';
import { hoursToNext, seenAfter } from '#kinds/platform-test/model/seen-test.ts';
import { serveInTest } from '#kinds/platform-test/model/serve-page.ts';
import { testAt } from '#kinds/platform-test/model/test-so-far.ts';
import Exercise from '#kinds/platform-test/screens/Exercise.svelte';
import { aBrief } from '../../../../support/kinds/platform-test/a-test.ts';

const AT = '2031-02-03T08:00:00Z';
const BRIEF = { ...aBrief('six-weeks-six-platforms'), from: AT, marketId: '0123456789abcdef', people: 1 } as const;
const SITE = 'ostrel-smallads';

const seenAt = (response: PlatformTestResponse) => ({
  seen: seenAfter(BRIEF, response),
});

function openTest(place: string, done: readonly PlatformTestAct[] = []) {
  const after = (response: PlatformTestResponse, act: PlatformTestAct, seq: number) =>
    playPlatformTest.reduce(response, structuredClone(act) as never, { at: AT, seq });
  let response = done.reduce((so, act, n) => after(so, act, n + 1), playPlatformTest.empty);
  let seq = done.length;
  const act = (one: PlatformTestAct) => {
    seq += 1;
    response = after(response, one, seq);
  };
  const { rerender } = render(Exercise, {
    title: 'Six weeks of tests',
    text: '',
    brief: BRIEF,
    response,
    ...seenAt(response),
    base: '/',
    place,
    act,
    toEvent: () => act({ type: 'time.passed', hours: hoursToNext(BRIEF, response) }),
    commit: () => undefined,
    print: () => undefined,
    save: () => undefined,
  });
  return {
    items: () => testAt(BRIEF, response).state.items,
    async click(name: string | RegExp) {
      await fireEvent.click(screen.getByRole('button', { name }));
      await rerender({ response, ...seenAt(response) });
    },
  };
}

/** The text of a page as a browser reads its bytes, without blanks. */
function textOf(body: Uint8Array): string {
  const parsed = new DOMParser().parseFromString(fromUtf8(body), 'text/html');
  return (parsed.body.textContent ?? '').replaceAll(/\s+/g, '');
}
const shownText = (page: HTMLElement) => (page.querySelector('.served')?.textContent ?? '').replaceAll(/\s+/g, '');
const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');

describe('a site of a test', () => {
  it('shows what its bytes say, and a capture keeps these very bytes', async () => {
    const test = openTest(`sites/${SITE}/report`);
    const { body } = serveInTest(BRIEF, SITE, { page: 'report' }, 0);
    expect(shownText(screen.getByRole('article', { name: 'Page of Ostrel Small Ads: Report an ad' }))).toBe(
      textOf(body),
    );
    expect(screen.getByText(`SHA-256 of these bytes: ${sha256(body)}`)).toBeTruthy();

    await test.click(/^Capture a page of Ostrel Small Ads: Report an ad/);
    await test.click(/^Do what is planned/);
    expect(test.items().map((item) => item.sha256)).toEqual([sha256(body)]);

    await test.click('Show the page of item-1');
    const kept = screen.getByRole('article', { name: /^item-1: / });
    expect(shownText(kept)).toBe(textOf(body));
  });

  it('is browsed by its own links, and has no field that can be filled', async () => {
    const test = openTest(`sites/${SITE}`);
    const page = () => screen.getByRole('article', { name: /^Page of Ostrel Small Ads/ });
    await test.click('Post an ad');
    expect(within(page()).getByRole('heading', { name: 'Post an ad', level: 3 })).toBeTruthy();
    expect(page().querySelector('input, textarea, select, a, script')).toBeNull();
    await test.click('Report an ad');
    await test.click('Orlish');
    expect(shownText(page())).toContain('Languageofthisform:Orlish');
  });

  it('keeps terms and figures closed until they are read, and offers no capture of them', async () => {
    openTest(`sites/${SITE}/help`);
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Capture a page/ })).toBeNull();
  });

  it('tells an item without its time zone kindly, and shows the hour without one', () => {
    openTest(`sites/${SITE}`, [
      ...Array.from({ length: 9 }, () => ({ type: 'card.placed', site: SITE, card: 'TC1' }) as const),
      ...Array.from({ length: 5 }, (_, n) => ({ type: 'page.captured', copy: `${SITE}-TC1-${n + 1}` }) as const),
    ]);
    const row = screen.getByText(/^This item has no time zone/).closest('tr') as HTMLElement;
    expect(within(row).getByText(/2031-02-03T08:00:00(?!Z)/)).toBeTruthy();
  });
});
