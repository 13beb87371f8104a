import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type AttemptFile, attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { openAttempt, scoreOf, storedAttempts } from '../support/browser/attempt-log.ts';
import { CasePlayer } from '../support/browser/case-player.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

/** Unfolds what the page offers to do with files, once. */
async function unfold(page: Page): Promise<void> {
  const summary = page
    .locator('summary')
    .filter({ hasText: new RegExp(`${words.file('head')}|${words.file('head.none')}`) });
  await expect(summary).toBeVisible();
  const chooser = page.getByLabel(words.file('open'));
  if (!(await chooser.isVisible())) await summary.click();
  await expect(chooser).toBeVisible();
}

async function save(page: Page, alias: string): Promise<{ name: string; file: AttemptFile }> {
  await unfold(page);
  await page.getByLabel(words.file('alias')).fill(alias);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words.file('save'), exact: true }).click();
  const saved = await download;
  return { name: saved.suggestedFilename(), file: JSON.parse(readFileSync(await saved.path(), 'utf8')) };
}

async function open(page: Page, name: string, content: unknown): Promise<void> {
  await unfold(page);
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await page
    .getByLabel(words.file('open'))
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('an attempt saved in the middle of the case continues in another browser, and is scored alike', async ({
  player,
  page,
  browser,
  baseURL,
  caseText,
}, testInfo) => {
  await player.open();
  await player.skipFind();
  await player.take('desk', 'contact');
  const { name, file } = await save(page, 'Anna');
  const { header, events } = await openAttempt(page);
  expect(name).toMatch(/^quiet-number--anna--\d{4}-\d{2}-\d{2}T\d{4}\.json$/);
  expect(file).toMatchObject({ schema: 'attempt-file/1', alias: 'Anna', log: { header, events } });
  expect(file.report).toBeUndefined();
  await expectNoBarriers(page, 'an attempt as a file');

  const other = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  const there = new CasePlayer(await other.newPage(), caseText);
  await there.open();
  await expect(there.beginButton).toBeVisible();
  await open(there.page, name, file);
  await expect(there.notices.getByText(words.file('opened', { name }))).toBeVisible();
  await there.seeConsequence('desk', 'contact');
  await there.goOnButton.click();
  await there.take('d01', 'b');
  await expect(there.notices.getByText(words.file('opened', { name }))).toHaveCount(0);
  await there.seeDebrief('end-switched-off');

  const ended = await save(there.page, '');
  expect(ended.file.report).toEqual(await scoreOf(await openAttempt(there.page), testInfo.outputPath('attempt.json')));
  expect(ended.file.log.events.slice(0, events.length)).toEqual(events);
  await other.close();
});

test('opening an older file of an attempt loses none of the steps in this browser', async ({ player, page }) => {
  await player.open();
  await player.skipFind();
  const { name, file } = await save(page, '');
  await player.take('desk', 'request');
  const { events } = await openAttempt(page);

  await open(page, name, file);
  await expect(player.notices.getByText(words.file('opened.known', { name }))).toBeVisible();
  await player.seeConsequence('desk', 'request');
  expect((await openAttempt(page)).events).toEqual(events);
  expect(await storedAttempts(page)).toHaveLength(1);
});

test('a file of another version is read with its report, changes nothing, and a damaged one is refused in words', async ({
  player,
  page,
}, testInfo) => {
  await player.open();
  await player.skipFind();
  await player.take('desk', 'contact');
  await player.take('d01', 'b');
  await player.seeFirstPage('end-switched-off');
  const attempt = await openAttempt(page);
  const report: ScoreReport = await scoreOf(attempt, testInfo.outputPath('attempt.json'));

  const header = { ...attempt.header, scenarioHash: 'f'.repeat(64) };
  const old = attemptFileOf({
    log: { header, events: [] },
    report: { ...report, scenarioHash: header.scenarioHash },
    saved: '2031-03-12T09:15:00.000Z',
  });
  await open(page, 'old.json', old);
  await expect(page.getByText(words.file('other', { name: 'old.json' }))).toBeVisible();
  await expect(page.getByText(words.file('other.report'))).toBeVisible();
  const shown = page.getByRole('table', { name: words.file('other.criteria') });
  await expect(shown.getByRole('row')).toHaveCount(report.criteria.length + 1);
  const path = page.getByRole('table', { name: words.file('other.path') });
  await expect(path.getByRole('row')).toHaveCount(report.path.length + 1);
  await expectNoBarriers(page, 'the report of another version');

  const { report: _report, keyVersion: _version, ...bare } = old;
  await open(page, 'bare.json', bare);
  await expect(page.getByText(words.file('other.none'))).toBeVisible();
  await expect(shown).toHaveCount(0);

  await open(page, 'cut.json', JSON.stringify(old).slice(0, 200));
  await expect(page.getByText(words.file('fault.not-json', { name: 'cut.json' }))).toBeVisible();
  await open(page, 'other.json', { ...attempt, header: { ...attempt.header, scenario: 'two-ages' } });
  await expect(page.getByText(words.file('fault.changed', { name: 'other.json' }))).toBeVisible();

  expect((await openAttempt(page)).events).toEqual(attempt.events);
  expect(await storedAttempts(page)).toHaveLength(1);
});
