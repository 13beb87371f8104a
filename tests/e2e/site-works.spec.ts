import type { Page } from '@playwright/test';
import { FOLDER_SCRIPT } from '../../scripts/site/folder-script.ts';
import { sitePages } from '../support/browser/built-site.ts';
import { CasePlayer } from '../support/browser/case-player.ts';
import { CASE_PATH } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

test.use({ serviceWorkers: 'allow' });

/** Pages that ship scripts; every other page is text. */
const WITH_SCRIPTS = [
  'evidence/',
  'evidence/drill/',
  'facilitate/room/',
  'facilitate/room/board/',
  'facilitate/room/screen/',
  'help/',
  'learn/t3/',
  'learn/t9/',
  'market/',
  'practise/',
  'practise/again/',
  'search/',
];

/** The page of a case: it is played, or drawn or printed for those who lead it, so it has scripts. */
const CASE = /^(?:cases\/[^/]+\/|facilitate\/cases\/[^/]+\/(?:print\/)?)$/;

/** What the content policy refuses is said on the console, where every test looks for trouble. */
async function tellOfRefusals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} refuses ${blockedURI}`);
    });
  });
}

test('every page loads, obeys its policy, makes no third-party request, sets no cookie, and has no dead link', async ({
  page,
  context,
  site,
}) => {
  const foreign: string[] = [];
  context.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(site)) foreign.push(request.url());
  });
  await tellOfRefusals(page);
  const idsOf = new Map<string, readonly string[]>();
  const links = new Map<string, string>();
  for (const path of sitePages()) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    expect(response?.headers()['set-cookie'], path).toBeUndefined();
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      links: [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href),
    }));
    idsOf.set(new URL(path, site).href, found.ids);
    for (const link of found.links) links.set(link, path);
  }
  expect(foreign).toEqual([]);
  expect(await context.cookies()).toEqual([]);

  const inside = [...links].filter(([link]) => link.startsWith(site));
  expect(inside.length).toBeGreaterThan(50);
  for (const [link, from] of inside) {
    const [address = '', hash] = link.split('#');
    const target = new URL(address);
    target.search = '';
    const ids = idsOf.get(target.href);
    if (!ids) expect((await page.request.head(target.href)).status(), `${link} on ${from}`).toBe(200);
    if (hash) expect(ids, `${link} on ${from}`).toContain(decodeURIComponent(hash));
  }
});

test('a page that does not exist says so and leads back', async ({ page, trouble }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Checkathon' }).first().click();
  await expect(page).toHaveURL(/:\d+\/$/);
  expect(trouble.splice(0).filter((line) => !line.includes('404'))).toEqual([]);
});

test('text pages ship no script but the line that asks where they were opened', async ({ request }) => {
  const withScripts: string[] = [];
  for (const path of sitePages()) {
    const html = (await (await request.get(path)).text()).replace(FOLDER_SCRIPT, '');
    if (/<script|<astro-island/.test(html)) withScripts.push(path);
  }
  expect(withScripts.filter((path) => !CASE.test(path))).toEqual(WITH_SCRIPTS);
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

  await plainHttp.setOffline(true);
  await player.skipFind();
  await player.take('desk', 'preserve');
  await player.bench.choose(caseText.linkedAds[0] ?? '');
  await player.bench.capture();
  await player.bench.finish();
  await player.take('desk', 'contact');
  await player.take('d01', 'c');
  await player.take('d02', 'a');
  await player.take('d03', 'a');
  await player.seeDebrief('end-out-of-use');
  expect(failed).toEqual([]);
});

test('an answer is requested only once its step is in the log', async ({ player, page }) => {
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

test('a new version of the site waits until no page of the old one is open', async ({
  page,
  context,
  request,
  caseText,
  deepSite,
}) => {
  // Each version fetches all files of the site; on a busy machine that takes longer than anything else that is waited for.
  const fetched = { timeout: 60_000 };
  const versions = (of: Page) =>
    of.evaluate(async () => (await caches.keys()).filter((name) => /^(?:site|keys)/.test(name)).sort());
  const waiting = (of: Page) => of.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
  const player = new CasePlayer(page, caseText);
  await page.goto(`${deepSite.url}${CASE_PATH}`);
  await player.awake();
  await player.begin();
  await expect(player.offlineReady).toBeVisible(fetched);
  const old = await versions(page);
  expect(old.map((name) => name.replace(/-.*/, ''))).toEqual(['keys', 'site']);

  const worker = await (await request.get('sw.js')).text();
  deepSite.instead.set('sw.js', worker.replace(/VERSION = "\w+"/, 'VERSION = "next"'));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect.poll(() => waiting(page), fetched).toBe(true);
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
  await expect.poll(opened, fetched).toEqual(['keys-next', 'site-next']);
});

test('a page announces a waiting new version, and loads it when the reader agrees', async ({
  page,
  request,
  caseText,
  deepSite,
}) => {
  const fetched = { timeout: 60_000 };
  const player = new CasePlayer(page, caseText);
  await page.goto(`${deepSite.url}${CASE_PATH}`);
  await player.awake();
  await player.begin();
  await expect(player.offlineReady).toBeVisible(fetched);
  const worker = await (await request.get('sw.js')).text();
  deepSite.instead.set('sw.js', worker.replace(/VERSION = "\w+"/, 'VERSION = "next"'));
  await page.reload();
  await expect(player.screen('find')).toBeAttached();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

  const notice = player.notice(words.case('newer'));
  await expect(notice).toBeVisible(fetched);
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
  const fetched = { timeout: 60_000 };
  await page.goto(`${deepSite.url}help/`);
  await expect.poll(() => page.evaluate(() => caches.keys()), fetched).not.toEqual([]);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const worker = await (await request.get('sw.js')).text();
  deepSite.instead.set('sw.js', worker.replace(/VERSION = "\w+"/, 'VERSION = "next"'));
  await page.reload();
  const notice = page.getByRole('note').filter({ hasText: 'A newer version of this site is ready' });
  await expect(notice).toBeVisible(fetched);
  await expectNoBarriers(page, 'a newer version');
  for (const path of WITH_SCRIPTS) {
    await page.goto(deepSite.url + path);
    await expect(notice).toBeVisible();
  }

  const loaded = page.waitForEvent('load', fetched);
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
  await page.goto(`${deepSite.url}${CASE_PATH}`);
  await player.awake();
  await expect(player.offlineReady).toBeVisible({ timeout: 60_000 });
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
  const listOf = (name: string): string[] =>
    JSON.parse(new RegExp(`const ${name} = (\\[.*?\\]);`).exec(worker)?.[1] ?? '[]');
  expect(listOf('FILES').filter((path) => path.includes('/key/'))).toEqual([]);
  expect(listOf('KEYS').length).toBeGreaterThan(2);
});
