import { sampledPages, sitePages, templateOf } from '../support/browser/built-site.ts';
import { barriersOn, EVERY_SETTING, expectNoBarriers, NARROW_LIGHT } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';
import { inFull } from '../support/in-full.ts';

const all = sitePages();

/** All pages where it is proven. */
const pages = sampledPages();

/** The first page of each template is looked at in all settings; `npm run prove` looks at all of them so. */
const isWhole = (path: string) =>
  inFull(true, false) || path === all.find((other) => templateOf(other) === templateOf(path));

for (const path of pages) {
  test(`no accessibility barrier on /${path}`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('astro-island[ssr][client="load"]')).toHaveCount(0);
    // Folded parts are checked too.
    await page.locator('details:not([open])').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    await expectNoBarriers(page, path, isWhole(path) ? EVERY_SETTING : [NARROW_LIGHT]);
  });
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
