import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const PAGE = 'facilitate/cases/after-the-visit/';
const TITLE = 'Statechart of “After the visit”';

const view = (page: Page) => page.getByRole('region', { name: TITLE });
const state = (page: Page, name: RegExp) => view(page).getByRole('button', { name });
const show = (page: Page) => page.getByRole('button', { name: /^Show it: I have played/ });
const widthOf = async (page: Page) => Number(await view(page).locator('svg').getAttribute('width'));

test('the page is linked from “Facilitate”, and the chart is walked, panned and zoomed by keyboard', async ({
  page,
}) => {
  await page.goto('facilitate/');
  await page.getByRole('link', { name: 'What the checker says of “After the visit”' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the checker says of “After the visit”');
  await expect(state(page, /Here the case begins/)).toBeVisible();

  await view(page).focus();
  // The browser scrolls smoothly after these keys; a key or a scroll that comes before the end is lost.
  const scrollBy = async (key: string) => {
    const ended = view(page).evaluate(
      (element) =>
        new Promise<number>((done) => {
          element.addEventListener('scrollend', () => done(element.scrollTop), { once: true });
        }),
    );
    await page.keyboard.press(key);
    return ended;
  };
  expect(await scrollBy('End')).toBeGreaterThan(500);
  expect(await scrollBy('Home')).toBe(0);
  await page.keyboard.press('Tab');
  await expect(state(page, /Here the case begins/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(state(page, /^Decision: Before anybody knocks/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const third = state(page, /^Decision: An hour, says the man|^Decision: On the stairs|^End: An empty corridor/);
  await expect(third.and(page.locator(':focus'))).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(third.and(page.locator(':focus'))).toHaveAttribute('aria-pressed', 'true');

  const before = await widthOf(page);
  await page.keyboard.press('+');
  await expect.poll(() => widthOf(page)).toBeGreaterThan(before);
  await page.keyboard.press('0');
  await expect.poll(() => widthOf(page)).toBeLessThan(before / 2);
  await page.getByRole('button', { name: 'Full size' }).click();
  await expect.poll(() => widthOf(page)).toBe(before);
});

test('the drawing is dragged with a mouse, and a press without a drag chooses', async ({ page }) => {
  await page.goto(PAGE);
  await state(page, /^Decision: Before anybody knocks/).click();
  const note = page.getByRole('region', { name: 'Chosen state' });
  await expect(note.getByText('Before anybody knocks (Decision)')).toBeVisible();
  const other = state(page, /^Decision: The stairs above the bakery/);
  const box = await other.boundingBox();
  if (!box) throw new Error('The state is not drawn.');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y - 160, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => view(page).evaluate((element) => element.scrollTop)).toBe(200);
  await expect(note.getByText('Before anybody knocks (Decision)')).toBeVisible();
});

test('the table is equivalent to the drawing', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'To the table' }).click();
  const table = page.getByRole('table', { name: TITLE });
  await expect(table).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(1 + (await view(page).getByRole('button').count()));
  await expect(table.getByRole('row', { name: /^Before anybody knocks/ })).toContainText('to “Keep what is there”');
});

test('parts that disclose the key are fetched only on request', async ({ page }) => {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/key/')) keys.push(request.url());
  });
  await page.goto(PAGE);
  await expect(state(page, /Here the case begins/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What was checked' })).toHaveCount(0);
  expect(keys).toEqual([]);

  await show(page).click();
  await expect(page.getByRole('heading', { name: 'Findings' })).toBeFocused();
  expect(keys).toHaveLength(1);
  const checks = page.getByRole('table', { name: 'What was checked' });
  expect(await checks.getByRole('row').count()).toBeGreaterThan(15);
  await expect(page.getByText(/different ways from the beginning to an end/)).toBeVisible();
  await expect(page.getByText(/^13 of 32 entries/)).toBeVisible();
  await page.locator('details:not([open])').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  await expectNoBarriers(page, 'the opened report');
});

test('a site with sealed keys says so, and offers a retry', async ({ page, context, trouble }) => {
  await context.route('**/key/check.json', (route) => route.fulfill({ status: 404 }));
  await page.goto(PAGE);
  await show(page).click();
  await expect(page.getByText('The report is not here')).toBeVisible();
  await context.unroute('**/key/check.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'What was checked' })).toBeVisible();
  expect(trouble.splice(0).filter((line) => !line.includes('404'))).toEqual([]);
});
