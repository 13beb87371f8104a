import type { Page } from '@playwright/test';
import { openAttempt, storedAttempts, storedNumbers } from '../support/browser/attempt-log.ts';
import { CasePlayer } from '../support/browser/case-player.ts';
import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';

// A script that the service worker has kept is not held back.
test.use({ serviceWorkers: 'block' });

/** Delays every script of the site until it is released, as on a slow line. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/_astro/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** Opens the page of the case without waiting for its scripts. */
const openEarly = (player: CasePlayer) => player.page.goto(player.text.path, { waitUntil: 'commit' });

/** The page has looked at what is kept and at other tabs, and shows nothing of the case by itself. */
const expectLeftToScripts = (page: Page) =>
  expect(page.locator('template#next-scene')).toHaveAttribute('data-pressed', 'left to the scripts');

/** Waits until the case is in play and the reader can do something in it. */
async function expectAwake({ page, restartButton }: CasePlayer): Promise<void> {
  await expect(restartButton).toBeEnabled();
  await expect(page.locator('fieldset[data-scene]:disabled')).toHaveCount(0);
}

test.describe('a press before the scripts of the case have loaded', () => {
  for (const id of ['quiet-number', 'gone-by-noon', 'one-person-or-three', 'who-owns-the-sites'])
    test(`shows the next scene of ${id}, and is the first event of the log, once`, async ({ playerOf, page }) => {
      const player = await playerOf(id);
      const letGo = await holdScripts(page);
      await openEarly(player);
      await player.pressBegin();
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveCount(1);
      await expect(heading).toBeFocused();
      await expect(player.beginButton).toBeHidden();
      await expect(player.restartButton).toBeDisabled();
      await expect(player.restartButton).toHaveCSS('cursor', 'not-allowed');
      expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
      // The element on the screen stays: its identity, focus and position.
      const first = await heading.elementHandle();
      const place = await heading.boundingBox();
      const focused = await page.evaluateHandle(() => {
        const targets: EventTarget[] = [];
        document.addEventListener('focusin', ({ target }) => target && targets.push(target));
        return targets;
      });

      letGo();
      await expectAwake(player);
      expect(await heading.evaluate((now, before) => now === before, first)).toBe(true);
      await expect(heading).toBeFocused();
      expect(await focused.evaluate((targets) => targets.length)).toBe(0);
      expect(await heading.boundingBox()).toEqual(place);
      await expect.poll(() => storedNumbers(page)).toEqual([1]);
      const { events } = await openAttempt(page);
      expect(events.map(({ type, state }) => ({ type, state }))).toEqual([
        { type: 'scene.continued', state: player.text.initial },
      ]);
    });

  test('leads to a decision, and a reload finds the attempt', async ({ playerOf, page }) => {
    const player = await playerOf('gone-by-noon');
    const letGo = await holdScripts(page);
    await openEarly(player);
    await player.pressBegin();
    letGo();
    await expectAwake(player);
    await player.option('d22', 'a').check();
    await player.doButton.click();
    await expect.poll(() => storedNumbers(page)).toEqual([1, 2]);
    await page.reload();
    await player.seeConsequence('d22', 'a');
  });

  test('by keyboard does the same', async ({ player, page }) => {
    const letGo = await holdScripts(page);
    await openEarly(player);
    await player.beginButton.focus();
    await page.keyboard.press('Enter');
    await expect(player.screen('find')).toBeFocused();
    letGo();
    await expectAwake(player);
    await expect(player.screen('find')).toBeFocused();
    await expect.poll(() => storedNumbers(page)).toEqual([1]);
  });

  test('leaves focus and scroll where the reader has gone since', async ({ playerOf, page }) => {
    await page.setViewportSize({ width: 375, height: 500 });
    const player = await playerOf('gone-by-noon');
    const letGo = await holdScripts(page);
    await openEarly(player);
    await player.pressBegin();
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
    const scroll = await page.evaluate(() => scrollY);
    letGo();
    await expectAwake(player);
    expect(await page.evaluate(() => scrollY)).toBe(scroll);
  });

  test('can be followed by starting again', async ({ player, page }) => {
    const letGo = await holdScripts(page);
    await openEarly(player);
    await player.pressBegin();
    letGo();
    await expectAwake(player);
    await player.startAgain();
    await expect(player.beginButton).toBeVisible();
    await player.pressBegin();
    await expectAwake(player);
    await expect.poll(async () => (await storedAttempts(page)).length).toBe(2);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });

  test('restores the briefing and says so where the case cannot be fetched', async ({ player, page, trouble }) => {
    const letGo = await holdScripts(page);
    await page.route('**/case.json', (route) => route.abort());
    await openEarly(player);
    await player.pressBegin();
    letGo();
    await expect(page.getByRole('alert')).toContainText(words.case('failed'));
    await expect(player.beginButton).toBeEnabled();
    await expect(player.screen('find')).toHaveCount(0);
    await page.unroute('**/case.json');
    await player.pressBegin();
    await expectAwake(player);
    await expect.poll(() => storedNumbers(page)).toEqual([1]);
    trouble.length = 0;
  });
});

