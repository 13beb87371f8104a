import { createHash } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { CasePlayer } from '../support/browser/case-player.ts';
import { CASE_PATH } from '../support/browser/case-text.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { LOG_IN, type SiteServer } from '../support/browser/site-server.ts';
import { keyListOf, listsOf, workerOf } from '../support/browser/small-worker.ts';
import { test as base, expect } from '../support/browser/test.ts';

interface Portal {
  /** A trainee at the page of the case on a server that can play a captive portal. Its worker stores the files of one case. */
  guest: CasePlayer;
}

const test = base.extend<Portal>({
  // A browser reports every file that a portal withholds as an error.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object here
  trouble: async ({}, use) => use([]),
  guest: async ({ page, request, caseText, deepSite }, use) => {
    deepSite.instead.set('sw.js', await workerOf(request));
    await use(new CasePlayer(page, caseText, `${deepSite.url}${CASE_PATH}`));
  },
});
test.use({ serviceWorkers: 'allow' });

/** The portal closes once the worker is there: whatever the worker asks for is answered so. */
function closeBehindWorker(site: SiteServer, answer: (path: string) => 'page' | 'redirect' | undefined): void {
  site.portal = (path) =>
    path !== 'sw.js' && site.asked.some((asked) => asked.endsWith('/sw.js')) ? answer(path) : undefined;
}

/** What the caches of this page hold: the SHA-256 of each body, by address below the root. */
function keptBy(page: Page, { url }: SiteServer): Promise<Record<string, string>> {
  return page.evaluate(async (root) => {
    const kept: Record<string, string> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body ?? new ArrayBuffer(0)));
        kept[decodeURI(request.url.slice(root.length))] = btoa(String.fromCharCode(...digest));
      }
    }
    return kept;
  }, url);
}

/** What they have to hold. */
async function wanted({ instead }: SiteServer, request: APIRequestContext): Promise<Record<string, string>> {
  const { files, keys } = listsOf(instead.get('sw.js') ?? '');
  const list = await (await request.get('offline-keys.json')).body();
  const ofKeys = (await keyListOf(request)).files;
  return {
    ...files,
    ...Object.fromEntries(keys.map((path) => [path, ofKeys[path] ?? ''])),
    'offline-keys.json': createHash('sha256').update(list).digest('base64'),
  };
}

const missing = (guest: CasePlayer) =>
  guest.notices.locator('.notice').filter({ hasText: 'Not ready for work without a network: ' });
const backOnline = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('online')));

test('behind a portal that answers everything with its log-in page nothing is stored, the page says so, and later it is whole', async ({
  guest,
  page,
  context,
  request,
  deepSite,
}) => {
  closeBehindWorker(deepSite, () => 'page');
  await guest.open();

  await expect(missing(guest)).toContainText(
    'The network answered with something else than this site, for instance a log-in page.',
  );
  await expect(page.getByRole('status').filter({ hasText: 'Not ready offline' })).toBeVisible();
  await expect(guest.offlineReady).toHaveCount(0);
  expect(await keptBy(page, deepSite)).toEqual({});
  const all = await wanted(deepSite, request);
  await expect(missing(guest)).toContainText(`${Object.keys(all).length - 1} files are still missing`);
  await expectNoBarriers(page, 'a copy that is not whole');

  deepSite.portal = undefined;
  await missing(guest).getByRole('button', { name: 'Try again now' }).click();

  await expect(guest.offlineReady).toBeVisible();
  await expect(missing(guest)).toHaveCount(0);
  expect(await keptBy(page, deepSite)).toEqual(all);
  await context.setOffline(true);
  await page.reload();
  await guest.awake();
  await guest.begin();
  await expect(guest.offlineReady).toBeVisible();
});

test('a redirect to a log-in page is not followed, and the page asks again by itself', async ({
  guest,
  page,
  request,
  deepSite,
}) => {
  await page.clock.install();
  closeBehindWorker(deepSite, () => 'redirect');
  await guest.open();
  await expect(missing(guest)).toContainText('for instance a log-in page');
  expect(await keptBy(page, deepSite)).toEqual({});
  expect(deepSite.asked).not.toContain('/portal/');

  deepSite.portal = undefined;
  await page.clock.fastForward('00:31');

  await expect(guest.offlineReady).toBeVisible();
  expect(await keptBy(page, deepSite)).toEqual(await wanted(deepSite, request));
});

