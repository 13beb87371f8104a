// @ts-nocheck A service worker: its globals are not those of Node, and the build adds four names.
// The build writes VERSION, PLACE, FILES and KEYS above this line.
/* global VERSION, PLACE, FILES, KEYS */

/**
 * The sites of all locales share one cache storage (same origin), so each uses and deletes only caches with its own
 * prefix.
 */
const CACHE = `site${PLACE}-${VERSION}`;
const KEY_CACHE = `keys${PLACE}-${VERSION}`;
const root = self.registration.scope;
const keys = new Set(KEYS.map((path) => new URL(path, root).href));

self.addEventListener('install', (event) => event.waitUntil(store()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(root)) return;
  event.respondWith(keys.has(plain(request.url)) ? fresh(request) : stored(request));
});

/** Fetches every file once and reports the progress to open pages. */
async function store() {
  const cache = await caches.open(CACHE);
  const keyCache = await caches.open(KEY_CACHE);
  const all = [...FILES.map((path) => [cache, path]), ...KEYS.map((path) => [keyCache, path])];
  let done = 0;
  const queue = [...all];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [into, path] = next;
      const address = new URL(path, root).href;
      const answer = await fetch(address, { cache: 'no-cache' });
      if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
      await into.put(address, answer);
      done += 1;
      if (done % 5 === 0 || done === all.length) await tell({ type: 'offline.progress', done, of: all.length });
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

/** Runs once no page of an older version is open, and deletes the older files and their answers. */
async function takeOver() {
  const names = await caches.keys();
  const ours = ['site', 'keys'].map((kind) => kind + PLACE);
  const isOurs = (name) => ours.some((own) => name === own || name.startsWith(`${own}-`));
  const old = names.filter((name) => isOurs(name) && name !== CACHE && name !== KEY_CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
  await tell({ type: 'offline.ready' });
}

async function tell(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

/** The address without query, hash and file name of a folder's page. */
function plain(address) {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href.replace(/index\.html$/, '');
}

async function stored(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(plain(request.url));
  if (kept) return kept;
  // Redirects a folder address without its slash, as a server does, so that the relative links of the page stay valid.
  const { search, hash } = new URL(request.url);
  const folder = `${plain(request.url)}/`;
  if (request.mode === 'navigate' && (await cache.match(folder))) return Response.redirect(folder + search + hash, 301);
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    return (await nowhere(cache)) ?? Response.error();
  }
}

/** The 404 page; its links are relative to the root of the site. */
async function nowhere(cache) {
  const page = await cache.match(new URL('404.html', root).href);
  if (!page) return undefined;
  return new Response(page.body, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** A page sends this message once its reader has agreed that the waiting version takes over. */
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'offline.take-over') self.skipWaiting();
});

/**
 * Network first for parts of a key, so that a corrected key reaches every reader. Where the site has since moved to
 * another text or market of the case, a page of this version gets the answers that came with its own files.
 */
async function fresh(request) {
  const cache = await caches.open(KEY_CACHE);
  const kept = await cache.match(plain(request.url));
  try {
    const answer = await fetch(request);
    if (kept && !(await answersTheSame(kept, answer))) return kept;
    if (answer.ok) await cache.put(plain(request.url), answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** True where both parts name the same text and market of a case; false where one is truncated. */
async function answersTheSame(kept, answer) {
  try {
    const [one, other] = await Promise.all([kept, answer].map((part) => part.clone().json()));
    return answer.ok && one.scenarioHash === other.scenarioHash && one.marketId === other.marketId;
  } catch {
    return false;
  }
}
