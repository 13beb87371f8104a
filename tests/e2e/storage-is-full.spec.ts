import type { Page } from '@playwright/test';
import { storedNumbers, unbroken } from '../support/browser/attempt-log.ts';
import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';
import { inFull } from '../support/in-full.ts';

/** Waits until storage has a complete log of the open attempt with at least that number of events. */
async function expectWholeLog(page: Page, atLeast: number): Promise<void> {
  await expect.poll(async () => (await storedNumbers(page)).length).toBeGreaterThanOrEqual(atLeast);
  const numbers = await storedNumbers(page);
  expect(numbers).toEqual(unbroken(numbers));
}

/** Stores a few bytes beside the attempts, and gives the name of the error where the browser refuses them. */
function tryToStore(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('probe');
    opening.onupgradeneeded = () => opening.result.createObjectStore('any', { autoIncrement: true });
    try {
      await new Promise((opened, failed) => {
        opening.onsuccess = opened;
        opening.onerror = () => failed(opening.error);
      });
      const writing = opening.result.transaction('any', 'readwrite');
      writing.objectStore('any').add('x'.repeat(1_000));
      await new Promise((written, failed) => {
        writing.oncomplete = written;
        writing.onabort = () => failed(writing.error);
      });
      return 'stored';
    } catch (error) {
      return (error as DOMException).name;
    } finally {
      if (opening.readyState === 'done' && !opening.error) opening.result.close();
    }
  });
}

// Twice half a minute passes before the browser notices how much room there is.
test.skip(inFull(false, true), 'only under PROVE=1');

test('with full storage the case stays playable and says so; those steps are stored once there is room', async ({
  player,
  page,
  site,
}) => {
  const [first = '', second = ''] = player.text.linkedAds;
  const browser = await page.context().newCDPSession(page);
  const { origin } = new URL(site);
  await player.open();
  await player.begin();
  await expectWholeLog(page, 1);
  const before = await storedNumbers(page);

  // The browser remembers for half a minute how much room there is.
  await test.step('full', async () => {
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await expect.poll(() => tryToStore(page)).toBe('QuotaExceededError');
    await player.find.open(first);
    await expect(player.notStored()).toBeVisible();
    await player.find.judge('check', 1);
    await player.find.open(second);
    await expect(player.find.row(first)).toContainText(words.band('band.check'));
    await expect(player.notStored()).toBeVisible();
    expect(await storedNumbers(page)).toEqual(before);
  });
  await test.step('with room again', async () => {
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    await expect.poll(() => tryToStore(page)).toBe('stored');
    await player.find.judge('check', 2);
    await expect(player.notStored()).toHaveCount(0);
    await expectWholeLog(page, before.length + 4);
  });
  await test.step('after a reload', async () => {
    await page.reload();
    await expect(player.find.row(first)).toContainText(words.band('band.check'));
    await expect(player.find.row(second)).toContainText(words.band('band.check'));
    await expect(player.notStored()).toHaveCount(0);
  });
});
