import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { courtAnswers } from '#evidence/drill/model/court-answers.ts';
import { COURT_QUESTIONS } from '#evidence/drill/model/court-questions.ts';
import { IN_THE_LOG, placesOf } from '#evidence/drill/model/judge-drill.ts';
import { QUERY_PATH } from '#evidence/locker/use-cases/bag-paths.ts';
import { translator } from '#i18n/translator.ts';
import { readWhole } from '#kernel/formats/bagit/bag-files.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { readZip } from '#kernel/formats/zip/read-zip.ts';
import issueMessages from '#words/case/issues.json' with { type: 'json' };
import evidenceMessages from '#words/evidence/evidence.json' with { type: 'json' };
import messages from '#words/evidence/locker.json' with { type: 'json' };
import { putAttempt } from '../../scripts/attempts/put-attempt.ts';
import { writeBagTo } from '../conformance/outside-tools.ts';
import { storedAttempts } from '../support/browser/attempt-log.ts';
import { REPOSITORY } from '../support/browser/built-site.ts';
import { words } from '../support/browser/case-words.ts';
import { dropFiles } from '../support/browser/drop-files.ts';
import { expect, test } from '../support/browser/test.ts';
import { aLockerOf, packed } from '../support/builders/a-locker.ts';
import { drillOf } from '../support/builders/drills.ts';
import { rawZip } from '../support/builders/raw-zip.ts';
import { LIBRARY } from '../support/builders/the-library.ts';
import { callCommand } from '../support/call-command.ts';

const t = translator(messages);
const evidence = translator(evidenceMessages);
const issues = translator(issueMessages);
const MANIFEST = 'manifest-sha256.txt';
const CASE = 'quiet-number';

