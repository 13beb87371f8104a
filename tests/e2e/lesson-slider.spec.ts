import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser/test.ts';

const slider = (page: Page) => page.getByRole('slider', { name: 'Controlled ads in the market' });
const picture = (page: Page) => page.getByRole('img', { name: /Of 100 flags/ });
const headline = (page: Page) => page.getByRole('figure', { name: /^At \d+ in 100/ });

/** Of 100 flags, those that stand on controlled ads, as the picture says it. */
async function rightFlags(page: Page): Promise<number> {
  const name = (await picture(page).getAttribute('aria-label')) ?? '';
  return Number(/Of 100 flags, (\d+)/.exec(name)?.[1]);
}

test.beforeEach(async ({ page }) => {
  await page.goto('learn/t3/');
});

test('arrow keys move the share of controlled ads, and picture and words follow', async ({ page }) => {
  await slider(page).scrollIntoViewIfNeeded();
  await expect(slider(page)).toBeEnabled();
  const before = await rightFlags(page);
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '7 in 100');
  await expect(headline(page)).toHaveAccessibleName(/^At 7 in 100/);
  expect(await rightFlags(page)).toBeGreaterThan(before);
  await page.keyboard.press('Home');
  await expect(headline(page)).toHaveAccessibleName(/^At 1 in 100/);
  await page.keyboard.press('End');
  await expect(headline(page)).toHaveAccessibleName(/^At 30 in 100/);
});

test('each preset sets its share and says what the table says', async ({ page }) => {
  await slider(page).scrollIntoViewIfNeeded();
  await page.getByText('The three settings as a table').click();
  for (const share of [2, 6, 20]) {
    const preset = page.getByRole('button', { name: `${share} in 100` });
    await preset.click();
    await expect(preset).toHaveAttribute('aria-pressed', 'true');
    await expect(slider(page)).toHaveValue(String(share));
    const row = page.getByRole('row', { name: new RegExp(`^${share} in 100`) });
    await expect(row).toContainText(`${await rightFlags(page)} of 100`);
  }
});

test('a reset returns to the values of the text', async ({ page }) => {
  await slider(page).scrollIntoViewIfNeeded();
  const back = page.getByRole('button', { name: /^Back to 80 and 90/ });
  await expect(back).toBeEnabled();
  await page.getByRole('slider', { name: /sensitivity/ }).press('ArrowLeft');
  await expect(page.getByRole('slider', { name: /sensitivity/ })).toHaveValue('79');
  await back.click();
  await expect(page.getByRole('slider', { name: /sensitivity/ })).toHaveValue('80');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a static picture and a table are shown', async ({ page }) => {
    await expect(picture(page)).toBeVisible();
    await expect(slider(page)).toBeDisabled();
    await page.getByText('The three settings as a table').click();
    await expect(page.getByRole('row', { name: /^20 in 100/ })).toBeVisible();
  });
});
