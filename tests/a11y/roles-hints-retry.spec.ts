import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

// A trace of every run of axe would take longer than the runs.
test.use({ trace: 'off' });

test('no accessibility barrier in a case with roles, injects, and parts open at the same time', async ({
  page,
  playerOf,
}) => {
  const player = await playerOf('closing-day');
  await player.open();
  await expectNoBarriers(page, 'briefing with roles');
  await page.getByRole('radio', { name: 'Support worker, Open Table' }).check();
  await player.begin();
  await player.take('d26', 'a');
  await expect(player.screen('night')).toBeVisible();
  await expectNoBarriers(page, 'a message that comes in');
  await player.nextButton.click();
  await player.takeAll([
    ['d26-after', 'a'],
    ['desk', 'tell-dark'],
    ['desk', 'request-dark'],
    ['desk', 'preserve-gone'],
  ]);
  await player.workbench.finish();
  await player.take('desk', 'sign');
  await expect(page.getByRole('navigation', { name: words.case('parts') })).toBeVisible();
  await expectNoBarriers(page, 'open at the same time');
});

test('no accessibility barrier in hints and in a retry', async ({ page, playerOf }) => {
  const player = await playerOf('two-ages');
  await player.open();
  await player.begin();
  await page.getByRole('button', { name: words.case('hints.ask', { n: 1, of: 2 }) }).click();
  await expectNoBarriers(page, 'a hint that is asked for');
  await page.getByRole('button', { name: words.case('hints.take.one') }).click();
  await expectNoBarriers(page, 'a hint that is given');
  await player.take('d05', 'b');
  await player.seeDebrief('end-account-empty');
  await page
    .getByRole('button', { name: /^Try again from here/ })
    .first()
    .click();
  await expect(page.getByText(words.case('bar.retry', { n: 1 }), { exact: true })).toBeVisible();
  await expectNoBarriers(page, 'a retry');
});
