import type { Page } from '@playwright/test';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { loadLibrary } from '#app/library/load-library.ts';
import { marketOrder, packMarketLibrary } from '#app/market/market-library.ts';
import { drawMarket } from '#core/market/draw-market.ts';
import type { Ad } from '#core/market/market.ts';
import { REPOSITORY } from '../support/browser/built-site.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const MARKET = 'market/?market=BUY&size=600&share=PRACTICE&seed=look';

/** The same market, drawn on this side: what the page has to show. */
function marketHere(): readonly Ad[] {
  const loaded = loadLibrary(createProjectFiles(REPOSITORY));
  if (!loaded.ok) throw new Error(`The library has ${loaded.issues.length} faults.`);
  const choice = { profile: 'BUY', size: 600, prevalence: 'PRACTICE', seed: 'look' } as const;
  const order = marketOrder(packMarketLibrary(loaded.value), choice);
  if (!order) throw new Error('There is no profile BUY.');
  const drawn = drawMarket(order);
  return Array.from({ length: drawn.size }, (_, at) => drawn.ad(at));
}

const ads = marketHere();
const fieldsOf = (ad: Ad) => ad.versions.at(-1)?.fields ?? {};
const newest = ads.toSorted((a, b) => (a.postedAt < b.postedAt ? 1 : -1));
const some = (what: string, found: Ad | undefined): Ad => {
  if (!found) throw new Error(`The market has no ${what}.`);
  return found;
};

const rows = (page: Page) => page.locator('.find a');
const total = (page: Page) => page.locator('.finds__total');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Words in the ads' });
const title = (page: Page) => page.getByRole('heading', { level: 2 }).locator('visible=true');

async function open(page: Page, more = ''): Promise<void> {
  await page.goto(MARKET + more);
  await expect(page.locator('.market-bar')).toBeVisible();
}

test('a market is chosen, opened, and stands whole in the address', async ({ page }) => {
  await page.goto('market/');
  await expect(page.getByText('Whoever has the seed can work out everything about it')).toBeVisible();
  await page.getByRole('radio', { name: /Norvelane/ }).check();
  await page.getByLabel('How large?').selectOption('150');
  await page.getByLabel('Seed', { exact: true }).fill('a seed');
  await page.getByRole('button', { name: 'Open the market' }).click();
  await expect(total(page)).toHaveText('150 ads');
  await expect(page).toHaveURL(/market=REG&size=150&share=PRACTICE&seed=a\+seed$/);
  const first = await rows(page).first().textContent();
  await page.reload();
  await expect(rows(page).first()).toHaveText(first ?? '');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Open the market' })).toBeVisible();
});

test('the list holds the ads of the market, newest first, and the browser finds words in all of them', async ({
  page,
}) => {
  await open(page);
  await expect(rows(page)).toHaveCount(600);
  const shown = await rows(page).evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.id));
  expect(shown.slice(0, 5)).toEqual(newest.slice(0, 5).map(({ id }) => id));
  expect(new Set(shown)).toEqual(new Set(ads.map(({ id }) => id)));
});

test('facets and words narrow the list, stand in the address, and can be taken back', async ({ page }) => {
  await open(page);
  const inTown = (ad: Ad) => fieldsOf(ad).town === 'Ostrel';
  const count = ads.filter(inTown).length;
  const choice = page.getByRole('checkbox', { name: `Ostrel ${count}` });
  await choice.check();
  await expect(total(page)).toHaveText(`${count} of 600 ads`);
  await page.getByLabel('From').first().fill('150');
  await page.getByLabel('From').first().press('Tab');
  const dear = ads.filter((ad) => inTown(ad) && Number(/\d+/.exec(fieldsOf(ad).price ?? '0')?.[0]) >= 150).length;
  await expect(total(page)).toHaveText(`${dear} of 600 ads`);
  await expect(page).toHaveURL(/town=Ostrel&price=150\.\.$/);
  await search(page).fill('manager');
  await expect(rows(page).first().locator('mark').first()).toHaveText(/manager/i);
  await expect(page).toHaveURL(/q=manager&town=Ostrel/);
  await page.getByRole('button', { name: 'Remove “manager”' }).click();
  await expect(total(page)).toHaveText(`${dear} of 600 ads`);
  await page.goBack();
  await page.goBack();
  await expect(total(page)).toHaveText(`${count} of 600 ads`);
  await page.goBack();
  await expect(total(page)).toHaveText('600 ads');
});

