import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type { AttemptFile } from '#case/attempt-file/model/attempt-file.ts';
import {
  damageEvent,
  openAttempt,
  type StoredAttempt,
  storedAttempts,
  storedNumbers,
  unbroken,
} from '../support/browser/attempt-log.ts';
import { CasePlayer } from '../support/browser/case-player.ts';
import { CASE_PATH, type CaseText } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';

/** Waits until storage has a complete log of the open attempt with at least that number of events. */
async function expectWholeLog(page: Page, atLeast = 1): Promise<void> {
  await expect.poll(async () => (await storedNumbers(page)).length).toBeGreaterThanOrEqual(atLeast);
  const numbers = await storedNumbers(page);
  expect(numbers).toEqual(unbroken(numbers));
}

async function secondTab(context: BrowserContext, text: CaseText): Promise<CasePlayer> {
  const player = new CasePlayer(await context.newPage(), text);
  await player.open();
  return player;
}

async function downloadFrom<Saved>(page: Page, press: () => Promise<void>): Promise<Saved> {
  const download = page.waitForEvent('download');
  await press();
  return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
}

test.describe('a reload', () => {
  // As for a reader: the page comes back from what the service worker has stored.
  test.use({ serviceWorkers: 'allow' });

  test('in the middle of the market brings marks, judgements and the open ad back', async ({ player, page }) => {
    const { find, text } = player;
    const [first = '', second = ''] = text.linkedAds;
    await player.open();
    await player.begin();
    await find.open(first);
    await find.judge('check', 1);
    await find.open(second);
    await find.mark(1, text.sign('third-person-voice'));
    await find.handOver(text.withheldAd);

    await page.reload();
    await expect(find.row(first)).toContainText(words.band('band.check'));
    await expect(find.row(text.withheldAd)).toContainText(words.find('list.state.escalated'));
    await expect(find.withheldCard).toBeVisible();
    await find.open(second);
    await expect(find.marks).toHaveCount(1);
    await expectWholeLog(page, 6);
  });

  test('at a decision, at its consequence and at the bench continues there', async ({ player, page }) => {
    const { workbench, text } = player;
    const [first = ''] = text.linkedAds;
    await player.open();
    await player.skipFind();

    await test.step('what followed', async () => {
      await player.decide('desk', 'contact');
      await page.reload();
      await player.seeConsequence('desk', 'contact');
      await player.goOnButton.click();
    });
    await test.step('decision', async () => {
      await player.take('d01', 'c');
      await expect(player.screen('d02')).toBeVisible();
      await page.reload();
      await player.seeConsequence('d01', 'c');
      await player.goOnButton.click();
      await expect(player.screen('d02')).toBeVisible();
      await expect(player.option('d02', 'a')).toBeVisible();
    });
    await test.step('bench', async () => {
      await player.startAgain();
      await player.skipFind();
      await player.take('desk', 'preserve');
      await workbench.noteAuthority('Order OST-0312', 'Ads under the number');
      await workbench.choose(first);
      const hash = await workbench.capture();
      await page.reload();
      await expect(workbench.heading(first)).toBeVisible();
      await expect(workbench.hash).toHaveText(hash);
      await workbench.readBack();
    });
    await expectWholeLog(page, 6);
  });
});

test('browser back and forward leave the case and return to the same step', async ({ player, page }) => {
  await page.goto('practise/');
  await page.getByRole('main').locator(`a[href$="${CASE_PATH}"]`).first().click();
  await player.awake();
  await player.skipFind();
  await player.take('desk', 'request');
  await page.goBack();
  await expect(page).toHaveURL(/\/practise\/$/);
  await page.goForward();
  await player.seeConsequence('desk', 'request');
  await player.goOnButton.click();
  await expect(player.screen('desk')).toBeVisible();
  await expectWholeLog(page, 3);
});

test('a crash loses nothing', async ({ player, page, context, caseText, trouble }) => {
  await player.open();
  await player.begin();
  await player.find.open(caseText.linkedAds[0] ?? '');
  await player.find.mark(1, caseText.sign('house-set-terms'));
  await expect.poll(() => storedNumbers(page)).toEqual([1, 2, 3]);
  const crashed = page.waitForEvent('crash');
  // A page that crashes does not always answer for its address.
  void page.goto('chrome://crash').catch(() => undefined);
  await crashed;

  const after = await secondTab(context, caseText);
  await after.find.open(caseText.linkedAds[0] ?? '');
  await expect(after.find.marks).toHaveCount(1);
  await expect(after.otherTab()).toHaveCount(0);
  await expectWholeLog(after.page, 3);
  trouble.length = 0;
});

