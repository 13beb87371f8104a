import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import type { AttemptFile } from '#case/attempt-file/model/attempt-file.ts';
import { PACKED_BUDGET, packedName } from '#design/screens/links/packed-place.ts';
import locker from '#words/evidence/locker.json' with { type: 'json' };
import packed from '#words/room/packed.json' with { type: 'json' };
import care from '#words/safety/care.json' with { type: 'json' };
import site from '#words/site/site.json' with { type: 'json' };
import { openAttempt, storedAttempts } from '../support/browser/attempt-log.ts';
import { SITE } from '../support/browser/built-site.ts';
import { CasePlayer } from '../support/browser/case-player.ts';
import { CASE, modelPath } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers, NARROW_LIGHT } from '../support/browser/find-barriers.ts';
import { packedAddress, packedFile } from '../support/browser/packed-case.ts';
import { expect, test } from '../support/browser/test.ts';
import { walkCase } from '../support/browser/walk-case.ts';
import { inFull } from '../support/in-full.ts';

/** Addresses that the pages of a context ask for, besides those that lie in the file itself. */
function watchRequests(context: BrowserContext): string[] {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

/** Links of the page that lead out of the file, or to no place in it. An ad is opened by the list that it stands in. */
function deadLinks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/^#ad-\d+$/.test(href))
      .filter((href) => !href.startsWith('#') || !document.getElementById(decodeURIComponent(href.slice(1)))),
  );
}

/** Unfolds what the page offers to do with files. */
async function unfold(page: Page): Promise<void> {
  const chooser = page.getByLabel(words.file('open'));
  if (!(await chooser.isVisible()))
    await page
      .locator('summary')
      .filter({ hasText: new RegExp(`${words.file('head')}|${words.file('head.none')}`) })
      .click();
  await expect(chooser).toBeVisible();
}

async function save(page: Page): Promise<{ name: string; path: string; file: AttemptFile }> {
  await unfold(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words.file('save'), exact: true }).click();
  const saved = await download;
  const path = await saved.path();
  return { name: saved.suggestedFilename(), path, file: JSON.parse(readFileSync(path, 'utf8')) };
}

async function openFile(page: Page, { name, path }: { name: string; path: string }): Promise<void> {
  await unfold(page);
  const file = { name, mimeType: 'application/json', buffer: readFileSync(path) };
  await page.getByLabel(words.file('open')).setInputFiles(file);
}

test('from a disk, the case is played from the briefing to the debrief, keeps its attempt, packs its locker and prints', async ({
  page,
  context,
  caseText,
}) => {
  const asked = watchRequests(context);
  const player = new CasePlayer(page, caseText, packedAddress(CASE));
  await player.open();
  await expect(page.getByText(packed.head)).toBeVisible();
  await expect(player.offlineReady).toBeVisible();
  expect(await deadLinks(page)).toEqual([]);
  await player.begin();

  let reloads = 0;
  let exported = '';
  const ending = await walkCase(
    player,
    modelPath(),
    async ({ workbench, text }) => {
      const [first = ''] = text.linkedAds;
      await workbench.noteAuthority('The order of this case', 'The ads under one number');
      await workbench.checkClock();
      await workbench.keep(first);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: locker['export.button'] }).click();
      exported = (await download).suggestedFilename();
    },
    async ({ consequence }) => {
      if (reloads > 0 || !(await consequence.isVisible())) return;
      const before = await openAttempt(page);
      await page.reload();
      await expect(consequence).toBeVisible();
      expect((await openAttempt(page)).events).toEqual(before.events);
      reloads += 1;
    },
  );

  expect(reloads).toBe(1);
  expect(exported).toMatch(/\.zip$/);
  await player.seeDebrief(ending);
  expect(await deadLinks(page)).toEqual([]);
  await expectNoBarriers(page, 'the debrief of a packed case', [NARROW_LIGHT]);
  expect(new Set(asked)).toEqual(new Set([packedAddress(CASE)]));
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/^(?!.* packed quiet-number$)/)]),
  );

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await expect(player.happened).toBeVisible();
  await expect(page.getByText(packed.head)).toBeVisible();
  await expect(page.locator('pre[data-licences]')).toBeHidden();
  await expect(player.restartButton).toBeHidden();
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});

test('what the file is, its licences and its sources can be read in it', async ({ page, caseText }) => {
  await page.goto(packedAddress(CASE));
  await page.getByText(packed.head).click();
  await expect(page.getByText(packed.answers)).toBeVisible();
  await expect(page.getByText(packed.kept)).toBeVisible();
  const { scenario, market } = caseText.part;
  await expect(page.getByText(scenario.hash.slice(0, 16), { exact: true })).toBeVisible();
  await expect(page.getByText(`generator ${market.generatorVersion}`)).toBeVisible();

  await page.getByText(packed.sources, { exact: true }).click();
  await expect(page.locator('#source-seed')).toBeVisible();
  await page.getByText(packed.licences, { exact: true }).click();
  const licences = page.locator('pre[data-licences]');
  for (const said of ['Apache License', 'CC BY 4.0', 'SIL OPEN FONT LICENSE', 'svelte ', 'xstate '])
    await expect(licences).toContainText(said);
  await expectNoBarriers(page, 'a packed case, unfolded');
});

