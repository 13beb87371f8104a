// @ts-nocheck A service worker: its globals are not those of Node, and the build adds five names.
// The build writes VERSION, PLACE, FILES, KEYS and KEY_LIST above this line.
/* global VERSION, PLACE, FILES, KEYS, KEY_LIST */

/**
 * The sites of all locales share one cache storage (same origin), so each uses and deletes only caches with its own
 * prefix.
 */
const CACHE = `site${PLACE}-${VERSION}`;
const KEY_CACHE = `keys${PLACE}-${VERSION}`;
/** So many wrong answers one after the other, and the network is not asked for more: a log-in page answers everything. */
const MOST_WRONG = 12;

const root = self.registration.scope;
const addressOf = (path) => new URL(path, root).href;
/** SHA-256 in Base64 of every file but the parts of keys, by address. */
const digests = new Map(Object.entries(FILES).map(([path, digest]) => [addressOf(path), digest]));
/** Paths of the parts of keys, by address. */
const keys = new Map(KEYS.map((path) => [addressOf(path), path]));
/** Addresses for which a cache held something else than the file. */
const foreign = new Set();

self.addEventListener('install', (event) => event.waitUntil(store()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(root)) return;
  event.respondWith(keys.has(plain(request.url)) ? fresh(request) : stored(event));
});
self.addEventListener('message', (event) => {
  // A page sends this message once its reader has agreed that the waiting version takes over.
  if (event.data?.type === 'offline.take-over') self.skipWaiting();
  // A page asks whether the copy is whole. The answer goes to all pages.
  if (event.data?.type === 'offline.check') event.waitUntil(complete({ isInstalling: false }));
});

/** Stores every file. Fails where one is missing: the browser then drops this worker, and what was stored is used next time. */
async function store() {
  const { missing, of } = await complete({ isInstalling: true });
  if (missing > 0) throw new Error(`${missing} of ${of} files could not be stored.`);
  for (const address of await foreignInOlder()) foreign.add(address);
  // The older version has nothing that is worth waiting for, and would serve a log-in page until all its pages are closed.
  if (foreign.size > 0) await self.skipWaiting();
}

/** Runs once no page of an older version is open, and deletes the older files and their answers. */
async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => isOurs(name) && name !== CACHE && name !== KEY_CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: 'window' })) {
    // Not awaited: the new page waits for the end of this function. A page that was closed meanwhile needs nothing.
    if (foreign.has(plain(client.url))) void client.navigate(client.url).catch(() => undefined);
  }
}

const isOurs = (name) => [`site${PLACE}`, `keys${PLACE}`].some((own) => name === own || name.startsWith(`${own}-`));

let running;

/** Brings the copy to what the lists say, once at a time, and tells all pages how many files are missing. */
function complete(how) {
  running ??= completeOnce(how).finally(() => {
    running = undefined;
  });
  return running;
}

async function completeOnce({ isInstalling }) {
  const [cache, keyCache] = await Promise.all([caches.open(CACHE), caches.open(KEY_CACHE)]);
  // An answer may have been corrected since the list was kept: a new worker asks for the list again.
  const list = (isInstalling ? undefined : await keptKeyList(keyCache)) ?? (await newKeyList(keyCache));
  const queue = [
    ...[...digests].map(([address, digest]) => ({ cache, address, digest })),
    ...[...keys].map(([address, path]) => ({ cache: keyCache, address, digest: list.files?.[path] })),
  ];
  const of = queue.length;
  let [done, wrong, hasAsked, why] = [0, 0, false, undefined];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { cache: into, address, digest } = next;
      const kept = await into.match(address);
      if (digest && (await isFile(kept, digest))) {
        done += 1;
        continue;
      }
      if (kept && digest) {
        foreign.add(address);
        await into.delete(address);
      }
      if (wrong >= MOST_WRONG || why === 'no-room') continue;
      hasAsked = true;
      const fault = digest ? await fetchInto(into, address, digest) : list.why;
      if (fault) [wrong, why] = [wrong + 1, fault];
      else [wrong, done] = [0, done + 1];
      if (!fault && done % 5 === 0) await tell({ type: 'offline.progress', done, of, isInstalling });
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  if (hasAsked) await tell({ type: 'offline.progress', done, of, isInstalling });
  const standing = { missing: of - done, of, ...(done < of && { why }) };
  await tell({ type: 'offline.standing', ...standing, isInstalling });
  return standing;
}

/**
 * Fetches a file and stores it if its bytes are those of the list. Returns undefined, or why it is not stored: the network
 * gave no answer, it gave another one (other bytes, an error, a redirect), or the browser has no room.
 */
async function fetchInto(cache, address, digest) {
  // A wrong answer may lie in the cache of the browser: then the network is asked past it.
  for (const mode of ['no-cache', 'reload']) {
    const got = await ask(address, mode);
    if (!got) return 'no-answer';
    if (got.digest === digest) {
      try {
        await cache.put(address, whole(got));
        return undefined;
      } catch {
        return 'no-room';
      }
    }
    // A redirect or an error comes from the network itself.
    if (!got.answer.ok) break;
  }
  return 'other-answer';
}

