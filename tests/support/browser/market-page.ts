import { expect, type Page } from '@playwright/test';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { loadLibrary } from '#library/content/use-cases/load-library.ts';
import type { AdRecords } from '#market/ads/model/ad-records.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { marketOrder, packMarketLibrary } from '#market/documents/use-cases/market-library.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { recordsAt } from '#market/generator/model/records-at.ts';
import { KINDS } from '../builders/kinds.ts';
import { REPOSITORY } from './built-site.ts';

/** The market that all of these tests look around in. */
export const MARKET = 'market/?market=BUY&size=600&share=PRACTICE&seed=look';

/** The same market, drawn on this side: what the page has to show. */
function marketHere(): { readonly ads: readonly Ad[]; readonly records: readonly AdRecords[] } {
  const loaded = loadLibrary(createProjectFiles(REPOSITORY), KINDS);
  if (!loaded.ok) throw new Error(`The library has ${loaded.issues.length} faults.`);
  const choice = { profile: 'BUY', size: 600, prevalence: 'PRACTICE', seed: 'look' } as const;
  const order = marketOrder(packMarketLibrary(loaded.value), choice);
  if (!order) throw new Error('There is no profile BUY.');
  const drawn = drawMarket(order);
  const places = Array.from({ length: drawn.size }, (_, at) => at);
  return { ads: places.map((at) => drawn.ad(at)), records: places.map((at) => recordsAt(drawn, at)) };
}

export const { ads, records } = marketHere();
export const fieldsOf = (ad: Ad) => ad.versions.at(-1)?.fields ?? {};
export const newest = ads.toSorted((a, b) => (a.postedAt < b.postedAt ? 1 : -1));
export const some = (what: string, found: Ad | undefined): Ad => {
  if (!found) throw new Error(`The market has no ${what}.`);
  return found;
};

export const rows = (page: Page) => page.locator('.find a');
export const total = (page: Page) => page.locator('.finds__total');
export const search = (page: Page) => page.getByRole('searchbox', { name: 'Words in the ads' });
export const title = (page: Page) => page.getByRole('heading', { level: 2 }).locator('visible=true');

/** Opens the market, at a place in it where one is given. */
export async function open(page: Page, more = ''): Promise<void> {
  await page.goto(MARKET + more);
  await expect(page.locator('.market-bar')).toBeVisible();
}
