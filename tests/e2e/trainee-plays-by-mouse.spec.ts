import { readFileSync } from 'node:fs';
import { openAttempt, scoreOf, storedNumbers, unbroken } from '../support/browser/attempt-log.ts';
import { modelPath } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';

test.use({ serviceWorkers: 'allow' });

/** The first decision of the outreach; from here on there is no network. */
const FIRST_OF_OUTREACH = 'd01';

test('a trainee plays the whole case by mouse, without network from the outreach on', async ({
  player,
  page,
  context,
}, testInfo) => {
  const { find, workbench, text } = player;
  const [first = '', ...others] = text.linkedAds;
  const failures: string[] = [];
  page.on('requestfailed', (request) => failures.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`);
  });

  await test.step('reads the briefing and begins', async () => {
    await player.open();
    await player.begin();
  });

  await test.step('marks two sentences and judges', async () => {
    await find.open(first);
    await find.mark(1, text.sign('third-person-voice'));
    await find.mark(2, text.sign('house-set-terms'));
    await expect(find.marks).toHaveCount(2);
    await find.judge('prioritise', 2);
    await expect(find.exhibit(first)).toHaveCount(0);
  });

  await test.step('finds the other ads under the same number through the filter', async () => {
    await find.filter('phone').selectOption(text.phone);
    await expect(find.rows).toHaveCount(text.linkedAds.length);
    for (const ad of text.linkedAds) await expect(find.row(ad)).toBeVisible();
    for (const ad of others) {
      await find.open(ad);
      await find.judge('urgent', 3);
      await expect(find.row(ad)).toContainText(words.band('band.urgent'));
    }
    await find.filter('phone').selectOption('');
    await expect(find.rows).toHaveCount(text.part.market.ads.length);
  });

  await test.step('hands the withheld card over', async () => {
    await find.handOver(text.withheldAd);
    await expect(find.row(text.withheldAd)).toContainText(words.find('list.state.escalated'));
  });

  await test.step('finishes and reads the feedback', async () => {
    await find.finish();
    await expect(player.heading(words.room('feedback.title'))).toBeFocused();
    await expect(page.getByRole('heading', { name: words.find('byAd'), exact: true })).toBeVisible();
    await player.nextButton.click();
  });

  for (const [state, option] of modelPath()) {
    await test.step(`${state}: ${option}`, async () => {
      if (state === FIRST_OF_OUTREACH) {
        await expect(player.offlineReady).toBeVisible();
        await context.setOffline(true);
      }
      await player.take(state, option);
      if (option !== 'preserve') return;
      await expect(player.screen('preserve')).toBeVisible();
      await workbench.noteAuthority('Order OST-0312', 'Ads under the number of the note');
      await workbench.checkClock();
      const hashes: string[] = [];
      for (const ad of text.linkedAds) hashes.push(await workbench.keep(ad));
      expect(new Set(hashes).size).toBe(text.linkedAds.length);
      await workbench.finishButton.click();
      // What belongs to good practice and was left out here is named: the plan, and how each page was found.
      await expect(workbench.finishDialog.getByRole('listitem')).toHaveCount(1 + text.linkedAds.length);
      await expect(workbench.finishDialog.getByText(words.workbench('open.plan'))).toBeVisible();
      await workbench.confirmFinish();
    });
  }

  await test.step('reads the debrief', async () => {
    await player.seeDebrief('end-reviewed');
    await expect(player.figures).toBeVisible();
    await expect(player.pathDrawing).toBeVisible();
  });

  await test.step('saves log and report in one file, and the report is what score-attempt says of the log', async () => {
    const download = page.waitForEvent('download');
    await player.saveReportButton.click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^quiet-number-\d{4}-\d{2}-\d{2}T\d{4}\.json$/);
    const { log, report } = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(log.events).toEqual((await openAttempt(page)).events);
    expect(report).toEqual(await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json')));
    for (const { id } of report.criteria) await expect(player.criterion(id)).toBeVisible();
    const numbers = await storedNumbers(page);
    expect(numbers).toEqual(unbroken(numbers));
  });
  expect(failures).toEqual([]);
});
