import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser/test.ts';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Words to look for' });
const hits = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('mark') });

test('an address with a query shows its results, and a result links to its page', async ({ page }) => {
  await page.goto('search/?q=phone');
  await expect(field(page)).toHaveValue('phone');
  await expect(page.getByRole('status')).toContainText('places for “phone”');
  const first = hits(page).first().getByRole('link');
  const title = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
});

test('the beginning of a word and its other forms find the page', async ({ page }) => {
  for (const words of ['indicat', 'hashes', 'hash']) {
    await page.goto(`search/?q=${words}`);
    await expect(hits(page).first()).toBeVisible();
  }
});

test('a mistyped word finds similar words and says so', async ({ page }) => {
  await page.goto('search/?q=custidy');
  await expect(page.getByRole('status')).toContainText('No page has “custidy”');
  await expect(hits(page).first()).toBeVisible();
});

test('a query without results says so, and the list of pages stays available', async ({ page }) => {
  await page.goto('search/?q=zzzzqqqq');
  await expect(page.getByRole('status')).toContainText('Nothing found for “zzzzqqqq”');
  await expect(hits(page)).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link').first()).toBeVisible();
});

test('regular-expression characters in a query are literal', async ({ page }) => {
  await page.goto(`search/?q=${encodeURIComponent('title:* -"~^ +')}`);
  await expect(page.getByRole('status')).not.toBeEmpty();
});

test('searching and opening a result works by keyboard, and the address keeps the query', async ({ page }) => {
  await page.goto('search/');
  await field(page).focus();
  await page.keyboard.type('custody');
  await page.keyboard.press('Enter');
  await expect(hits(page).first()).toBeVisible();
  await expect(page).toHaveURL(/\?q=custody$/);
  const first = hits(page).first().getByRole('link');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(field(page)).toHaveValue('custody');
  await expect(hits(page).first()).toBeVisible();
});

test('the index is fetched only when it is needed', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('search/');
  await expect(field(page)).toBeVisible();
  expect(asked.filter((path) => path.endsWith('/index.json'))).toEqual([]);
  await field(page).focus();
  await expect.poll(() => asked.filter((path) => path.endsWith('/index.json')).length).toBe(1);
});