test('an attempt goes from the packed case to the site and back, and loses nothing', async ({
  page,
  caseText,
  context,
}) => {
  const disk = new CasePlayer(page, caseText, packedAddress(CASE));
  await disk.open();
  await disk.skipFind();
  await disk.take('desk', 'contact');
  const first = await save(page);

  const there = new CasePlayer(await context.newPage(), caseText);
  await there.open();
  await expect(there.beginButton).toBeVisible();
  await openFile(there.page, first);
  await there.seeConsequence('desk', 'contact');
  await there.goOn();
  await there.take('d01', 'b');
  await there.seeFirstPage('end-switched-off');
  const second = await save(there.page);
  expect(second.file.log.events.slice(0, first.file.log.events.length)).toEqual(first.file.log.events);

  await disk.startAgain();
  await expect(disk.beginButton).toBeVisible();
  await openFile(page, second);
  await disk.seeConsequence('d01', 'b');
  await disk.goOn();
  await disk.seeFirstPage('end-switched-off');
  expect((await openAttempt(page)).events).toEqual(second.file.log.events);
});

test('two packed cases in one browser know nothing of each other', async ({ page, playerOf, context }) => {
  const [one, other] = await Promise.all([playerOf(CASE), playerOf('gone-by-noon')]);
  const first = new CasePlayer(page, one.text, packedAddress(CASE));
  await first.open();
  await first.begin();
  expect(await storedAttempts(page)).toHaveLength(1);

  const second = new CasePlayer(await context.newPage(), other.text, packedAddress('gone-by-noon'));
  await second.open();
  await expect(second.beginButton).toBeEnabled();
  await second.begin();
  expect(await storedAttempts(second.page)).toHaveLength(1);
  await first.page.reload();
  expect((await openAttempt(first.page)).header.scenario).toBe(CASE);
});

test('a second window of the same packed case may not write, until it takes over', async ({
  page,
  caseText,
  context,
}) => {
  const first = new CasePlayer(page, caseText, packedAddress(CASE));
  await first.open();
  await first.begin();
  const second = new CasePlayer(await context.newPage(), caseText, packedAddress(CASE));
  await second.open();
  await expect(second.otherTab()).toBeVisible();
  await second.takeOverButton.click();
  await expect(first.otherTab()).toBeVisible();
});

test('the page for facilitators hands the file on as it lies there', async ({ page }) => {
  await page.goto(`facilitate/cases/${CASE}/`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: packed['download.link'] }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(packedName(CASE));
  expect(readFileSync(await saved.path()).equals(readFileSync(packedFile(CASE)))).toBe(true);
});

test('every shipped case is packed, holds its licences, allows nothing but itself, is small, and wakes up', async ({
  page,
  context,
}) => {
  const asked = watchRequests(context);
  const cases = readdirSync(join(SITE, 'facilitate', 'cases'));
  expect(cases.length).toBeGreaterThan(15);
  const woken = cases.filter((_, n) => n % inFull(1, 5) === 0);
  for (const id of cases) {
    const html = readFileSync(packedFile(id), 'utf8');
    expect(Buffer.byteLength(html), id).toBeLessThanOrEqual(PACKED_BUDGET);
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const inPage = (element: string, text = html) =>
      [...text.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))].map(
        ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      );
    expect(policy, id).toContain("default-src 'none'");
    expect(policy.match(/'sha256-[^']+'/g), id).toEqual([
      ...inPage('script'),
      // A script may write a page of its own, with a style in it.
      ...inPage('style', html.replaceAll(/<script>[\s\S]*?<\/script>/g, '')),
    ]);
    expect(policy, id).not.toMatch(/unsafe|https?:|'self'|\*/);
    expect(html.match(/\s(?:src|srcset|action|poster)=/g), id).toBeNull();
    expect(
      [...html.matchAll(/<(?:link|use|a)\b[^>]*?\shref="([^"]*)"/g)].filter(([, to = '']) => !/^(?:#|data:)/.test(to)),
      id,
    ).toEqual([]);
    for (const said of ['SIL OPEN FONT LICENSE', 'Apache License', 'svelte 5']) expect(html, id).toContain(said);

    if (!woken.includes(id)) continue;
    await page.goto(packedAddress(id));
    await expect(page.getByRole('button', { name: words.case('begin') }), id).toBeEnabled();
    await expect(page.getByText(words.case('offline.ready'), { exact: true }), id).toBeVisible();
  }
  expect(asked).toEqual(woken.map(packedAddress));
});

test('the local card is filled in at the foot of the file, and shows where the case speaks of help', async ({
  page,
  caseText,
}) => {
  const player = new CasePlayer(page, caseText, packedAddress(CASE));
  await player.open();
  await page.getByText(care['card.who'], { exact: true }).click();
  await page.getByRole('link', { name: care['none.cure'] }).click();
  const name = page.getByLabel(care['form.name']);
  await expect(name).toBeVisible();
  await name.fill('The quiet room');
  await page.getByLabel(care['form.number']).fill('Room 3');
  await page.getByRole('button', { name: care['form.save'] }).click();
  // The other places of the card hear of it once it is written.
  await expect(page.getByRole('main').getByText('The quiet room')).toBeVisible();

  await page.reload();
  await page.getByText(care['card.who'], { exact: true }).click();
  await expect(page.getByRole('main').getByText('The quiet room')).toBeVisible();
  await expect(page.getByRole('button', { name: care.print })).toHaveCount(0);
});

test('a page of the site says, where it is opened from a folder, what to do instead', async ({ page, trouble }) => {
  for (const path of ['index.html', 'signs/index.html', `cases/${CASE}/index.html`]) {
    await page.goto(pathToFileURL(join(SITE, path)).href);
    await expect(page.getByText(site.folder, { exact: true }), path).toBeVisible();
    await expect(page.getByText('npm start', { exact: true }).first(), path).toBeVisible();
  }
  // From a disk, the browser refuses modules and fonts of these pages.
  trouble.length = 0;
  await page.goto('');
  await expect(page.getByText(site.folder, { exact: true })).toBeHidden();
});
