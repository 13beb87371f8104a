import { openAttempt, scoreOf, storedAttempts } from '../support/browser/attempt-log.ts';
import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';

test('a role is chosen in the briefing, survives a reload, and can be changed after starting again', async ({
  page,
  playerOf,
}) => {
  const player = await playerOf('closing-day');
  const role = (name: string) => page.getByRole('radio', { name });
  const bar = (title: string) => page.getByText(words.case('bar.role', { title }), { exact: true });
  await player.open();
  await expect(role('Prosecutor, Drimelle')).toBeChecked();
  await role('Trust and safety, Sorvenne Forums').check();
  await expect(
    page.getByRole('heading', { name: words.case('role', { title: 'Trust and safety, Sorvenne Forums' }) }),
  ).toBeVisible();
  await player.begin();
  await expect(bar('Trust and safety, Sorvenne Forums')).toBeVisible();
  expect((await openAttempt(page)).header.role).toBe('platform');

  await page.reload();
  await expect(bar('Trust and safety, Sorvenne Forums')).toBeVisible();
  await player.take('d26', 'b');
  const { text } = player.text.scene('desk').views?.platform ?? {};
  await expect(player.main.getByText(text?.split('\n')[0] ?? 'no view of its own')).toBeVisible();

  await player.startAgain();
  await expect(player.beginButton).toBeVisible();
  await role('Support worker, Open Table').check();
  await player.begin();
  await expect(bar('Support worker, Open Table')).toBeVisible();
  expect((await storedAttempts(page)).map(({ away, header }) => [away?.why, header.role])).toEqual([
    ['restarted', 'platform'],
    [undefined, 'ngo'],
  ]);
});

test('switching between parts open at the same time is no step and takes no time', async ({ page, playerOf }) => {
  const player = await playerOf('closing-day');
  await player.open();
  await player.begin();
  await player.takeAll([['d26', 'a']]);
  await player.nextButton.click();
  await player.takeAll([
    ['d26-after', 'a'],
    ['desk', 'tell-dark'],
    ['desk', 'request-dark'],
    ['desk', 'preserve-gone'],
  ]);
  await player.workbench.finish();
  await player.take('desk', 'sign');

  const open = page.getByRole('navigation', { name: words.case('parts') });
  await expect(player.screen('d22')).toBeVisible();
  const before = (await openAttempt(page)).events.length;
  await open.getByRole('button', { name: player.text.scene('board').title }).click();
  await expect(player.screen('board')).toBeFocused();
  await player.nextButton.click();
  await expect(player.screen('d24')).toBeVisible();
  await open.getByRole('button', { name: player.text.scene('d22').title }).click();
  await expect(player.screen('d22')).toBeFocused();
  expect((await openAttempt(page)).events.slice(before).map(({ type, state }) => [type, state])).toEqual([
    ['scene.continued', 'board'],
  ]);
  await player.take('d22', 'd');
  await expect(player.screen('d24')).toBeVisible();
  await expect(open).toHaveCount(0);
});

test('a hint shows its cost, is given after confirmation, survives a reload and is scored', async ({
  page,
  playerOf,
}, testInfo) => {
  const player = await playerOf('two-ages');
  const [hint] = player.text.scene('d05').hints ?? [];
  const ask = page.getByRole('button', { name: words.case('hints.ask', { n: 1, of: 2 }), exact: true });
  const given = page.getByText(hint?.text ?? 'no hint');
  await player.open();
  await player.begin();

  // A scene that the page held ready is disabled until its scripts are here.
  await expect(ask).toBeEnabled();
  await ask.focus();
  await page.keyboard.press('Enter');
  await expect(ask).toHaveAttribute('aria-expanded', 'true');
  await expect(given).toHaveCount(0);
  await page.getByRole('button', { name: words.case('hints.no-thanks') }).click();
  await expect(ask).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words.case('hints.take.one') }).click();
  await expect(given).toBeVisible();

  await page.reload();
  await expect(given).toBeVisible();
  await expect(page.getByRole('button', { name: words.case('hints.ask', { n: 2, of: 2 }), exact: true })).toBeVisible();
  await player.take('d05', 'b');
  await player.seeDebrief('end-account-empty');
  await expect(player.criterion('outreach.hints')).toBeVisible();
  const { criteria } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
  expect(criteria.find(({ id }) => id === 'outreach.hints')).toMatchObject({ raw: 3, max: 4 });
});

test('a retry of a harmful choice from the debrief is a new attempt, marked throughout; the first is kept', async ({
  page,
  playerOf,
}, testInfo) => {
  const player = await playerOf('two-ages');
  const mark = page.getByText(words.case('bar.retry', { n: 1 }), { exact: true });
  await player.open();
  await player.begin();
  await player.take('d05', 'b');
  await player.seeDebrief('end-account-empty');
  const first = await openAttempt(page);

  await page
    .getByRole('button', { name: /^Try again from here/ })
    .first()
    .click();
  await expect(player.screen('d05')).toBeFocused();
  await expect(mark).toBeVisible();
  await page.reload();
  await expect(mark).toBeVisible();
  await player.take('d05', 'c');
  await player.take('d21-card', 'c');
  await player.seeDebrief('end-copy');
  await expect(mark).toBeVisible();

  const retry = await openAttempt(page);
  expect(retry.header.retry).toEqual({ of: first.header.id, from: 2 });
  expect(retry.events[0]).toMatchObject({
    type: 'scene.continued',
    at: first.events[0]?.at,
    wall: first.events[0]?.wall,
  });
  expect((await scoreOf(retry, testInfo.outputPath('retry.json'))).retry).toEqual({ of: first.header.id, from: 2 });
  expect(await scoreOf(first, testInfo.outputPath('first.json'))).not.toHaveProperty('retry');
  await page.getByText(words.room('kept', { count: 1 })).click();
  await expect(page.getByText(words.room('kept.retried'), { exact: true })).toBeVisible();
});
