import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

test('a draft is mended by keyboard alone, without a network, and stands mended on paper', async ({
  page,
  context,
}) => {
  await page.goto('learn/j6/');
  const sheet = page.getByRole('region', { name: 'An order on three ads' });
  await sheet.scrollIntoViewIfNeeded();
  await expect(sheet.getByRole('button', { name: 'Compare with the authors' })).toBeEnabled();
  await context.setOffline(true);
  const { keyboard } = page;
  // Each part is one stop of the Tab key: Space takes the first answer, an arrow the next one.
  await sheet.getByRole('radio').first().focus();
  const answers = [1, 0, 2, 1, 0, 0];
  for (const [part, answer] of answers.entries()) {
    if (part > 0) await keyboard.press('Tab');
    await keyboard.press('Space');
    for (let at = 0; at < answer; at += 1) await keyboard.press('ArrowDown');
  }
  await keyboard.press('Tab');
  await keyboard.press('Enter');

  const result = sheet.getByRole('region', { name: 'Compare with the authors' });
  await expect(result).toBeFocused();
  await expect(result).toContainText('On 5 rows you and the authors say the same.');
  await expect(result).toContainText('You left 1 fault as it was drafted.');
  await expect(sheet.getByText('An order without an end is never examined again.')).toBeVisible();
  await expectNoBarriers(page, 'a mended draft');

  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByRole('heading', { name: 'The text as the authors would sign it' })).toBeVisible();
  await page.emulateMedia({ media: null });
  await sheet.getByRole('button', { name: 'Begin again' }).press('Enter');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeHidden();
  await expect(
    page.getByRole('listitem').filter({ hasText: '118 ads in it have nothing to do with the case.' }),
  ).toBeVisible();
  await context.setOffline(false);
});