test.describe('scripts that fail to load', () => {
  for (const id of ['quiet-number', 'gone-by-noon'])
    test(`of ${id}: the scene goes back, the page says so, and a press asks again`, async ({
      playerOf,
      page,
      trouble,
    }) => {
      const player = await playerOf(id);
      await page.route('**/_astro/*.js*', (route) => route.abort());
      await openEarly(player);
      await player.pressBegin();
      await expect(page.locator('fieldset[data-scene]')).toHaveCount(1);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(words.case('failed'));
      await expect(alert).toContainText(words.case('failed.text'));
      await expect(page.locator('fieldset[data-scene]')).toHaveCount(0);
      await expect(player.beginButton).toBeFocused();
      await expect(page.locator('body.wide')).toHaveCount(0);
      // Without a second press the page shows no next scene for scripts that have not loaded.
      expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);

      await page.unroute('**/_astro/*.js*');
      await player.pressBegin();
      await expectAwake(player);
      await expect(alert).toHaveCount(0);
      await expect.poll(() => storedNumbers(page)).toEqual([1]);
      trouble.length = 0;
    });

  test('are reported without a press, and again after a second failure', async ({ player, page, trouble }) => {
    await page.route('**/_astro/*.js*', (route) => route.abort());
    await openEarly(player);
    const alert = page.getByRole('alert');
    await expect(alert).toHaveCount(1);
    await player.pressBegin();
    await expect(alert).toHaveCount(0);
    await expect(alert).toHaveCount(1);
    await expect(player.beginButton).toBeVisible();
    trouble.length = 0;
  });
});

test.describe('the page does not show the next scene ahead', () => {
  test('where an attempt is stored: it continues there', async ({ player, page }) => {
    await player.open();
    await player.skipFind();
    await player.take('desk', 'request');
    await expect.poll(async () => (await storedNumbers(page)).length).toBe(3);
    await page.goto('about/');

    const letGo = await holdScripts(page);
    await openEarly(player);
    await player.beginButton.click();
    await expectLeftToScripts(page);
    await expect(player.screen('find')).toHaveCount(0);
    letGo();
    await player.seeConsequence('desk', 'request');
    expect(await storedNumbers(page)).toEqual([1, 2, 3]);
  });

  test('where another tab writes to the case', async ({ player, page, context, caseText }) => {
    await player.open();
    await expect(player.notices).toBeAttached();
    await expect.poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(1);
    const second = new CasePlayer(await context.newPage(), caseText);
    const letGo = await holdScripts(second.page);
    await openEarly(second);
    await second.beginButton.click();
    await expectLeftToScripts(second.page);
    await expect(second.screen('find')).toHaveCount(0);
    letGo();
    await expect(second.otherTab()).toBeVisible();
    expect(await storedAttempts(page)).toEqual([]);
  });

  test('in another role or in a round that is assessed', async ({ playerOf, page }) => {
    const visit = await playerOf('after-the-visit');
    await visit.open();
    await page
      .getByRole('radio', { name: words.case('role.ngo') })
      .or(page.getByRole('radio').nth(1))
      .first()
      .check();
    await visit.pressBegin();
    await expect.poll(async () => (await openAttempt(page)).header.role).toBe('ngo');
    expect(await page.locator('fieldset[data-scene]').count()).toBe(0);

    const round = await playerOf('find-thirty-looks-before');
    const letGo = await holdScripts(page);
    await openEarly(round);
    await round.beginButton.click();
    await expectLeftToScripts(page);
    await expect(round.beginButton).toBeVisible();
    letGo();
    await expect(round.beginButton).toBeHidden();
    await expect.poll(async () => (await storedAttempts(page)).length).toBe(2);
  });
});

test('without scripts the page says what it needs, fully styled', async ({ browser, site, caseText }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL(caseText.path, site).href);
  const said = page.locator('main noscript .notice');
  await expect(said).toBeVisible();
  await expect(said).toHaveText(words.case('noScript'));
  await expect(page.getByRole('button', { name: words.case('begin') })).toBeDisabled();
  const sheets = await page.evaluate(() =>
    [...document.styleSheets].map(({ href, media }) => ({ href, media: media.mediaText })),
  );
  expect(sheets.filter(({ href, media }) => href !== null && media === '')).toHaveLength(1);
  await context.close();
});

test('the complete style sheet applies once the page is idle', async ({ player, page }) => {
  await player.open();
  await expect(page.locator('link[data-late]')).toHaveAttribute('media', 'all');
});
