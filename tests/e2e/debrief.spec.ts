import type { Page } from '@playwright/test';
import type { Reading } from '#case/debrief/model/reading/reading.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { loadShippedCase } from '../../scripts/attempts/load-shipped-case.ts';
import { putAttempt } from '../../scripts/attempts/put-attempt.ts';
import type { CasePlayer } from '../support/browser/case-player.ts';
import { CASE, CASE_PATH } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { storedRecords } from '../support/browser/stored-records.ts';
import { expect, test } from '../support/browser/test.ts';
import { inFull } from '../support/in-full.ts';

/** The debrief of an attempt that a reference player has made. */
async function openDebrief(
  { page, goOnButton, happened }: CasePlayer,
  policy: PolicyName,
  site: string,
  beforehand: (attempt: string) => Promise<void> = async () => {},
) {
  const shipped = loadShippedCase(CASE);
  if (!shipped) throw new Error(`The case ${CASE} is not shipped.`);
  const log = playCase(shipped.material, shipped.answers, policy, '2026-01-01T00:00:00Z');
  await putAttempt(page, `${site}${CASE_PATH}`, log);
  await beforehand(log.header.id);
  await goOnButton.click();
  await expect(happened).toBeVisible();
}

/** How many sheets of paper the page fills. Each page of a PDF has an object of its own. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Who marks every ad has the longest debrief. */
const PRINTED = inFull(['oracle', 'flag-all', 'notify-first'] as const, ['flag-all'] as const);

for (const policy of PRINTED) {
  test(`prints two sheets, and everything where that is asked for (${policy})`, async ({ page, player, site }) => {
    await openDebrief(player, policy, site);
    expect(await sheetsOf(page)).toBe(2);

    await page.evaluate(() => {
      globalThis.print = () => {};
    });
    await page.getByRole('button', { name: words.debrief('print.all'), exact: true }).click();
    expect(await sheetsOf(page)).toBeGreaterThan(8);
    expect(await sheetsOf(page)).toBe(2);
  });
}

test('says on one page what happened, and shows the rest where its address is followed', async ({
  page,
  player,
  site,
}) => {
  await openDebrief(player, 'flag-all', site);
  for (const part of ['keep', 'change', 'next'] as const)
    await expect(page.getByRole('region', { name: words.debrief(part), exact: true })).toBeVisible();
  await expect(player.criteria).toBeHidden();
  await expectNoBarriers(page, 'the first page of the debrief');

  await page.goto(`${site}${CASE_PATH}#statistics`);
  await expect(player.figures).toBeVisible();
  await expect(player.criteria).toBeHidden();

  const link = player.happened.getByRole('link', { name: /^\d{4}$/ }).first();
  const ad = (await link.textContent())?.trim() ?? '';
  await link.click();
  await expect(page.getByRole('heading', { name: words.find('byAd.title', { id: ad }) })).toBeFocused();
});

/** Writes rounds of finding into the browser's storage, as if they had been read there. */
async function putReadings(page: Page, readings: readonly Reading[]) {
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('checkathon-practice', 1);
        opened.onupgradeneeded = () => opened.result.createObjectStore('readings', { keyPath: 'id' });
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const writing = opened.result.transaction('readings', 'readwrite');
          for (const reading of all) writing.objectStore('readings').put(reading);
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opened.result.close();
            resolve();
          };
        };
      }),
    readings,
  );
}

test('compares with a round read before in this browser, and keeps the marks beside the attempt', async ({
  page,
  player,
  site,
}) => {
  const round = { schema: 'reading/1', marketId: 'elsewhere', dPrime: 1, criterion: 0, signs: {} } as const;
  await openDebrief(player, 'oracle', site, (attempt) =>
    putReadings(page, [
      { ...round, id: 'other find', wall: '2025-12-01T00:00:00Z', title: 'A first round' },
      { ...round, id: `${attempt} find`, wall: '2026-01-01T00:00:00Z', title: 'This round' },
    ]),
  );
  // If the test opened the storage before the page, it would create it without its stores.
  const laidOut = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(laidOut).toContain('checkathon-study');
  await expect.poll(() => storedRecords(page, 'checkathon-study', 'results')).toBe(1);

  await page.goto(`${site}${CASE_PATH}#statistics`);
  await expect(page.getByText(words.scoring('sharp.beforeIn', { title: 'A first round' }))).toBeAttached();
});
