import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PACKED_PROGRAM, packedPlace } from '#design/screens/links/packed-place.ts';
import { offlineSite } from '../../../scripts/astro/offline-site.mjs';
import { createStaticServer } from '../../../scripts/site/static-server.ts';
import { listsOf } from '../../support/browser/small-worker.ts';
import { aFolder } from './a-command.ts';

const FILES: Readonly<Record<string, string>> = {
  'index.html': 'home',
  '404.html': 'no such page',
  'learn/t1/index.html': 'a lesson',
  'learn/index.html/index.html': 'a folder with the name of a page',
  'cases/one/index.html': 'a case',
  'cases/one/case.json': '{}',
  'cases/one/statechart.json': '{}',
  'cases/one/key/market.json': '{"truth":1}',
  'cases/one/key/later/debrief.json': '{"truth":2}',
  'studio/cases/one.json': '{"key":1}',
  'studio/library.json': '{}',
  '_astro/a b.Q1.js': 'let a;',
  '_astro/über.Q2.css': 'p{}',
  'fonts/f.woff2': '\u0000\u0001ÿ',
  'THIRD-PARTY-LICENCES.txt': 'licences',
  [PACKED_PROGRAM]: 'the program of packed cases',
};
/** What a server sends and the worker does not keep. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  'robots.txt': 'for machines',
  [packedPlace('one')]: 'a packed case',
};
/** What no server sends. */
const NOT_SERVED = ['.built-from', '.to-pack/two/.page', 'learn/.notes'];

let site: string;
beforeEach(() => {
  site = `${aFolder()}/`;
  for (const [path, text] of Object.entries({ ...FILES, ...NOT_KEPT })) put(path, text);
  for (const path of NOT_SERVED) put(path, 'a note of the build');
});
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

const read = (path: string) => readFileSync(join(site, path), 'utf8');
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');

/** Writes the worker of a site of this locale, and returns the digest of everything that it stores, by address. */
function listed(locale = 'en', folder = site): Record<string, string> {
  const hook = offlineSite(locale).hooks['astro:build:done'];
  void hook?.({ dir: pathToFileURL(folder), logger: { info: () => undefined } } as unknown as Parameters<
    typeof hook
  >[0]);
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const { files, keys } = listsOf(worker);
  const list = JSON.parse(readFileSync(join(folder, 'offline-keys.json'), 'utf8'));
  expect(Object.keys(list.files).sort()).toEqual([...keys].sort());
  expect(worker).toContain(`const VERSION = "${list.version}";`);
  return { ...files, ...list.files };
}

/** What a server of the site sends at an address below its root: the digest of its bytes, or its status. */
async function serve(): Promise<(path: string) => Promise<string | number>> {
  const server = createStaticServer(site, '/kit/');
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kit/`;
  return async (path) => {
    const answer = await fetch(new URL(path, root));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return answer.ok ? digestOf(bytes) : answer.status;
  };
}

describe('the list of the service worker', () => {
  it('has every file that the worker serves, with the digest of what a server sends at its address', async () => {
    const list = listed();
    const sent = await serve();

    for (const [path, digest] of Object.entries(list)) expect([path, await sent(path)]).toEqual([path, digest]);
    const addresses = Object.keys(FILES).map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
    expect(Object.keys(list).sort()).toEqual(addresses.sort());
    for (const path of Object.keys(NOT_KEPT)) expect([path, typeof (await sent(path))]).toEqual([path, 'string']);
    for (const path of NOT_SERVED) expect([path, await sent(path)]).toEqual([path, 404]);
  });

  it('makes a new version of any changed file, and none of a changed answer, which another list names', () => {
    const before = listed();
    const worker = read('sw.js');
    const versions = new Set([JSON.parse(read('offline-keys.json')).version]);

    put('cases/one/key/market.json', '{"truth":9}');
    put('studio/cases/one.json', '{"key":9}');
    const corrected = listed();

    expect(read('sw.js')).toBe(worker);
    const changed = Object.keys(before).filter((path) => before[path] !== corrected[path]);
    expect(changed.sort()).toEqual(['cases/one/key/market.json', 'studio/cases/one.json']);
    const others = Object.keys(FILES).filter((path) => !/\/key\/|^studio\/cases\//.test(path));
    for (const path of others) {
      put(path, `${read(path)}!`);
      listed();
      versions.add(JSON.parse(read('offline-keys.json')).version);
    }
    expect(versions.size).toBe(others.length + 1);
  });

  it('stays as it is while cases are packed by the server', () => {
    const before = listed();
    const worker = read('sw.js');
    put(packedPlace('two'), 'packed later');

    expect(listed()).toEqual(before);
    expect(read('sw.js')).toBe(worker);
  });

  it('of another locale has the files of its own site, and caches of its own', () => {
    const before = listed();
    put('de/index.html', 'zuhause');
    put('de/cases/one/key/market.json', '{}');

    expect(Object.keys(listed('de', join(site, 'de/')))).toEqual(['', 'cases/one/key/market.json']);
    expect(read('de/sw.js')).toContain('const PLACE = "/de";');
    expect(read('sw.js')).toContain('const PLACE = "";');
    expect(before).not.toHaveProperty('de/');
  });
});
