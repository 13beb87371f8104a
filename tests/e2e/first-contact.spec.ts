import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Your message' });

/** Opens the lesson and waits until its field takes words. */
async function open(page: Page): Promise<void> {
  await page.goto('learn/t9/');
  await page.getByRole('heading', { name: 'Your first message, read by four people' }).scrollIntoViewIfNeeded();
  await expect(field(page)).toBeEnabled();
}

test('a message is written and read by keyboard alone, without a network, and nothing of it is kept', async ({
  page,
  context,
}) => {
  await open(page);
  await context.setOffline(true);
  await field(page).focus();
  await page.keyboard.type('Hello, are you alone? Answer us today.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const reading = page.getByRole('region', { name: 'The reading' });
  await expect(reading).toBeFocused();
  await expect(
    reading.getByText('“are you alone”: if somebody else reads the messages, no answer to this is safe.'),
  ).toBeVisible();
  await expectNoBarriers(page, 'a reading');

  await context.setOffline(false);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain('are you alone');
  await page.reload();
  await field(page).scrollIntoViewIfNeeded();
  await expect(field(page)).toHaveValue('');
});

test('an example is read and saved as a file', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'A message that means well' }).click();
  await page.getByRole('button', { name: 'Read it as four people' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save message and reading as a file' }).click();
  expect((await download).suggestedFilename()).toBe('checkathon-first-message.txt');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('three messages with their readings can be opened', async ({ page }) => {
    await page.goto('learn/t9/');
    await expect(field(page)).toBeDisabled();
    await page.getByText('Read: A careful message').click();
    await expect(page.getByText('“answer 1”: this reader can send the same answer.')).toBeVisible();
  });
});
