import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const CARDS = 12;

/** Opens the lesson and waits until its first card takes an answer. */
async function open(page: Page): Promise<void> {
  await page.goto('learn/t2/');
  await page.getByRole('heading', { name: 'Sort twelve fact cards' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Explain this card' })).toBeEnabled();
}

test('all cards are sorted by keyboard alone, without a network, and nothing of it is kept', async ({
  page,
  context,
}) => {
  await open(page);
  await context.setOffline(true);
  const { keyboard } = page;
  await page.getByRole('checkbox', { name: /^Act/ }).focus();
  for (let card = 1; card <= CARDS; card += 1) {
    // The first card has the focus on its first box, the others on their name.
    if (card > 1) {
      await expect(page.getByRole('heading', { name: `Card ${card} of ${CARDS}` })).toBeFocused();
      await keyboard.press('Tab');
    }
    await keyboard.press('Space');
    for (const _ of ['means', 'purpose', 'answer']) await keyboard.press('Tab');
    // Space takes the first answer, an arrow the next one.
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    const explanation = page.getByRole('region', { name: 'The explanation' });
    await expect(explanation).toBeFocused();
    await expect(explanation.getByText('What to ask next')).toBeVisible();
    if (card === 1) await expectNoBarriers(page, 'an explanation');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Summary, card by card' })).toBeFocused();
  await expect(page.getByText('You answered 12 of 12 cards.')).toBeVisible();
  await expect(page.getByText('You read no card as trafficking')).toBeVisible();
  await expect(page.getByText('The report would be closed, and nobody would ask Edda.')).toBeVisible();
  await expectNoBarriers(page, 'the summary');

  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toMatch(
    /kitchen|household|fact-card/,
  );
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Card 1 of 12' })).toBeFocused();
  await context.setOffline(false);
});

test('on paper stand all cards with their explanations, and no form', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Sort twelve fact cards' })).toBeHidden();
  await expect(page.getByRole('article').getByText('Bel and Tam found a flat together').last()).toBeVisible();
  await expect(page.getByText('Nobody recruited, brought or housed either of them.')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all cards can be read, and the explanation of each is folded', async ({ page }) => {
    await page.goto('learn/t2/');
    await expect(page.getByRole('button', { name: 'Explain this card' })).toBeDisabled();
    await page.getByText('All twelve cards with their explanations').click();
    const card = page.getByRole('article', { name: '7. A shared flat' });
    await expect(card.getByText('Bel and Tam found a flat together')).toBeVisible();
    await expect(card.getByText('None of this makes it trafficking.')).toBeHidden();
    await card.getByText('Explanation').click();
    await expect(card.getByText('None of this makes it trafficking.')).toBeVisible();
  });
});
