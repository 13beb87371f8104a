import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

/** A round in which three signs were missed, as an earlier visit has left it. */
const READING = {
  schema: 'reading/1',
  id: 'earlier',
  wall: '2020-01-01T09:00:00.000Z',
  title: 'Find',
  marketId: '00',
  dPrime: 1,
  criterion: 0.5,
  idealDPrime: 2,
  signs: Object.fromEntries(
    ['house-set-terms', 'manager-reference', 'same-room'].map((sign) => [
      sign,
      { hits: 0, misses: 2, falseFlags: 0, traps: 0 },
    ]),
  ),
};

test('missed signs come back in a short round, whose reading is stored on this device', async ({ page }) => {
  await page.goto('practise/again/');
  await expect(page.getByText('Nothing to come back to yet')).toBeVisible();
  await page.evaluate(async (reading) => {
    const open = indexedDB.open('checkathon-practice');
    await new Promise((done) => open.addEventListener('success', done));
    const write = open.result.transaction('readings', 'readwrite');
    write.objectStore('readings').put(reading);
    await new Promise((done) => write.addEventListener('complete', done));
    open.result.close();
  }, READING);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Due today' }).getByRole('row')).toHaveCount(4);
  await expectNoBarriers(page, 'signs due');

  await test.step('draws a round, and takes words with the mouse', async () => {
    await page.getByRole('button', { name: 'Open twelve ads' }).click();
    await page.getByRole('button', { name: 'Open the first ad' }).click();
    await expect(page.getByText('12 ads')).toBeVisible();
    // The ads of a round change with the day, and a sentence may have two words.
    const lines = page.locator('.lines > li');
    const n = await lines.evaluateAll((all) =>
      all.findIndex((line) => line.querySelectorAll('[data-word]').length > 2),
    );
    const words = lines.nth(n).locator('[data-word]');
    const [first, third] = [words.nth(0), words.nth(2)];
    await first.hover();
    await page.mouse.down();
    await third.hover();
    await page.mouse.up();
    await expect(page.getByRole('combobox', { name: new RegExp(`Words in sentence ${n + 1}`) })).toBeVisible();
    await page.getByRole('listbox', { name: 'Signs' }).getByRole('option').first().click();
    await expect(page.getByRole('list', { name: 'Your marks' }).getByRole('listitem')).toHaveCount(1);
  });

  await test.step('explains the ad when it is judged', async () => {
    await page.getByRole('radio', { name: /No action/ }).check();
    await page.getByRole('radio', { name: /^Unsure/ }).check();
    await page.getByRole('button', { name: 'Commit judgement' }).click();
    await expect(page.getByRole('heading', { name: /, the answer$/ })).toBeFocused();
    await expectNoBarriers(page, 'an answer');
    await page.getByRole('button', { name: 'Next ad' }).click();
  });

  await test.step('explains the round, and keeps a reading of it', async () => {
    await page.getByRole('button', { name: 'Finish…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Finish', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'The round, explained' })).toBeFocused();
    await expect(page.getByRole('heading', { name: 'Sign by sign' })).toBeVisible();
    await expectNoBarriers(page, 'a round explained');
    await page.getByRole('button', { name: 'Back to the list' }).first().click();
    await expect(page.getByRole('table', { name: 'Later' })).toBeVisible();
  });

  await test.step('clears what is kept, after asking', async () => {
    await page.getByRole('button', { name: 'Clear…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(page.getByText('Nothing to come back to yet')).toBeVisible();
  });
});