test('of a portal that answers for half of the files, the other half is stored, and asked for no more', async ({
  guest,
  page,
  request,
  deepSite,
}) => {
  const all = await wanted(deepSite, request);
  const half = new Set(Object.keys(all).filter((path, at) => path !== 'offline-keys.json' && at % 2 === 0));
  closeBehindWorker(deepSite, (path) => (half.has(decodeURI(path)) ? 'page' : undefined));
  await guest.open();
  await expect(missing(guest)).toContainText(`${half.size} files are still missing`);
  const kept = await keptBy(page, deepSite);
  expect(Object.keys(kept).sort()).toEqual(
    Object.keys(all)
      .filter((path) => !half.has(path))
      .sort(),
  );

  deepSite.portal = undefined;
  deepSite.asked.length = 0;
  await backOnline(page);

  await expect(guest.offlineReady).toBeVisible();
  expect(await keptBy(page, deepSite)).toEqual(all);
  const asked = deepSite.asked.map((path) => decodeURI(path.slice('/deep/er/kit/'.length)));
  expect(asked.filter((path) => Object.hasOwn(all, path) && path !== 'offline-keys.json').sort()).toEqual(
    [...half].sort(),
  );
});

test('a log-in page in place of the service worker keeps nothing, and is no copy', async ({
  guest,
  page,
  deepSite,
}) => {
  await guest.open();
  await expect(guest.offlineReady).toBeVisible();
  const before = await keptBy(page, deepSite);
  deepSite.portal = () => 'page';

  const ended = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return registration.update().then(
      () => 'updated',
      (error: Error) => error.name,
    );
  });

  expect(ended).toBe('SecurityError');
  await page.reload();
  await guest.awake();
  await guest.begin();
  await expect(guest.offlineReady).toBeVisible();
  expect(await keptBy(page, deepSite)).toEqual(before);
});

/** A worker as it was before files were checked: it stores whatever answers 200, and serves that first. */
const EARLIER_WORKER = `
self.addEventListener('install', (event) => event.waitUntil(store()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => event.respondWith(stored(event.request)));
async function store() {
  const cache = await caches.open('site-earlier');
  for (const path of PATHS) {
    const address = new URL(path, self.registration.scope).href;
    const answer = await fetch(address, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(address);
    await cache.put(address, answer);
  }
}
async function stored(request) {
  return (await (await caches.open('site-earlier')).match(request.url)) ?? fetch(request);
}`;

test('a copy of log-in pages that an earlier worker made is replaced by itself, and the page comes back', async ({
  guest,
  page,
  context,
  request,
  deepSite,
}) => {
  const worker = deepSite.instead.get('sw.js') ?? '';
  const paths = Object.keys(await wanted(deepSite, request)).filter((path) => path !== 'offline-keys.json');
  deepSite.instead.set('sw.js', `const PATHS = ${JSON.stringify(paths)};${EARLIER_WORKER}`);
  closeBehindWorker(deepSite, () => 'page');
  await guest.open();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  expect(new Set(Object.values(await keptBy(page, deepSite))).size).toBe(1);
  await page.close();

  deepSite.portal = undefined;
  const later = await context.newPage();
  await later.goto(guest.address);
  await expect(later.getByRole('heading', { name: LOG_IN })).toBeVisible();
  deepSite.instead.set('sw.js', worker);
  await later.reload();

  const back = new CasePlayer(later, guest.text, guest.address);
  await expect(back.beginButton).toBeVisible();
  await back.awake();
  await expect(back.offlineReady).toBeVisible();
  expect(await keptBy(later, deepSite)).toEqual(await wanted(deepSite, request));
  expect(await later.evaluate(async () => (await caches.keys()).includes('site-earlier'))).toBe(false);
});

