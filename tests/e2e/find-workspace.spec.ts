import { isHidden } from '#market/ads/model/market.ts';
import { openAttempt } from '../support/browser/attempt-log.ts';
import { words } from '../support/browser/case-words.ts';
import { Keyboard } from '../support/browser/keyboard.ts';
import { ads, fieldsOf, open, rows, search, some, total } from '../support/browser/market-page.ts';
import { expect, test } from '../support/browser/test.ts';

test('a judgement is chosen and committed by keys, and the next ad follows the sort order of the list', async ({
  player,
  page,
}) => {
  const keys = new Keyboard(page);
  const { find } = player;
  await player.open();
  await player.begin();
  await find.order.selectOption('price');
  const [first = '', second = '', third = ''] = await find.shownAds;
  await find.open(first);

  await keys.press('c');
  await expect(find.band('none')).toBeFocused();
  await keys.press('2', '8');
  await expect(find.band('check')).toBeChecked();
  await expect(find.certainty(2)).toBeChecked();
  await keys.press('c');
  await expect(find.exhibit(second)).toBeVisible();
  await expect(find.ad.getByRole('heading', { level: 2 })).toBeFocused();

  await test.step('types these letters where somebody writes', async () => {
    await keys.press('/');
    await keys.type('c9');
    await expect(find.search).toHaveValue('c9');
    await expect(find.certainty(3)).not.toBeChecked();
    await find.search.fill('');
    await find.sentence(1).click();
    await keys.type('ci9');
    await expect(find.signSearch).toHaveValue('ci9');
    await expect(find.marketCard).toHaveCount(0);
    await keys.press('Escape');
  });

  await keys.press('1', '7', 'c');
  await expect(find.exhibit(third)).toBeVisible();
  const { events } = await openAttempt(page);
  expect(events.flatMap((event) => (event.type === 'exercise.acted' ? [event.action] : []))).toMatchObject([
    { type: 'ad.opened', ad: first },
    { type: 'ad.judged', ad: first, band: 'check', certainty: 2 },
    { type: 'ad.opened', ad: second },
    { type: 'ad.judged', ad: second, band: 'none', certainty: 1 },
    { type: 'ad.opened', ad: third },
  ]);
});

test('a row of the list is as high as its words, so that many ads stand on one screen and no title is cut', async ({
  player,
  page,
}) => {
  await player.open();
  await player.begin();
  const rows = page.locator('.queue li');
  await expect(rows.first()).toBeVisible();
  const measured = await rows.evaluateAll((all) =>
    all.map((row) => {
      const title = row.querySelector('.queue__title') as HTMLElement;
      return { height: row.getBoundingClientRect().height, cut: title.scrollWidth > title.clientWidth };
    }),
  );
  const heights = measured.map(({ height }) => height).sort((a, b) => a - b);

  // Two lines of 20 px, the room around them and a hairline; a long title has one line more.
  expect(heights[Math.floor(heights.length / 2)]).toBeLessThanOrEqual(50);
  expect(heights.at(-1)).toBeLessThanOrEqual(72);
  expect(measured.filter(({ cut }) => cut)).toEqual([]);
});

test('the market card opens over the ad that is read, and gives the place back', async ({ player, page }) => {
  const keys = new Keyboard(page);
  const { find, text } = player;
  await player.open();
  await player.begin();
  await find.open(text.linkedAds[0] ?? '');
  await keys.press('m', 'm');
  await expect(find.sentence(2)).toBeFocused();
  await keys.press('i');
  await expect(find.marketCard).toBeVisible();
  await expect(find.marketCard.getByRole('heading').first()).toBeFocused();
  await keys.press('i');
  await expect(find.marketCard).toBeHidden();
  await expect(find.sentence(2)).toBeFocused();
  await keys.press('i', 'Escape');
  await expect(find.marketCard).toBeHidden();
  await expect(find.sentence(2)).toBeFocused();
});

