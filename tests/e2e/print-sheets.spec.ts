import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { REPOSITORY } from '../support/browser/built-site.ts';
import { expect, test } from '../support/browser/test.ts';
import { inFull } from '../support/in-full.ts';

const SHIPPED = readdirSync(join(REPOSITORY, 'scenarios'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** The longest run sheet, most parts, and work alone; `npm run prove` prints all cases. */
const CASES = inFull(SHIPPED, ['closing-day', 'after-the-visit', 'find-few-words']);
const LENGTHS = inFull([180, 90, 45], [180, 45]);
const PAGES = { run: 1, team: 2, cards: 1, local: 1, 'sign-in': 1 };

async function open(page: Page, id: string, query = ''): Promise<void> {
  await page.goto(`facilitate/cases/${id}/print/${query}`);
  await expect(page.locator('astro-island[ssr][client="load"]')).toHaveCount(0);
}

async function pagesOf(page: Page): Promise<number | undefined> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  // The size of A4 in points.
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  return pdf.match(/\/Type\s*\/Page(?!s)/g)?.length;
}

/** What reaches below the end of its page, which a page of fixed height would hide or push on. */
const overflows = (page: Page) =>
  page.locator('.paper__side').evaluateAll((sides) =>
    sides.flatMap((side) => {
      const end = side.getBoundingClientRect().bottom + 1;
      return [...side.querySelectorAll('*')]
        .filter((part) => part.getBoundingClientRect().bottom > end)
        .map((part) => part.className);
    }),
  );

for (const id of CASES) {
  test(`${id}: each sheet has its number of pages`, async ({ page }) => {
    for (const length of LENGTHS) {
      for (const [sheet, pages] of Object.entries(PAGES)) {
        await open(page, id, `?minutes=${length}&sheets=${sheet}`);
        await expect(page.getByRole('radio', { name: `${length} minutes` })).toBeChecked();
        await expect(page.getByRole('article')).toHaveCount(1);
        expect([length, sheet, await pagesOf(page)]).toEqual([length, sheet, pages]);
      }
      await open(page, id, `?minutes=${length}`);
      expect(await pagesOf(page)).toBe(6);
      await page.emulateMedia({ media: 'print' });
      // The width of the page without its margins.
      await page.setViewportSize({ width: 688, height: 1040 });
      expect([length, await overflows(page)]).toEqual([length, []]);
      await page.emulateMedia({ media: null });
    }
  });
}

test('length and sheets are chosen by keyboard and stay in the address', async ({ page }) => {
  await open(page, 'quiet-number');
  await expect(page.getByRole('article')).toHaveCount(5);

  await page.getByRole('radio', { name: '180 minutes' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'The quiet number, 90 minutes' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Vote cards' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('article')).toHaveCount(4);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'The quiet number, 90 minutes' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(4);
});

test('a sheet is printed alone', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.title = [...document.querySelectorAll('article')].map((sheet) => sheet.ariaLabel).join(', ');
    };
  });
  await open(page, 'quiet-number');

  await page
    .getByRole('article', { name: 'Team sheet' })
    .getByRole('button', { name: 'Print this sheet alone' })
    .click();
  await expect(page).toHaveTitle('Team sheet');
  await expect(page.getByRole('article')).toHaveCount(5);
});

test('no sheet shows a reason of the key', async ({ page, request }) => {
  const html = await (await request.get('facilitate/cases/quiet-number/print/')).text();

  expect(html).not.toMatch(/"rating"|"reason"|harmful/);
  await open(page, 'quiet-number');
});
