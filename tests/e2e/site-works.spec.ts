import { BACK_SCRIPT, FOLDER_SCRIPT } from '../../scripts/site/folder-script.ts';
import { sitePages } from '../support/browser/built-site.ts';
import { CasePlayer } from '../support/browser/case-player.ts';
import { CASE_PATH } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { deadLinksOf, htmlOf, readPage } from '../support/browser/dead-links.ts';
import { LESSON, WITH_SCRIPTS } from '../support/browser/pages-with-scripts.ts';
import { workerOf } from '../support/browser/small-worker.ts';
import { expect, test } from '../support/browser/test.ts';
import { tellOfRefusals } from '../support/browser/trouble.ts';

/** The page of a case: it is played, or drawn, printed or reviewed by those who lead it, so it has scripts. */
const CASE = /^(?:cases\/[^/]+\/|facilitate\/(?:cases\/[^/]+\/(?:print\/)?|review\/[^/]+\/))$/;

test('no page has a dead link', () => {
  const pages = sitePages().map(readPage);

  expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(1_000);
  expect(pages.flatMap((page) => deadLinksOf(page).map((link) => `${link} on ${page.path}`))).toEqual([]);
});

test('a dead link is found, and so is one to a place that a page does not have', () => {
  const links = ['../learn/', '../learn/no-such-lesson/', '#here', '#there', '../learn/#there', 'https://example.com/'];

  expect(deadLinksOf({ path: 'about/', ids: ['here'], links })).toEqual([
    '../learn/no-such-lesson/',
    '#there',
    '../learn/#there',
  ]);
});

test('a page that does not exist says so and leads back', async ({ page, trouble }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Checkathon' }).first().click();
  await expect(page).toHaveURL(/:\d+\/$/);
  expect(trouble.splice(0).filter((line) => !line.includes('404'))).toEqual([]);
});

test('text pages ship no script but the line that asks where they were opened', () => {
  const withScripts: string[] = [];
  for (const path of sitePages()) {
    const html = htmlOf(path).replace(FOLDER_SCRIPT, '').replace(BACK_SCRIPT, '');
    if (/<script|<astro-island/.test(html)) withScripts.push(path);
  }
  expect(withScripts.filter((path) => !CASE.test(path) && !LESSON.test(path))).toEqual(WITH_SCRIPTS);
  expect(withScripts.filter((path) => CASE.test(path))).toContain(CASE_PATH);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the first scene of the case and its choices can be read', async ({ page, caseText }) => {
    await page.goto(CASE_PATH);
    for (const paragraph of caseText.scene('briefing').text.trim().split(/\n+/)) {
      await expect(page.getByText(paragraph.trim())).toBeVisible();
    }
    await expect(page.getByRole('button', { name: words.case('begin') })).toBeVisible();
    await expect(page.getByRole('link', { name: words.case('skip') })).toBeVisible();
  });

  test('the search lists the pages instead', async ({ page }) => {
    await page.goto('search/');
    await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link').first()).toBeVisible();
  });
});

test('over plain http, without a service worker, the case is fetched completely and then needs no network', async ({
  plainHttp,
  caseText,
}) => {
  const page = await plainHttp.newPage();
  const player = new CasePlayer(page, caseText);
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  await player.open();
  expect(await page.evaluate(() => isSecureContext || 'serviceWorker' in navigator)).toBe(false);
  await expect(player.beginButton).toBeVisible();
  await expect(player.offlineReady).toBeVisible();

  // What nothing refers to may be forgotten at any time.
  await page.requestGC();
  await plainHttp.setOffline(true);
  await player.skipFind();
  await player.take('desk', 'preserve');
  await player.workbench.choose(caseText.linkedAds[0] ?? '');
  await player.workbench.capture();
  await player.workbench.finish();
  await player.take('desk', 'contact');
  await player.take('d01', 'c');
  await player.take('d02', 'a');
  await player.take('d03', 'a');
  await player.seeDebrief('end-out-of-use');
  expect(failed).toEqual([]);
});

