import type { Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import type { DeviceShelf, ShelfNews } from '#studio/use-cases/draft-shelf.ts';
import { expect, test } from '../support/browser/test.ts';
import { inFull } from '../support/in-full.ts';

/** What the shelf is called in a page of this test. */
interface Shelves {
  Shelf: { openDraftShelf(): Promise<DeviceShelf> };
  shelf: DeviceShelf;
  heard: ShelfNews[];
}

/** The shelf as a script that a page can run: every page of this site, as all share one storage. */
async function shelfScript(): Promise<string> {
  const bundler = await rolldown({ input: 'src/studio/browser/draft-shelf.ts', platform: 'browser' });
  const { output } = await bundler.generate({ format: 'iife', name: 'Shelf' });
  return `${output[0].code}\nglobalThis.Shelf = Shelf;`;
}

async function openShelf(page: Page, script: string): Promise<void> {
  await page.goto('about/');
  await page.evaluate(script);
  await page.evaluate(async () => {
    const world = globalThis as unknown as Shelves;
    world.shelf = await world.Shelf.openDraftShelf();
    world.heard = [];
    world.shelf.listen((news) => world.heard.push(news));
  });
}

const keep = (page: Page, text: string, revision: number) =>
  page.evaluate(
    ([written, read]) =>
      (globalThis as unknown as Shelves).shelf.keep({
        schema: 'draft/1',
        id: 'd1',
        files: { 'scenario.yaml': written },
        keptAt: '',
        revision: read,
      }),
    [text, revision] as const,
  );
const lying = (page: Page) => page.evaluate(() => (globalThis as unknown as Shelves).shelf.get('d1'));

/** Cuts off the text of the draft that lies in the storage, as a save that the machine did not finish. */
const cutOff = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('checkathon-studio');
    await new Promise((opened) => (opening.onsuccess = opened));
    const writing = opening.result.transaction('drafts', 'readwrite');
    const reading = writing.objectStore('drafts').get('d1');
    reading.onsuccess = () => {
      reading.result.draft.files['scenario.yaml'] = 'title: th';
      writing.objectStore('drafts').put(reading.result);
    };
    await new Promise((written) => (writing.oncomplete = written));
    opening.result.close();
  });

test('a draft survives a second tab, a reload and a save that was cut off', async ({ page, context }) => {
  const script = await shelfScript();
  const other = await context.newPage();
  await openShelf(page, script);
  await openShelf(other, script);

  expect(await keep(page, 'title: one', 0)).toMatchObject({ kept: { revision: 1 } });
  await expect
    .poll(() => other.evaluate(() => (globalThis as unknown as Shelves).heard))
    .toEqual([{ id: 'd1', revision: 1 }]);
  expect(await keep(other, 'title: two', 1)).toMatchObject({ kept: { revision: 2 } });
  expect(await keep(page, 'title: late', 1)).toMatchObject({ refused: 'newer', newest: { revision: 2 } });
  expect(await keep(page, 'title: three', 2)).toMatchObject({ kept: { revision: 3 } });

  await cutOff(page);
  await openShelf(page, script);
  expect(await lying(page)).toMatchObject({
    state: 'broken',
    left: { 'scenario.yaml': 'title: th' },
    before: { revision: 2, files: { 'scenario.yaml': 'title: two' } },
  });
  await page.evaluate(() => (globalThis as unknown as Shelves).shelf.restore('d1'));
  expect(await lying(page)).toMatchObject({ state: 'whole', draft: { files: { 'scenario.yaml': 'title: two' } } });

  await other.evaluate(() => (globalThis as unknown as Shelves).shelf.remove('d1'));
  expect(await keep(page, 'title: gone', 3)).toEqual({ refused: 'removed' });
});

/** The texts of all drafts that lie in the storage of the browser. */
const keptTexts = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('checkathon-studio');
    await new Promise((opened) => (opening.onsuccess = opened));
    const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
    await new Promise((read) => (reading.onsuccess = read));
    opening.result.close();
    return JSON.stringify(reading.result);
  });

test('what was typed until the last pause survives a reload and a crash of the checker', async ({ page, trouble }) => {
  await page.goto('studio/');
  await page.getByRole('radio', { name: 'Five signs' }).check();
  await page.getByRole('textbox', { name: 'Working title' }).fill('Half a sentence');
  await page.getByRole('button', { name: 'Begin with this copy' }).click();
  await page.getByRole('link', { name: 'The case', exact: true }).click();
  const summary = page.getByRole('textbox', { name: /^Summary/ });
  await summary.fill('Kept at the pause.');
  await expect.poll(() => keptTexts(page)).toContain('Kept at the pause.');
  await summary.press('End');
  await summary.pressSequentially(' Typed in the last moment.');
  await page.reload();
  await expect(summary).toHaveValue(/^Kept at the pause\./);

  const [checker] = page.workers();
  await checker?.evaluate(() => setTimeout(() => reportError(new Error('planted'))));
  await expect(page.getByText('The studio has stopped')).toBeVisible();
  // The planted crash is the only trouble.
  expect(trouble.filter((one) => !one.includes('planted'))).toEqual([]);
  trouble.length = 0;
  await page.reload();
  await expect(summary).toHaveValue(/^Kept at the pause\./);
  await expect(page.getByText('The studio has stopped')).toHaveCount(0);
});

test.describe('on a full device', () => {
  // The browser remembers for half a minute how much room there is.
  test.skip(inFull(false, true), 'only under PROVE=1');

  test('the studio says that a draft is not kept, and keeps it once there is room', async ({ page, site }) => {
    const browser = await page.context().newCDPSession(page);
    const { origin } = new URL(site);
    await page.goto('studio/');
    await page.getByRole('radio', { name: 'Five signs' }).check();
    await page.getByRole('textbox', { name: 'Working title' }).fill('No room');
    await page.getByRole('button', { name: 'Begin with this copy' }).click();
    await page.getByRole('link', { name: 'The case', exact: true }).click();
    const summary = page.getByRole('textbox', { name: /^Summary/ });
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    let n = 0;
    const write = async () => {
      n += 1;
      await summary.fill(`Try ${n}.`);
      await summary.blur();
      return page.getByText('This browser has no room left.').count();
    };
    await expect.poll(write, { intervals: [2_000] }).toBe(1);
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    await expect.poll(write, { intervals: [2_000] }).toBe(0);
    await expect(page.getByText(/^Kept in this browser/)).toBeVisible();
    await page.reload();
    await expect(summary).toHaveValue(`Try ${n}.`);
  });
});
