import type { Page } from '@playwright/test';
import { sampledPages, sitePages, templateOf } from '../support/browser/built-site.ts';
import { deadLinksOf, unlinkedNumbersOf } from '../support/browser/dead-links.ts';
import {
  atSize,
  barriersOn,
  EVERY_SETTING,
  expectNoBarriers,
  NARROW,
  NARROW_LIGHT,
  WIDE,
} from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';
import { tellOfRefusals } from '../support/browser/trouble.ts';
import { inFull } from '../support/in-full.ts';

const all = sitePages();

/** All pages where it is proven. */
const pages = sampledPages();

/** The first page of each template is looked at in these settings; `npm run prove` looks at all pages in every setting. */
const SETTINGS_OF_FIRST = inFull(EVERY_SETTING, [...atSize(NARROW), { size: WIDE, scheme: 'light' } as const]);
const settingsOf = (path: string) =>
  inFull(true, false) || path === all.find((other) => templateOf(other) === templateOf(path))
    ? SETTINGS_OF_FIRST
    : [NARROW_LIGHT];

/** So many pages are looked at one after another; to open a browser for each takes as long as to look at it. */
const AT_ONCE = 8;
const groups = Array.from({ length: Math.ceil(pages.length / AT_ONCE) }, (_, n) =>
  pages.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
);

for (const paths of groups) {
  test(`no accessibility barrier, foreign request, cookie or dead link from /${paths[0]} to /${paths.at(-1)}`, async ({
    page,
    context,
    site,
  }) => {
    const foreign: string[] = [];
    context.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(site)) foreign.push(request.url());
    });
    await tellOfRefusals(page);
    for (const path of paths) await test.step(`/${path}`, () => lookAt(page, path));
    expect(foreign).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });
}

async function lookAt(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  expect(response?.headers()['set-cookie'], path).toBeUndefined();
  await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
  await expect(page.locator('astro-island[ssr][client="load"]'), path).toHaveCount(0);
  const { ids, links, text } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
    text: document.querySelector('main')?.textContent ?? '',
  }));
  expect.soft(deadLinksOf({ path, ids, links }), `dead links on /${path}`).toEqual([]);
  expect.soft(unlinkedNumbersOf({ path, links }, text), `numbers without a link on /${path}`).toEqual([]);
  // Folded parts are checked too.
  await page.locator('details:not([open])').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  await expectNoBarriers(page, path, settingsOf(path));
}

test('no accessibility barrier in a list of search results', async ({ page }) => {
  await page.goto('search/?q=phone');
  await expect(page.getByRole('main').locator('mark').first()).toBeVisible();
  await expectNoBarriers(page, 'finds');
});

test('a barrier that is planted in a page and in its frame is found', async ({ page }) => {
  await page.goto('about/');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.title = 'A frame';
    document.querySelector('main')?.append(document.createElement('img'), frame);
    frame.contentDocument?.body.append(document.createElement('img'));
  });
  const found = (await barriersOn(page, [NARROW_LIGHT])).filter((barrier) => barrier.includes('image-alt'));

  expect(found).toHaveLength(2);
});

test('colours that are too near to each other in the dark alone are found, though the light is looked at first', async ({
  page,
}) => {
  await page.goto('about/');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@media (prefers-color-scheme: dark) { h1 { color: #333; background: #222; } }');
    document.adoptedStyleSheets.push(sheet);
  });
  const found = await barriersOn(page, atSize(NARROW));

  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^375 dark color-contrast/);
});
