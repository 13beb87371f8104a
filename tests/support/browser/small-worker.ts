import { type APIRequestContext, expect } from '@playwright/test';
import { CASE_PATH } from './case-text.ts';
import type { SiteServer } from './site-server.ts';

/** The page of the case, the pages around it, and all scripts and styles. */
const IS_NEEDED = new RegExp(`^(?:$|help/|_astro/|${CASE_PATH})`);

const KEY_LIST = 'offline-keys.json';

/**
 * The service worker of the site, which stores only the pages of one case: how versions follow each other, and when answers are
 * asked for, does not depend on their number, and to store all of them takes seconds. `site-works.spec.ts` stores all of them.
 */
export async function workerOf(request: APIRequestContext): Promise<string> {
  const text = await (await request.get('sw.js')).text();
  const { files, keys } = listsOf(text);
  const few = Object.fromEntries(Object.entries(files).filter(([path]) => IS_NEEDED.test(path)));
  const fewKeys = keys.filter((path) => IS_NEEDED.test(path));
  expect([Object.keys(few).length, fewKeys.length].every((count) => count > 2)).toBe(true);
  return text
    .replace(/^const FILES = .*$/m, `const FILES = ${JSON.stringify(few)};`)
    .replace(/^const KEYS = .*$/m, `const KEYS = ${JSON.stringify(fewKeys)};`);
}

/** The lists of a service worker: the SHA-256 of each file by path, and the paths of the parts of keys. */
export function listsOf(worker: string): { readonly files: Record<string, string>; readonly keys: readonly string[] } {
  const listed = (name: string) => JSON.parse(new RegExp(`^const ${name} = (.*);$`, 'm').exec(worker)?.[1] ?? '');
  return { files: listed('FILES'), keys: listed('KEYS') };
}

/** The list of the parts of keys, as the site has it. */
export async function keyListOf(request: APIRequestContext): Promise<{ readonly files: Record<string, string> }> {
  return (await request.get(KEY_LIST)).json();
}

/** Puts a worker of the next version, with the same files, on a server. */
export async function putNextVersion(site: SiteServer, worker: string, request: APIRequestContext): Promise<void> {
  site.instead.set(KEY_LIST, JSON.stringify({ ...(await keyListOf(request)), version: 'next' }));
  site.instead.set('sw.js', worker.replace(/VERSION = "\w+"/, 'VERSION = "next"'));
}