test('an empty list names the condition to loosen', async ({ page }) => {
  await open(page, '&town=Ostrel&phone=%2B999+1');
  await expect(page.getByText('No ad fits all of this.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Phone: +999 1' }).last().click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).not.toHaveURL(/phone/);
});

test('the whole way works by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('tea');
  await expect(total(page)).toHaveText(/of 600 ads/);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  const third = rows(page).nth(2);
  await expect(third).toBeFocused();
  const id = (await third.getAttribute('data-id')) ?? '';
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(`Ad ${id}`);
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('j');
  const next = (await rows(page).nth(3).getAttribute('data-id')) ?? '';
  await expect(title(page)).toHaveText(`Ad ${next}`);
  await page.keyboard.press('Escape');
  await expect(rows(page).nth(3)).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows(page).first()).toBeFocused();
});

test('an ad leads by its phone to the others that show it, and to the page of its account', async ({ page }) => {
  const phones = ads.map((ad) => fieldsOf(ad).phone?.replaceAll('-', ' '));
  const sharing = (ad: Ad) => phones.filter((phone) => phone === fieldsOf(ad).phone?.replaceAll('-', ' ')).length;
  const ad = some(
    'shared phone',
    ads.find((one) => fieldsOf(one).phone?.startsWith('+') && sharing(one) > 2),
  );
  await open(page, `&ad=${ad.id}`);
  await page
    .getByRole('link', { name: new RegExp(`same in ${sharing(ad)} ads: \\+999`) })
    .first()
    .click();
  await expect(total(page)).toHaveText(`${sharing(ad)} of 600 ads`);
  await page.goBack();
  await page.getByRole('link', { name: /page of the account/ }).click();
  await expect(title(page)).toHaveText(`Account ${ad.account}`);
  const own = ads.filter(({ account }) => account === ad.account).length;
  await expect(page.getByRole('row')).toHaveCount(own + 1);
});

test('the ads of one account under one name stand side by side', async ({ page }) => {
  const nameOf = (ad: Ad) => /^(\p{L}+) in /u.exec(ad.title)?.[1];
  const ad = some(
    'name that comes twice',
    ads.find(
      (one) =>
        nameOf(one) && ads.filter((other) => other.account === one.account && nameOf(other) === nameOf(one)).length > 1,
    ),
  );
  await open(page, `&by=${ad.account}`);
  await page.getByRole('link', { name: new RegExp(`${nameOf(ad)}, in \\d+ ads`) }).click();
  await expect(title(page)).toHaveText(`${nameOf(ad)}, account ${ad.account}`);
  await expect(page.getByRole('table').first()).toContainText(fieldsOf(ad).phone ?? '');
});

test('an edited ad tells word by word what changed', async ({ page }) => {
  const ad = some(
    'edited ad',
    ads.find(({ versions }) => versions.length > 1 && versions[0]?.fields.price !== versions[1]?.fields.price),
  );
  await open(page, `&ad=${ad.id}`);
  const [before, after] = ad.versions.map(({ fields }) => /\d+/.exec(fields.price ?? '')?.[0] ?? '');
  await expect(page.locator('.history del')).toContainText(before ?? '');
  await expect(page.locator('.history ins')).toContainText(after ?? '');
});

test('a withheld card stays closed in the list, on its own page and on the front page of its site', async ({
  page,
}) => {
  const ad = some(
    'withheld ad',
    ads.find(({ withheld }) => withheld),
  );
  await open(page, `&ad=${ad.id}`);
  await expect(page.getByRole('heading', { name: 'Ad withheld – possible minor' })).toBeVisible();
  await expect(page.locator('.traces, .face')).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  const row = page.locator(`.find a[data-id="${ad.id}"]`);
  await expect(row).toContainText('possible minor');
  await expect(row.locator('.find__text')).toHaveText('');
});

