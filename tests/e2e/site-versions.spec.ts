import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { templateOf } from '../support/browser/built-site.ts';
import { CasePlayer } from '../support/browser/case-player.ts';
import { CASE_PATH } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { WITH_SCRIPTS } from '../support/browser/pages-with-scripts.ts';
import { keyListOf, listsOf, putNextVersion, workerOf } from '../support/browser/small-worker.ts';
import { expect, test } from '../support/browser/test.ts';
import { inFull } from '../support/in-full.ts';

test.use({ serviceWorkers: 'allow' });

test('a new version of the site waits until no page of the old one is open', async ({
  page,
  context,
  request,
  caseText,
  deepSite,
}) => {
  const versions = (of: Page) =>
    of.evaluate(async () => (await caches.keys()).filter((name) => /^(?:site|keys)/.test(name)).sort());
  const waiting = (of: Page) => of.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
  const player = new CasePlayer(page, caseText);
  const worker = await workerOf(request);
  deepSite.instead.set('sw.js', worker);
  await page.goto(`${deepSite.url}${CASE_PATH}`);
  await player.awake();
  await player.begin();
  await expect(player.offlineReady).toBeVisible();
  const old = await versions(page);
  expect(old.map((name) => name.replace(/-.*/, ''))).toEqual(['keys', 'site']);

  await putNextVersion(deepSite, worker, request);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect.poll(() => waiting(page)).toBe(true);
  await page.reload();
  await expect(player.screen('find')).toBeAttached();
  expect(await waiting(page)).toBe(true);
  expect(await versions(page)).toEqual(expect.arrayContaining(old));
  await expect(player.notice(words.case('newer'))).toBeVisible();

  await page.close();
  const later = await context.newPage();
  // A page that opens before the old one is quite closed still belongs to the old version; while none is open, it ends.
  const opened = async () => {
    await later.goto('about:blank');
    await later.goto(deepSite.url);
    return versions(later);
  };
  await expect.poll(opened).toEqual(['keys-next', 'site-next']);
});

test('a page announces a waiting new version, and loads it when the reader agrees', async ({
  page,
  request,
  caseText,
  deepSite,
}) => {
  const player = new CasePlayer(page, caseText);
  const worker = await workerOf(request);
  deepSite.instead.set('sw.js', worker);
  await page.goto(`${deepSite.url}${CASE_PATH}`);
  await player.awake();
  await player.begin();
  await expect(player.offlineReady).toBeVisible();
  await putNextVersion(deepSite, worker, request);
  await page.reload();
  await expect(player.screen('find')).toBeAttached();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

  const notice = player.notice(words.case('newer'));
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: words.case('newer.load') }).click();

  // The attempt goes on where it was, under the new version.
  await expect(player.screen('find')).toBeAttached();
  await expect(notice).toHaveCount(0);
  expect(await page.evaluate(async () => (await caches.keys()).some((name) => name === 'site-next'))).toBe(true);
});

test('every page with a script announces a waiting new version, even where it stores nothing itself', async ({
  page,
  request,
  deepSite,
}) => {
  const worker = await workerOf(request);
  deepSite.instead.set('sw.js', worker);
  await page.goto(`${deepSite.url}help/`);
  await expect.poll(() => page.evaluate(() => caches.keys())).not.toEqual([]);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await putNextVersion(deepSite, worker, request);
  await page.reload();
  const notice = page.getByRole('note').filter({ hasText: 'A newer version of this site is ready' });
  await expect(notice).toBeVisible();
  await expectNoBarriers(page, 'a newer version');
  const ofEachTemplate = WITH_SCRIPTS.filter(
    (path, at) => WITH_SCRIPTS.findIndex((other) => templateOf(other) === templateOf(path)) === at,
  );
  const looked = ofEachTemplate.filter((_, at) => at % inFull(1, 4) === 0);
  expect(looked.length).toBeGreaterThan(3);
  for (const path of looked) {
    await page.goto(deepSite.url + path);
    await expect(notice).toBeVisible();
  }

  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Load the newer version' }).click();
  await loaded;
  expect(await page.evaluate(() => caches.keys())).toContain('site-next');
  await expect(notice).toHaveCount(0);
  await page.goto(`${deepSite.url}help/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('a page of the old version gets the answers of its version, even after the site has changed the text', async ({
  page,
  request,
  caseText,
  deepSite,
}) => {
  const player = new CasePlayer(page, caseText);
  const worker = await workerOf(request);
  deepSite.instead.set('sw.js', worker);
  await page.goto(`${deepSite.url}${CASE_PATH}`);
  await player.awake();
  await expect(player.offlineReady).toBeVisible();
  await page.reload();
  await player.awake();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

  const path = `${CASE_PATH}key/market.json`;
  const part = await (await request.get(path)).json();
  deepSite.instead.set(path, JSON.stringify({ ...part, scenarioHash: 'f'.repeat(64), truth: { ads: [] } }));
  await player.begin();
  await player.find.finish();
  await expect(player.heading(words.room('feedback.title'))).toBeVisible();
  await expect(player.notice(words.case('otherKey'))).toHaveCount(0);
  expect(deepSite.asked).toContain(`/deep/er/kit/${path}`);
});

test('no answer is among the files that decide the version of the site', async ({ request }) => {
  const worker = await (await request.get('sw.js')).text();
  const { files, keys } = listsOf(worker);
  expect(Object.keys(files).filter((path) => /\/key\/|studio\/cases\//.test(path))).toEqual([]);
  expect(keys.length).toBeGreaterThan(2);
});

test('the worker of the built site names the bytes of every file that it stores', async ({ request, site }) => {
  const { files, keys } = listsOf(await (await request.get('sw.js')).text());
  const list = await keyListOf(request);
  expect(Object.keys(list.files).sort()).toEqual([...keys].sort());
  const wrong: string[] = [];
  for (const [path, digest] of Object.entries({ ...files, ...list.files })) {
    const answer = await request.get(new URL(path, site).href, { maxRedirects: 0 });
    const sent = createHash('sha256')
      .update(await answer.body())
      .digest('base64');
    if (answer.status() !== 200 || sent !== digest) wrong.push(path);
  }
  expect(wrong).toEqual([]);
});
