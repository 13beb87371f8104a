import { sitePages } from '../support/browser/built-site.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

// A trace of every run of axe would take longer than the runs.
test.use({ trace: 'off' });

for (const path of sitePages()) {
  test(`no barrier on /${path}`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('astro-island[ssr][client="load"]')).toHaveCount(0);
    // What is folded away is read too.
    await page.locator('details:not([open])').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    await expectNoBarriers(page, path);
  });
}

test('no barrier in a list of finds', async ({ page }) => {
  await page.goto('search/?q=phone');
  await expect(page.getByRole('main').locator('mark').first()).toBeVisible();
  await expectNoBarriers(page, 'finds');
});