async function command(name: string, ...options: string[]): Promise<string> {
  const { code, out, said } = await callCommand(`${name}.ts`, options, REPOSITORY);
  if (code !== 0) throw new Error(`${name} ends with ${code}: ${said}`);
  return out;
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** The attempt of the best player, up to its end or to an event before it. */
async function bestAttempt(until?: (event: AttemptLog['events'][number]) => boolean): Promise<AttemptLog> {
  const log = JSON.parse(await command('play', '--scenario', CASE, '--policy', 'oracle', '--log')) as AttemptLog;
  const end = until ? log.events.findIndex(until) : log.events.length;
  return { ...log, events: log.events.slice(0, end) };
}

const openWith = (page: Page, log: AttemptLog) => putAttempt(page, `cases/${CASE}/`, log);

/** Exports what was kept, and returns where the zip lies and the hash that the page shows. */
async function exported(page: Page) {
  const part = page.getByRole('region', { name: t('export'), exact: true });
  const downloading = page.waitForEvent('download');
  await part.getByRole('button', { name: t('export.button') }).click();
  const download = await downloading;
  const hash = part.locator('dl > div', { has: page.getByText(t('export.hash'), { exact: true }) });
  const said = (await hash.getByText(/^[0-9a-f]{64}$/).textContent()) ?? '';
  return { file: await download.path(), name: download.suggestedFilename(), said };
}

async function exportedByCommand(log: AttemptLog, folder: string) {
  writeFileSync(`${folder}.json`, JSON.stringify(log));
  await command('export-locker', '--scenario', CASE, '--log', `${folder}.json`, '--out', `${folder}.zip`);
  return `${folder}.zip`;
}

/** The hash of each file of a zip, except the time-stamp request, which is random, and the lists that name it. */
async function hashesIn(file: string): Promise<Record<string, string>> {
  const { files: bag } = await readZip(sourceOfBytes(readFileSync(file)));
  const hashes: Record<string, string> = {};
  for (const { path } of bag?.files ?? []) {
    const whole = await readWhole(bag?.read(path) ?? [], Number.MAX_SAFE_INTEGER);
    const isByChance = path.endsWith(QUERY_PATH) || path.includes('/tagmanifest-');
    if (!isByChance)
      hashes[path] = createHash('sha256')
        .update(whole ?? '')
        .digest('hex');
  }
  return hashes;
}

/** Both zips hold the same files with the same bytes. */
async function expectSameFiles(file: string, other: string): Promise<void> {
  const hashes = await hashesIn(file);
  expect(Object.keys(hashes).length).toBeGreaterThan(10);
  expect(hashes).toEqual(await hashesIn(other));
}

const zipInput = (page: Page) => page.getByLabel(t('choose.file'));
const found = (page: Page) => page.getByRole('heading', { name: t('report'), exact: true });

async function openVerifier(page: Page): Promise<void> {
  await page.goto('evidence/');
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
}

test('a debrief exports the same files as the command for the same attempt', async ({ page }, info) => {
  const log = await bestAttempt();
  await openWith(page, log);
  await page.getByRole('button', { name: words.reach('go-on'), exact: true }).click();
  await page.getByRole('button', { name: words.debrief('folds.open'), exact: true }).click();

  const { file, name, said } = await exported(page);
  const byCommand = await exportedByCommand(log, info.outputPath('attempt'));
  expect(said).toBe(sha256(file));
  await expectSameFiles(file, byCommand);
  expect(name).toMatch(new RegExp(`^${CASE}-[a-z-]+-[0-9a-f]{8}\\.zip$`));
  expect(await command('verify-locker', byCommand)).toContain('The locker is consistent in itself');
});

test('the bench exports a locker before it is finished, without changing the attempt', async ({ page }, info) => {
  const log = await bestAttempt(({ type, state }) => type === 'exercise.committed' && state === 'preserve');
  await openWith(page, log);
  const before = await storedAttempts(page);

  const { file, said } = await exported(page);
  expect(said).toBe(sha256(file));
  await expectSameFiles(file, await exportedByCommand(log, info.outputPath('attempt')));
  expect(await storedAttempts(page)).toEqual(before);
});

test('a locker is verified in the browser, which locates a changed byte', async ({ page }, info) => {
  const file = info.outputPath('drill.zip');
  await command('make-drill', '--fault', 'E10', '--item', '2', '--out', file);
  await openVerifier(page);
  await zipInput(page).setInputFiles(file);

  await expect(found(page)).toBeFocused();
  await expect(page.getByText(evidence('claim.short.contradicts'), { exact: true })).toBeVisible();
  await expect(page.getByText(sha256(file))).toBeVisible();
  await page.getByLabel(t('filter.fails')).check();
  await expect(page.getByText(t('part.item.renamed', { item: 'EV-002', folder: 'EV-002-final' }))).toBeVisible();
  await expect(page.getByText(t('part.item', { item: 'EV-001' }))).toHaveCount(0);
  await expect(page.getByText(/lies in the folder of EV-002-final/)).toBeVisible();
});

/** The bag of the locker with one page, unpacked below a folder, and one byte added to that page. */
async function unpackedWithChange(folder: string): Promise<string> {
  const bag = join(folder, 'unpacked');
  await writeBagTo(bag, aLockerOf(1));
  appendFileSync(join(bag, PAGE), ' ');
  return bag;
}

const PAGE = 'data/items/EV-00001/page.html';
const changedPage = (page: Page) => page.getByText(issues('locker.changed-file', { name: PAGE, manifest: MANIFEST }));

test('a folder is verified that was chosen in a dialog', async ({ page }, info) => {
  await openVerifier(page);
  await page.getByLabel(t('choose.folder')).setInputFiles(await unpackedWithChange(info.outputDir));

  await expect(found(page)).toBeFocused();
  await expect(page.getByText(evidence('claim.short.inconsistent'), { exact: true })).toBeVisible();
  await expect(changedPage(page)).toBeVisible();
});

test('a zip, a folder, and a zip with its answer are verified when they are dropped', async ({ page }, info) => {
  const zip = info.outputPath('locker.zip');
  const answer = info.outputPath('locker.tsr');
  writeFileSync(zip, await packed(aLockerOf(1)));
  writeFileSync(answer, 'no answer');
  await openVerifier(page);

  await dropFiles(page, [zip]);
  await expect(found(page)).toBeFocused();
  await expect(page.getByText(evidence('claim.short.consistent'), { exact: true })).toBeVisible();
  await expect(page.getByText(sha256(zip))).toBeVisible();

  await dropFiles(page, [await unpackedWithChange(info.outputDir)]);
  await expect(page.getByText(evidence('claim.short.inconsistent'), { exact: true })).toBeVisible();
  await expect(changedPage(page)).toBeVisible();

  await dropFiles(page, [zip, answer]);
  await expect(page.getByText(issues('locker.token-unreadable'))).toBeVisible();

  await dropFiles(page, [zip, zip]);
  await expect(page.getByRole('alert')).toContainText(t('choose.several'));
});

test('gaps of a record are reported and are no fault', async ({ page }, info) => {
  const file = info.outputPath('drill.zip');
  await command('make-drill', '--fault', 'E5', '--out', file);
  await openVerifier(page);
  await zipInput(page).setInputFiles(file);

  await expect(page.getByText(evidence('claim.short.consistent'), { exact: true })).toBeVisible();
  await page.getByLabel(t('filter.noted')).check();
  await page.getByText(t('part.item', { item: 'EV-001' })).click();
  await expect(page.getByText(evidence('report.gap.no-operator'), { exact: true })).toBeVisible();
});

test('hostile and foreign files are refused with their names, and nothing is stored', async ({ page }) => {
  const refusals: [name: string, zip: Uint8Array, said: RegExp][] = [
    ['slip.zip', rawZip([{ name: '../../outside.txt' }]), /"\.\.\/\.\.\/outside\.txt" could lead out/],
    ['link.zip', rawZip([{ name: 'bag/link', mode: 0o120777 }]), /bag\/link is a link/],
    ['twins.zip', rawZip([{ name: 'bag/A.txt' }, { name: 'bag/a.txt' }]), /one name on some machines/],
    ['bomb.zip', rawZip([{ name: 'bag/big', size: 900_000_000 }]), /very much more than it is/],
    ['text.zip', new TextEncoder().encode('no zip at all'), /cannot be read/],
    ['html.zip', rawZip([{ name: 'bag/<img src=x onerror=alert(1)>:.html' }]), /<img src=x onerror=alert\(1\)>/],
  ];
  await openVerifier(page);
  for (const [name, zip, said] of refusals) {
    await zipInput(page).setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(zip) });
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(name);
    await expect(alert).toContainText(said);
    await expect(alert.locator('img')).toHaveCount(0);
  }
  await zipInput(page).setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await expect(page.getByRole('alert')).toContainText(t('choose.none'));
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('work on a large locker can be cancelled, and the page stays responsive', async ({ page }, info) => {
  const file = info.outputPath('large.zip');
  writeFileSync(file, await packed(aLockerOf(300)));
  await openVerifier(page);
  await zipInput(page).setInputFiles(file);
  await page.getByRole('button', { name: t('work.cancel') }).click();
  await expect(page.getByText(t('work.cancelled'))).toBeVisible();
  await expect(found(page)).toHaveCount(0);

  await zipInput(page).setInputFiles(file);
  await expect(page.getByText(/ of [\d,]+ files$/)).toBeVisible();
  await expect(found(page)).toBeVisible();
  await expect(page.getByText(evidence('claim.short.consistent'), { exact: true })).toBeVisible();
  // The whole list is rendered in the end, at any pace.
  await expect(page.getByRole('button', { name: t('report.print') })).toBeVisible();
  await expect(page.locator('details')).toHaveCount(304);
});

/** Answers the drill of the page with these mistakes at these places, or none. */
async function answerDrill(
  page: Page,
  claims: readonly (readonly [code: string, at: string])[],
  open: readonly string[],
) {
  if (claims.length === 0) await page.getByRole('checkbox', { name: t('drill.answer.none') }).check();
  for (const [code, at] of claims) {
    const fault = page.locator('.fault', { has: page.locator(`[value="${code}"]`) });
    await fault.getByRole('checkbox').check();
    await fault.getByRole('combobox').selectOption(at);
  }
  for (const question of COURT_QUESTIONS) {
    const group = page.getByRole('group', { name: t(`court.${question}`) });
    await group.locator(`[value="${open.includes(question) ? 'open' : 'answered'}"]`).check();
  }
  await page.getByRole('button', { name: t('drill.commit') }).click();
  await expect(page.getByRole('heading', { name: t('drill.result'), exact: true })).toBeFocused();
}

test('a drill is read, answered and explained, and its number brings it back', async ({ page }, info) => {
  const file = info.outputPath('drill.zip');
  const { locker, faults } = drillOf(7);
  const said = await command('make-drill', '--number', '7', '--out', file);
  for (const { code } of faults) expect(said).toContain(`\n${code}, `);
  await page.goto('evidence/drill/?n=7');
  await expect(page.getByRole('heading', { name: t('drill.number', { number: 7 }) })).toBeVisible();
  await expect(page.getByText(t('drill.verifier.later'))).toBeVisible();
  await expect(found(page)).toHaveCount(0);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: t('drill.save') }).click();
  const saved = await (await downloading).path();
  await expectSameFiles(saved, file);
  await expect(page.getByText(t('drill.result'), { exact: true })).toHaveCount(0);

  const open = courtAnswers(locker, faults, LIBRARY.authority).flatMap(({ question, isOpen }) =>
    isOpen ? question : [],
  );
  await answerDrill(
    page,
    faults.map((fault) => [fault.code, placesOf(fault)[0] ?? ''] as const),
    open,
  );
  await expect(found(page)).toBeVisible();
  await expect(page.getByText(sha256(saved))).toBeVisible();
  await expect(page.getByRole('heading', { name: t('drill.found'), exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: t('drill.overlooked') })).toHaveCount(0);
  await expect(page.getByText(t('drill.questions.same', { word: t('drill.answer.open') }))).toHaveCount(open.length);
  await page.getByRole('link', { name: t('drill.next') }).click();
  await expect(page.getByRole('heading', { name: t('drill.number', { number: 8 }) })).toBeVisible();
});

test('a clean drill is called clean, and a false alarm is explained on a narrow screen', async ({ page }) => {
  const number = Array.from({ length: 20 }, (_, n) => n + 1).find((n) => drillOf(n).faults.length === 0);
  await page.goto(`evidence/drill/?n=${number}`);
  await answerDrill(page, [], ['attribution']);
  await expect(page.getByText(t('drill.clean.right'))).toBeVisible();
  await expect(page.getByText(t('drill.alarm.cost'))).toHaveCount(0);

  await page.setViewportSize({ width: 375, height: 800 });
  await page.reload();
  await page.getByRole('button', { name: t('drill.commit') }).click();
  await expect(page.getByText(t('drill.missing.fault'))).toBeVisible();
  await expect(page.getByRole('checkbox', { name: t('drill.answer.none') })).toBeFocused();
  await answerDrill(page, [['E6', IN_THE_LOG]], []);
  await expect(page.getByText(t('drill.clean.wrong'))).toBeVisible();
  await expect(page.getByText(t('drill.alarm.cost'))).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});
