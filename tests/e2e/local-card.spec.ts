import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser/test.ts';

const DANGER = 'If you or someone is in danger, call your local emergency number.';
const NOT_FILLED = 'The facilitator has not filled in the local card on this device.';

async function addContact(page: Page, name: string, number: string, note = ''): Promise<void> {
  await page.getByLabel('Name of the service or person').fill(name);
  await page.getByLabel('Number, or another way to reach it').fill(number);
  await page.getByLabel('Note').fill(note);
  await page.getByRole('button', { name: 'Checked today' }).click();
  await page.getByRole('button', { name: 'Put on the card' }).click();
  await expect(page.getByRole('heading', { level: 3, name })).toBeVisible();
}

test('the calm screen says who can help once the facilitator has filled in the card', async ({ player, page }) => {
  const folded = () => page.locator('main').getByText('Who can help here').first();
  await player.open();
  await player.pauseButton.click();
  await folded().click();
  await expect(player.main).toContainText(DANGER);
  await expect(player.main).toContainText(NOT_FILLED);

  await player.main.getByRole('link', { name: 'Fill in the local card' }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Local card' })).toBeVisible();
  await addContact(page, 'Hedgerow', '+999 512 345 678');
  await addContact(page, 'Quiet room', 'Room 3');
  await page.getByRole('button', { name: 'Delete Quiet room' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'stands on the card again' })).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Hedgerow', 'Quiet room']);

  await player.open();
  await expect(page.getByText(NOT_FILLED)).toHaveCount(0);
  await player.pauseButton.click();
  await folded().click();
  await expect(player.main).toContainText('+999 512 345 678');
  await expect(player.main).toContainText('Check before use.');
  await expect(player.main).not.toContainText(NOT_FILLED);
});

test('a full card is printed on one page, without its form', async ({ page }) => {
  await page.goto('help/');
  const full = (words: string, length: number) =>
    words
      .repeat(40)
      .slice(0, length - 1)
      .trimEnd();
  for (let n = 0; n < 8; n++) {
    await page.getByLabel('Hours').fill(full('Monday to Friday from 9 to 17 h, ', 80));
    const name = full(`Service ${n} with a long name `, 80);
    await addContact(page, name, full(`+999 512 345 67${n} or `, 60), full('What it does for people. ', 160));
  }
  await page.emulateMedia({ media: 'print' });

  await expect(page.getByRole('button', { name: 'Put on the card' })).toBeHidden();
  await expect(page.getByText('+999 512 345 677').first()).toBeVisible();
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect([format, pdf.match(/\/Type\s*\/Page(?!s)/g)?.length]).toEqual([format, 1]);
  }
});
