import { readFileSync } from 'node:fs';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

test('a lesson is answered, a missed question comes back, and all of it goes into one file, away, and back', async ({
  page,
}) => {
  await page.clock.setFixedTime('2031-03-01T09:00:00Z');
  await page.goto('learn/j1/');
  await expect(page.getByText('This device keeps the first answer that you open')).toBeVisible();
  const questions = page.locator('.questions > li');
  await expect(questions).toHaveCount(5);
  for (const [n, question] of (await questions.all()).entries()) {
    const answer = question.locator('details', { hasText: n > 0 ? 'Yes.' : 'No.' }).first();
    await answer.locator('summary').click();
    // A second answer to the same question is looked at and not kept.
    if (n === 0) await question.locator('details', { hasText: 'Yes.' }).locator('summary').click();
  }
  await expect(page.getByText('Kept so far: 5 of 5.')).toBeVisible();

  await test.step('the track has the lesson done, and nothing else', async () => {
    await page.goto('judges/track/judge/');
    const row = page.getByRole('row').filter({ hasText: 'Digital evidence: ten questions' });
    await expect(row).toContainText('Done, 2031-03-01');
    await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
    await expect(page.getByText('Nothing today')).toBeVisible();
    await page.getByRole('button', { name: 'Tick it: The tamper drill' }).click();
    await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
    await expectNoBarriers(page, 'a track that is begun');
  });

  await test.step('the missed question comes back on a later day, in other words', async () => {
    await page.clock.setFixedTime('2031-03-04T09:00:00Z');
    await page.goto('judges/again/');
    await expect(page.getByText('Question 1 of 1')).toBeVisible();
    await expect(page.getByRole('heading', { level: 2 })).toContainText('never on that site');
    await page.getByRole('radio', { name: /^No\. It tells/ }).check();
    await page.getByRole('button', { name: 'Answer' }).click();
    await expect(page.getByText('Right.', { exact: false }).first()).toBeVisible();
    await expectNoBarriers(page, 'a question that came back');
    await page.getByRole('button', { name: 'Finish' }).click();
    await expect(page.getByRole('heading', { name: 'That was the last question of today' })).toBeFocused();
  });

  await test.step('the portfolio is saved, deleted from the device, and opened again', async () => {
    await page.goto('judges/portfolio/');
    // In the list of lessons; the record below it has a row too.
    const row = page.getByRole('row').filter({ hasText: 'Digital evidence: ten questions' }).first();
    await expect(row).toContainText('5 of 5');
    await expect(row).toContainText('4 of 5');
    await expectNoBarriers(page, 'a portfolio');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the file' }).click();
    const file = await (await saving).path();
    expect(readFileSync(file, 'utf8')).toContain('"schema": "portfolio/2"');

    await page.evaluate(() => localStorage.setItem('checkathon-review-text', '{}'));
    await page.getByRole('button', { name: 'Delete everything from this device' }).click();
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
    await expect(page.getByText('Nothing is kept yet')).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem('checkathon-review-text'))).toBeNull();
    await page.reload();
    await expect(page.getByText('Nothing is kept yet')).toBeVisible();
    await page.getByLabel('Open a file').setInputFiles(file);
    await expect(page.getByText('Attempts: 0. Answers: 6. Ticks: 1.')).toBeVisible();
    await expect(row).toContainText('4 of 5');
    await expect(page.getByRole('article')).toContainText('Brought to this device in a file');
  });
});