/** The answer at an address with its bytes and their digest. A redirect is not followed. Undefined without an answer. */
async function ask(address, mode) {
  try {
    const answer = await fetch(address, { cache: mode, redirect: 'manual' });
    const bytes = await answer.arrayBuffer();
    return { answer, bytes, digest: answer.ok && !answer.redirected ? await digestOf(bytes) : '' };
  } catch {
    return undefined;
  }
}

/** An answer to store: the bytes are no longer encoded. */
function whole({ answer, bytes }) {
  const headers = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(bytes, { headers });
}

const isFile = async (kept, digest) =>
  kept !== undefined && (await digestOf(await kept.clone().arrayBuffer())) === digest;

async function digestOf(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
}

/** The list of the parts of keys as it was kept; undefined without one. */
async function keptKeyList(keyCache) {
  const kept = await keyCache.match(addressOf(KEY_LIST));
  const files = kept && readKeyList(await kept.text());
  return files && { files };
}

/**
 * The list of the parts of keys from the network, which is kept; where that has none, the kept one. The list lies in a file of
 * its own, because a corrected answer must not make a new version of the site.
 */
async function newKeyList(keyCache) {
  const got = await ask(addressOf(KEY_LIST), 'reload');
  const text = got?.digest && new TextDecoder().decode(got.bytes);
  const files = text && readKeyList(text);
  if (!files) return (await keptKeyList(keyCache)) ?? { why: got ? 'other-answer' : 'no-answer' };
  try {
    await keyCache.put(addressOf(KEY_LIST), whole(got));
    return { files };
  } catch {
    return { files, why: 'no-room' };
  }
}

/** Digests by path, if the text is the list of the keys of this version. */
function readKeyList(text) {
  try {
    const { version, files } = JSON.parse(text);
    return version === VERSION && KEYS.every((path) => typeof files[path] === 'string') ? files : undefined;
  } catch {
    return undefined;
  }
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

/** A file from the copy, if it is whole there; else from the network. */
async function stored(event) {
  const { request } = event;
  const address = plain(request.url);
  const digest = digests.get(address);
  const cache = await caches.open(CACHE);
  if (digest) {
    const kept = await cache.match(address);
    if (await isFile(kept, digest)) return kept;
    event.waitUntil(complete({ isInstalling: false }));
  }
  // Redirects a folder address without its slash, as a server does, so that the relative links of the page stay valid.
  const { search, hash } = new URL(request.url);
  const folder = `${address}/`;
  if (request.mode === 'navigate' && digests.has(folder)) return Response.redirect(folder + search + hash, 301);
  try {
    const answer = await fetch(request);
    // The reader has to see the log-in page of a network. A page of the site never takes one for its own script or data.
    if (!digest || request.mode === 'navigate' || !answer.ok) return answer;
    return (await isFile(answer, digest)) ? answer : Response.error();
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    return (await nowhere(cache)) ?? Response.error();
  }
}

/** The 404 page; its links are relative to the root of the site. */
async function nowhere(cache) {
  const page = await cache.match(addressOf('404.html'));
  if (!page) return undefined;
  return new Response(page.body, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/**
 * Network first for parts of a key, so that a corrected key reaches every reader: it is taken where the list of the site names
 * it. Where the site has since moved to another version, a page of this one gets the answers that came with its own files.
 */
async function fresh(request) {
  const cache = await caches.open(KEY_CACHE);
  const address = plain(request.url);
  const path = keys.get(address);
  const list = await keptKeyList(cache);
  const found = await cache.match(address);
  const kept = list && (await isFile(found, list.files[path])) ? found : undefined;
  try {
    const answer = await fetch(request);
    if (!answer.ok || answer.redirected) return kept ?? answer;
    const bytes = await answer.clone().arrayBuffer();
    const digest = await digestOf(bytes);
    if (kept && digest === list.files[path]) return answer;
    const now = await newKeyList(cache);
    if (now.files?.[path] !== digest) return kept ?? answer;
    // Without room for it, the reader has the answer all the same, and the copy the one before.
    await cache.put(address, whole({ answer, bytes })).catch(() => undefined);
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/**
 * Addresses for which the caches of older versions hold something that no site like this one sends: an earlier worker stored
 * whatever answered. A worker that has kept a list of keys has checked its files.
 */
async function foreignInOlder() {
  const found = [];
  for (const name of await caches.keys()) {
    if (!isOurs(name) || !name.startsWith('site') || name === CACHE) continue;
    const keyCache = await caches.open(name.replace('site', 'keys'));
    if (await keyCache.match(addressOf(KEY_LIST))) continue;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) if (await isForeign(url, await cache.match(url))) found.push(url);
  }
  return found;
}

/** True for a redirected answer, for a page in place of another file, and for a page without the policy that ours carry. */
async function isForeign(address, kept) {
  const isPage = /(?:\/|\.html)$/.test(new URL(address).pathname);
  const isHtml = (kept.headers.get('content-type') ?? '').startsWith('text/html');
  if (kept.redirected || isPage !== isHtml) return true;
  return isPage && !(await kept.text()).includes('http-equiv="content-security-policy"');
}