test('an uncommitted draft survives a reload', async ({ player, page }) => {
  const { find, text } = player;
  const [first = '', second = ''] = text.linkedAds;
  await player.open();
  await player.begin();
  await find.order.selectOption('newest');
  await find.open(second);
  await find.open(first);
  await find.band('prioritise').check();
  await find.certainty(3).check();
  await find.sentence(2).click();
  await expect(find.picker).toBeVisible();

  await page.reload();
  await expect(find.exhibit(first)).toBeVisible();
  await expect(find.band('prioritise')).toBeChecked();
  await expect(find.certainty(3)).toBeChecked();
  await expect(find.order).toHaveValue('newest');
  await expect(find.picker).toBeVisible();
  await find.option(text.sign('house-set-terms')).click();
  await expect(find.marks).toHaveCount(1);
  await find.commitButton.click();
  await find.row(first).click();
  await expect(find.notebook.getByRole('button', { name: words.find('book.commit.again') })).toBeVisible();
});

test('a sign is found by a synonym, under its heading and with its rule', async ({ player }) => {
  const { find, text } = player;
  await player.open();
  await player.begin();
  await find.open(text.linkedAds[0] ?? '');
  await find.sentence(1).click();
  const options = find.picker.getByRole('option');
  await expect(find.picker.getByRole('group', { name: words.find('picker.group.third-party-control') })).toBeVisible();
  await find.signSearch.fill('Bos');
  await expect(options.first()).toContainText(text.sign('manager-reference'));
  await expect(options.first()).toContainText('“Ring the front desk');
  await find.signSearch.fill('mangaer');
  await expect(options.first()).toContainText(text.sign('manager-reference'));
  await find.signSearch.fill('visa');
  await expect(options).toHaveCount(0);
});

test('the bench opens on the ad that the case names, and says so', async ({ player, page }) => {
  await player.open();
  await player.skipFind();
  await player.take('desk', 'preserve');
  await expect(player.workbench.heading('0303')).toBeVisible();
  const named = page.getByRole('list', { name: words.workbench('ads.case') });
  await expect(named.getByRole('button')).toHaveCount(1);
  await expect(named.getByRole('button')).toContainText('0303');
});

test('the market is searched by number, telephone, room and handle', async ({ page }) => {
  await open(page);
  const ad = some(
    'ad with all of these',
    ads.find((one) => {
      const { phone, room, payment } = fieldsOf(one);
      return room && payment && phone && !isHidden(phone);
    }),
  );
  const { phone = '', room = '', payment = '' } = fieldsOf(ad);
  const digits = phone.replaceAll(/\D/g, '');
  const code = room.split(':')[0] ?? '';
  const count = (field: 'phone' | 'room' | 'payment', is: (value: string) => boolean) =>
    ads.filter((one) => is(fieldsOf(one)[field] ?? '')).length;
  for (const [typed, expected] of [
    [phone, count('phone', (value) => value.replaceAll(/\D/g, '') === digits)],
    [`00${digits.replace(/(\d{2})(?=\d)/g, '$1 ')}`, count('phone', (value) => value.replaceAll(/\D/g, '') === digits)],
    [code.toLowerCase(), count('room', (value) => value.startsWith(`${code}:`))],
    [payment, count('payment', (value) => value === payment)],
  ] as const) {
    await search(page).fill(typed);
    await expect(total(page)).toHaveText(new RegExp(`^${expected} of 600 ads`));
    await expect(rows(page).and(page.locator(`[data-id="${ad.id}"]`))).toHaveCount(1);
  }
  await search(page).fill(ad.id);
  await expect(rows(page).first()).toHaveAttribute('data-id', ad.id);
});

test('what a reading was worth is shown with all its parts at once, so that no button moves under a hand', async ({
  player,
  page,
}) => {
  // Earlier readings of this browser, which the figures are compared with, are read slowly.
  await page.addInitScript(() => {
    const { getAll } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAll = function slowly(...args) {
      const request = getAll.apply(this, args);
      if (this.name === 'readings')
        request.addEventListener = (type: string, listener: (event: Event) => void) =>
          EventTarget.prototype.addEventListener.call(request, type, (event) =>
            setTimeout(() => listener(event), 1000),
          );
      return request;
    };
  });
  await player.open();
  await player.begin();
  await player.find.finish();
  await player.heading(words.room('feedback.title')).waitFor();

  expect(await page.getByRole('region', { name: words.scoring('figures'), exact: true }).count()).toBe(1);
});