test.describe('a second tab', () => {
  test('says so, writes nothing, and can take over; then the first tab is read-only', async ({
    player,
    page,
    context,
    caseText,
  }) => {
    await player.open();
    await player.skipFind();
    await expectWholeLog(page, 2);
    const before = await storedNumbers(page);

    const second = await secondTab(context, caseText);
    await expect(second.otherTab()).toBeVisible();
    await expect(second.heading(words.room('feedback.title'))).toBeVisible();
    await second.nextButton.click();
    await expect(second.screen('desk')).toBeVisible();
    await expect(second.doButton).toHaveCount(0);
    await expect(second.option('desk', 'request')).toBeDisabled();
    expect(await storedNumbers(page)).toEqual(before);

    await player.take('desk', 'request');
    await second.takeOverButton.click();
    await expect(second.otherTab()).toHaveCount(0);
    await second.seeConsequence('desk', 'request');
    await second.goOnButton.click();
    await second.take('desk', 'contact');

    await expect(player.otherTab()).toBeVisible();
    await expect(player.doButton).toHaveCount(0);
    await expectWholeLog(second.page, before.length + 2);
  });

  test('cannot begin an attempt while the first has the briefing open', async ({ player, page, context, caseText }) => {
    await player.open();
    await expect(player.notices).toBeAttached();
    const second = await secondTab(context, caseText);
    await expect(second.otherTab()).toBeVisible();
    await second.beginButton.click();
    await expect(second.screen('find')).toHaveCount(0);
    expect(await storedAttempts(page)).toEqual([]);
    await second.takeOverButton.click();
    await expect(second.otherTab()).toHaveCount(0);
    await second.begin();
    await expect(player.otherTab()).toBeVisible();
    expect((await storedAttempts(page)).length).toBe(1);
    await expectWholeLog(second.page);
  });

  test('gets write access after the first one is closed and it is reloaded', async ({
    player,
    page,
    context,
    caseText,
  }) => {
    await player.open();
    await player.skipFind();
    const second = await secondTab(context, caseText);
    await expect(second.otherTab()).toBeVisible();
    await page.close();
    await second.page.reload();
    await expect(second.heading(words.room('feedback.title'))).toBeVisible();
    await expect(second.otherTab()).toHaveCount(0);
    await second.nextButton.click();
    await second.take('desk', 'request');
    await expectWholeLog(second.page, 3);
  });
});

test.describe('over plain http, where browsers have no locks', () => {
  test('two tabs cannot write the same event: the slower one is told and can take over', async ({
    plainHttp,
    caseText,
  }) => {
    const first = new CasePlayer(await plainHttp.newPage(), caseText);
    await first.open();
    expect(await first.page.evaluate(() => isSecureContext)).toBe(false);
    await first.skipFind();
    const second = await secondTab(plainHttp, caseText);
    await second.nextButton.click();

    await first.take('desk', 'request');
    await second.take('desk', 'contact');
    await expect(second.otherTab()).toBeVisible();
    await second.takeOverButton.click();
    await second.seeConsequence('desk', 'request');
    await second.goOnButton.click();
    await second.take('desk', 'contact');
    await expectWholeLog(second.page, 4);
  });
});

test('start again asks first and keeps the old attempt, which can be saved at the end', async ({ player, page }) => {
  await player.open();
  await player.skipFind();
  await player.take('desk', 'request');
  await expectWholeLog(page, 3);
  const old = await openAttempt(page);

  await player.restartButton.click();
  await expect(player.restartDialog).toBeVisible();
  await player.restartDialog.getByRole('button', { name: words.case('again.cancel') }).click();
  await expect(player.restartDialog).toBeHidden();
  await expect(player.screen('desk')).toBeVisible();

  await player.startAgain();
  await expect(player.beginButton).toBeVisible();
  await player.skipFind();
  await player.take('desk', 'contact');
  await player.take('d01', 'b');
  await player.seeDebrief('end-switched-off');
  await page.getByText(words.room('kept', { count: 1 })).click();
  const keep = page.getByRole('button', { name: words.room('kept.download') });
  const { log } = await downloadFrom<AttemptFile>(page, () => keep.click());
  expect(log.header).toEqual(old.header);
  expect(log.events).toEqual(old.events);
});

test.describe('an attempt that cannot be continued is set aside, and the case stays usable', () => {
  test('because its record is damaged', async ({ player, page }) => {
    await player.open();
    await player.begin();
    await player.find.open(player.text.linkedAds[0] ?? '');
    await expect.poll(() => storedNumbers(page)).toEqual([1, 2]);
    const { id } = await openAttempt(page);
    await page.goto('about/');
    await damageEvent(page, id, 2);

    await player.open();
    await expect(player.setAside()).toBeVisible();
    // An unreadable attempt is saved exactly as stored.
    const saved = await downloadFrom<StoredAttempt>(page, () => player.setAsideDownload.click());
    expect(saved.header.id).toBe(id);
    expect(saved.events).toHaveLength(2);
    await player.skipFind();
    expect((await storedAttempts(page)).map(({ away }) => away?.why)).toEqual(['unreadable', undefined]);
  });

  test('because it belongs to another text of the case', async ({ player, page }) => {
    await page.route('**/case.json', async (route) => {
      const response = await route.fetch();
      const part = await response.json();
      await route.fulfill({ response, json: { ...part, scenario: { ...part.scenario, hash: 'of-another-text' } } });
    });
    await player.open();
    await player.begin();
    const { id } = await openAttempt(page);
    await page.unrouteAll();

    await page.reload();
    await expect(player.notices.getByText(words.case('otherText'), { exact: true })).toBeVisible();
    await player.notices.getByText(words.old('read')).click();
    await expect(player.notices.getByText(words.old.count('log', 1)).first()).toBeVisible();
    const { log } = await downloadFrom<AttemptFile>(page, () => player.setAsideDownload.click());
    expect(log.header.id).toBe(id);
    await player.skipFind();
    await expectWholeLog(page, 2);
  });
});

test('with storage refused the case plays to an end and says that it is not kept', async ({ player, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is refused.', 'SecurityError');
    };
  });
  await player.open();
  await expect(player.notStored()).toBeVisible();
  await player.skipFind();
  await expect(player.notStored()).toBeVisible();
  await player.take('desk', 'contact');
  await player.take('d01', 'b');
  await player.seeDebrief('end-switched-off');
  await expect(player.notStored()).toBeVisible();
  await expect(player.saveReportButton).toBeVisible();
});
