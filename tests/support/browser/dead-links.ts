import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SITE } from './built-site.ts';

/** What a page has that a link can lead to, and its links. */
export interface LinkedPage {
  /** Address of the page, relative to the root of the site. */
  readonly path: string;
  readonly ids: readonly string[];
  /** As they are written, relative to the page. */
  readonly links: readonly string[];
}

/** Stands for the place of the site; no link of a page leads there by itself. */
const ROOT = 'http://site.example/';

const found = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&'));

/** The HTML of a page of the built site. */
export const htmlOf = (path: string): string => readFileSync(fileOf(path) ?? '', 'utf8');

/** A page of the built site, as it was written. */
export function readPage(path: string): LinkedPage {
  const html = htmlOf(path);
  return { path, ids: found(html, / id="([^"]+)"/g), links: found(html, /<a\b[^>]* href="([^"]+)"/g) };
}

/** The file that is sent for an address of the site; undefined if there is none. */
function fileOf(path: string): string | undefined {
  const place = join(SITE, decodeURIComponent(path));
  const file = existsSync(place) && statSync(place).isDirectory() ? join(place, 'index.html') : place;
  return existsSync(file) ? file : undefined;
}

const idsOfPages = new Map<string, ReadonlySet<string>>();

function hasId(path: string, id: string): boolean {
  const ids = idsOfPages.get(path) ?? new Set(readPage(path).ids);
  idsOfPages.set(path, ids);
  return ids.has(id);
}

/** The links of a page, within the site, to an address or a place of a page that does not exist. */
export function deadLinksOf({ path, ids, links }: LinkedPage): string[] {
  const own = new URL(path, ROOT);
  return links.filter((link) => {
    const { origin, pathname, hash } = new URL(link, own);
    if (`${origin}/` !== ROOT) return false;
    const target = pathname.slice(1);
    if (!fileOf(target)) return true;
    const id = decodeURIComponent(hash.slice(1));
    return id !== '' && !(pathname === own.pathname && ids.includes(id)) && !hasId(target, id);
  });
}

/**
 * Numbers of recommendations that a page names and that lead nowhere from it: neither is it the page of this number, nor
 * does it link to that page.
 */
export function unlinkedNumbersOf({ path, links }: Pick<LinkedPage, 'path' | 'links'>, text: string): string[] {
  const own = new URL(path, ROOT);
  const led = [own.pathname, ...links.map((link) => new URL(link, own).pathname)];
  const named = new Set(text.match(/\bS[1-9]\d?\b/g));
  return [...named].filter((id) => !led.includes(`/library/recommendations/${id.toLowerCase()}/`));
}