/** Puts the log-in page in place of files of the copy, or nothing. */
function spoil(page: Page, { url }: SiteServer, paths: readonly string[], text: string | undefined): Promise<void> {
  const addresses = paths.map((path) => url + path);
  return page.evaluate(
    async ([addresses, text]) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const address of addresses) {
          if (!(await cache.match(address))) continue;
          if (text === undefined) await cache.delete(address);
          else await cache.put(address, new Response(text, { headers: { 'content-type': 'text/html' } }));
        }
      }
    },
    [addresses, text] as const,
  );
}

test('a file of the copy that is wrong is neither served nor called ready, and is fetched again', async ({
  guest,
  page,
  context,
  request,
  deepSite,
}) => {
  await guest.open();
  await expect(guest.offlineReady).toBeVisible();
  const all = await wanted(deepSite, request);
  const [key = ''] = Object.keys(all).filter((path) => path.includes('/key/'));
  const spoilt = [CASE_PATH, 'help/', `${CASE_PATH}chart.json`, key];

  for (const text of [LOG_IN, undefined]) {
    await spoil(page, deepSite, spoilt, text);
    await context.setOffline(true);
    await page.evaluate(async () =>
      (await navigator.serviceWorker.ready).active?.postMessage({ type: 'offline.check' }),
    );
    await expect(missing(guest)).toContainText(`${spoilt.length} files are still missing`);
    await expect(missing(guest)).toContainText('The network does not answer.');
    await expect(guest.offlineReady).toHaveCount(0);

    // The browser says that its network is back.
    await context.setOffline(false);
    await expect(guest.offlineReady).toBeVisible();
    expect(await keptBy(page, deepSite)).toEqual(all);

    await spoil(page, deepSite, spoilt, text);
    await page.goto(`${deepSite.url}help/`);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(LOG_IN);
    await page.goto(guest.address);
    await guest.awake();
    await expect(guest.offlineReady).toBeVisible();
    await expect.poll(() => keptBy(page, deepSite)).toEqual(all);
  }
});

test('where a page is missing from the copy, the log-in page of the network is shown and not stored', async ({
  guest,
  page,
  request,
  deepSite,
}) => {
  await guest.open();
  await expect(guest.offlineReady).toBeVisible();
  const all = await wanted(deepSite, request);
  await spoil(page, deepSite, ['help/'], undefined);
  deepSite.portal = () => 'page';

  await page.goto(`${deepSite.url}help/`);
  await expect(page.getByRole('heading', { name: LOG_IN })).toBeVisible();
  await page.goto(guest.address);
  await expect(missing(guest)).toContainText('1 file is still missing');
  expect(await keptBy(page, deepSite)).not.toHaveProperty('help/');

  deepSite.portal = undefined;
  await page.goto(`${deepSite.url}help/`);
  await expect(page.getByRole('heading', { name: LOG_IN })).toHaveCount(0);
  await expect.poll(() => keptBy(page, deepSite)).toEqual(all);
});

test('a corrected answer reaches the reader and the copy, and a log-in page never stands for one', async ({
  guest,
  page,
  context,
  request,
  deepSite,
}) => {
  await guest.open();
  await expect(guest.offlineReady).toBeVisible();
  await page.reload();
  await guest.awake();
  await expect(guest.offlineReady).toBeVisible();
  const path = `${CASE_PATH}key/market.json`;
  const ask = () => page.evaluate(async (address) => (await fetch(address)).text(), deepSite.url + path);
  const first = await ask();

  deepSite.portal = () => 'page';
  expect(await ask()).toBe(first);
  deepSite.portal = () => 'redirect';
  expect(await ask()).toBe(first);
  deepSite.portal = undefined;

  // Bytes that the list of the site does not name are no correction.
  const corrected = `${first} `;
  deepSite.instead.set(path, corrected);
  expect(await ask()).toBe(first);
  const list = await keyListOf(request);
  const digest = createHash('sha256').update(corrected).digest('base64');
  deepSite.instead.set('offline-keys.json', JSON.stringify({ ...list, files: { ...list.files, [path]: digest } }));
  expect(await ask()).toBe(corrected);
  await context.setOffline(true);
  expect(await ask()).toBe(corrected);
});
