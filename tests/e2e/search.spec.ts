import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser/test.ts';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Words to look for' });
const hits = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('mark') });

test('an address with words in it shows what they find, and a find leads to its page', async ({ page }) => {
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

test('a mistyped word finds its neighbours and says so', async ({ page }) => {
  await page.goto('search/?q=custidy');
  await expect(page.getByRole('status')).toContainText('No page has “custidy”');
  await expect(hits(page).first()).toBeVisible();
});

test('words that stand nowhere are said to stand nowhere, and the pages stay at hand', async ({ page }) => {
  await page.goto('search/?q=zzzzqqqq');
  await expect(page.getByRole('status')).toContainText('Nothing found for “zzzzqqqq”');
  await expect(hits(page)).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link').first()).toBeVisible();
});

test('signs of a pattern in the words are only words', async ({ page }) => {
  await page.goto(`search/?q=${encodeURIComponent('title:* -"~^ +')}`);
  await expect(page.getByRole('status')).not.toBeEmpty();
});

test('searching and going to a find needs no mouse, and the address keeps the words', async ({ page }) => {
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

test('the index is fetched when it is needed and not before', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('search/');
  await expect(field(page)).toBeVisible();
  expect(asked.filter((path) => path.endsWith('/index.json'))).toEqual([]);
  await field(page).focus();
  await expect.poll(() => asked.filter((path) => path.endsWith('/index.json')).length).toBe(1);
});