test('over plain http, parts that arrive as a log-in page are counted, said and asked for again', async ({
  plainHttp,
  caseText,
}) => {
  const page = await plainHttp.newPage();
  const player = new CasePlayer(page, caseText);
  const keys = '**/key/**';
  const missing = player.notices.locator('.notice').filter({ hasText: 'Not ready for work without a network: ' });
  await page.route(keys, (route) => route.fulfill({ contentType: 'text/html', body: 'Log in' }));
  await player.open();

  await expect(missing).toContainText('for instance a log-in page');
  await expect(missing).toContainText(/: \d+ files are still missing/);
  await expect(player.offlineReady).toHaveCount(0);

  await page.unroute(keys);
  await missing.getByRole('button', { name: 'Try again now' }).click();
  await expect(player.offlineReady).toBeVisible();
  await expect(missing).toHaveCount(0);
});

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the same files work in a folder deep below the root of a server', async ({
    page,
    context,
    caseText,
    deepSite,
  }) => {
    await tellOfRefusals(page);
    await page.goto(deepSite.url);
    await page.getByRole('navigation').first().getByRole('link', { name: 'Learn', exact: true }).click();
    await page.locator('main a[href$="t3/"]').first().click();
    await expect(page).toHaveURL(`${deepSite.url}learn/t3/`);
    await page.getByRole('slider').first().scrollIntoViewIfNeeded();
    await expect(page.getByRole('slider').first()).toBeEnabled();

    await page.goto(`${deepSite.url}search/?q=phone`);
    const hit = page.getByRole('main').getByRole('list').first().getByRole('link').first();
    await expect(hit).toBeVisible();
    await hit.click();
    await expect(page).toHaveURL(new RegExp(`^${deepSite.url}`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

    await page.goto(`${deepSite.url}${CASE_PATH}`);
    const player = new CasePlayer(page, caseText);
    await player.awake();
    await player.skipFind();
    await player.take('desk', 'contact');
    await player.take('d01', 'c');
    await expect(player.offlineReady).toBeVisible();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(deepSite.url);

    await context.setOffline(true);
    await player.take('d02', 'a');
    await page.goto(`${deepSite.url}learn/j1`);
    await expect(page).toHaveURL(`${deepSite.url}learn/j1/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(deepSite.asked.filter((path) => !path.startsWith('/deep/er/kit/'))).toEqual([]);
  });

  test('an answer is requested only once its step is in the log', async ({ page, request, caseText, deepSite }) => {
    deepSite.instead.set('sw.js', await workerOf(request));
    const player = new CasePlayer(page, caseText, `${deepSite.url}${CASE_PATH}`);
    const asked: string[] = [];
    page.on('request', (request) => {
      const [, part] = /\/key\/(.+)\.json$/.exec(new URL(request.url()).pathname) ?? [];
      if (part) asked.push(part.replace(/^.*\//, ''));
    });
    await player.open();
    await expect(player.offlineReady).toBeVisible();
    await player.begin();
    await player.find.open(player.text.linkedAds[0] ?? '');
    await player.find.judge('urgent', 3);
    expect(asked).toEqual([]);
    await player.find.finish();
    await player.nextButton.click();
    await player.take('desk', 'contact');
    expect(asked).toEqual(['market']);
    await player.option('d01', 'c').check();
    expect(asked).toEqual(['market']);
    await player.take('d01', 'c');
    await player.option('d02', 'a').check();
    expect(asked).toEqual(['market', 'd01']);
    await player.take('d02', 'a');
    await player.take('d03', 'a');
    await player.seeDebrief('end-out-of-use');
    expect(asked.slice(0, 4)).toEqual(['market', 'd01', 'd02', 'd03']);
    expect(asked.slice(4)).toContain('debrief');
  });
});