test('each site has a front page in its own face, without a link that could be dialled', async ({ page }) => {
  await open(page, '&on=four-towns');
  await expect(page.locator('.face--directory')).toContainText('Four Towns Companions');
  const shown = page.locator('.front > li');
  await expect(shown).toHaveCount(30);
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(shown).toHaveCount(60);
  await expect(page.locator('a[href^="tel:"], a[href^="sms:"], a[href^="mailto:"]')).toHaveCount(0);
});

test('selections and notes are kept over a reload, apart for each market, and can be had back', async ({ page }) => {
  const [ad] = newest;
  await open(page, `&ad=${ad?.id}`);
  await page.getByPlaceholder('Name of a new selection').fill('Same room');
  await page.getByRole('button', { name: 'Put in' }).click();
  await expect(page.getByRole('checkbox', { name: /Same room/ })).toBeChecked();
  await page.getByLabel('Note on this ad').fill('Ask who pays.');
  await page.getByLabel('Note on this ad').blur();
  await page.reload();
  await expect(page.getByLabel('Note on this ad')).toHaveValue('Ask who pays.');
  await page.getByRole('link', { name: 'My selections (1)' }).click();
  await page.getByRole('button', { name: 'Delete Same room' }).click();
  await expect(page.getByText('You keep no selection')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Same room' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all as a file' }).click();
  const saved = await (await download).createReadStream();
  const text = Buffer.concat(await saved.toArray()).toString();
  expect(JSON.parse(text)).toMatchObject({
    schema: 'market-notebook/1',
    synthetic: true,
    selections: [{ name: 'Same room', ads: [ad?.id] }],
    notes: [{ ad: ad?.id, text: 'Ask who pays.' }],
  });
  await page.goto('market/?market=BUY&size=150&share=PRACTICE&seed=other&kept=all');
  await expect(page.getByText('You keep no selection')).toBeVisible();
});

test('where the browser refuses storage the page says so and goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  await open(page, `&ad=${newest[0]?.id}`);
  await expect(page.getByText('This browser refuses storage.')).toBeVisible();
  await page.getByPlaceholder('Name of a new selection').fill('Kept in memory');
  await page.getByRole('button', { name: 'Put in' }).click();
  await expect(page.getByRole('link', { name: 'My selections (1)' })).toBeVisible();
});

test('a large market shows how far it is and can be stopped', async ({ page }) => {
  await page.goto('market/?market=BUY&size=100000&share=PRACTICE&seed=look');
  await expect(page.getByText(/of 100,000 ads/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Open the market' })).toBeVisible();
  await expect(page).toHaveURL(/\/market\/$/);
});

test('a market too small for its share says so and offers another', async ({ page }) => {
  await page.goto('market/?market=BUY&size=42&share=NEEDLE&seed=look');
  await expect(page.getByRole('alert')).toContainText('The market could not be opened.');
  await expect(page.getByLabel('How large?')).toBeVisible();
});

test('no barrier on any of its pages', async ({ page }) => {
  // The rows of a list are all alike, so a short one is enough.
  await page.goto('market/?market=BUY&size=42&share=PRACTICE&seed=look&q=tea');
  await expect(rows(page).first()).toBeVisible();
  await expectNoBarriers(page, 'list');
  const id = (await rows(page).first().getAttribute('data-id')) ?? '';
  for (const [place, more] of [
    ['ad', `&ad=${id}`],
    ['site', '&on=ostrel-smallads'],
    ['kept', '&kept=all'],
    ['nothing found', '&town=Nowhere'],
  ] as const) {
    await page.goto(`market/?market=BUY&size=42&share=PRACTICE&seed=look${more}`);
    await expect(page.locator('.page, .face, .empty').locator('visible=true').first()).toBeVisible();
    await expectNoBarriers(page, place);
  }
  await page.goto(`market/?market=BUY&size=42&share=PRACTICE&seed=look&ad=${id}`);
  await page.getByRole('link', { name: /page of the account/ }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectNoBarriers(page, 'account');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what it needs', async ({ page }) => {
    await page.goto('market/');
    await expect(page.getByText('This page needs JavaScript.')).toBeVisible();
  });
});
