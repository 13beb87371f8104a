// @ts-check

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Attributes that hold an address: links, forms, and the scripts of an island. */
const ADDRESS = /(\s(?:href|src|poster|action|component-url|renderer-url|before-hydration-url)=")(\/(?!\/)[^"]*)(?=")/g;

/**
 * A comment, a whole script or style (only its opening tag is changed, so that its hash stays valid), or an opening
 * tag.
 */
const PIECE =
  /<!--[\s\S]*?-->|(<(script|style)\b(?:"[^"]*"|'[^']*'|[^'">])*>)([\s\S]*?<\/\2>)|<[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>/g;

/**
 * Makes the addresses of one built page relative to that page.
 *
 * @param {string} html
 * @param {string} page path of the page from the root of the site, such as `learn/t1/index.html`
 * @param {string} base the base path of the build; it begins and ends with a slash
 */
export function makeLinksRelative(html, page, base) {
  const up = '../'.repeat(page.split('/').length - 1) || './';
  const shorten = (/** @type {string} */ tag) =>
    tag.replace(ADDRESS, (_whole, before, address) => {
      if (!`${address}/`.startsWith(base)) {
        throw new Error(`${page}: the address "${address}" lies outside the base "${base}". Build it with BASE_URL.`);
      }
      return before + up + address.slice(base.length);
    });
  return html.replace(PIECE, (piece, open, kind, body) => {
    if (piece.startsWith('<!--')) return piece;
    if (kind === undefined) return shorten(piece);
    if (kind === 'style' && /url\((?!["']?data:)/.test(body)) {
      throw new Error(
        `${page}: an inlined style names a file, which no address can be right for. Let it be a file itself.`,
      );
    }
    return shorten(open) + body;
  });
}

/**
 * Makes the built site work from any folder of any server without rebuilding. Rewrites every page except 404.html: a
 * server shows that page at any address, so its links keep the base of the build.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function portableSite() {
  let base = '/';
  return {
    name: 'portable-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `/${config.base}/`.replace(/\/{2,}/g, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true, withFileTypes: true });
        const pages = files
          .filter((entry) => entry.isFile() && entry.name.endsWith('.html') && entry.name !== '404.html')
          .map((entry) => join(entry.parentPath, entry.name));
        for (const file of pages) {
          const page = relative(root, file).split(sep).join('/');
          await writeFile(file, makeLinksRelative(await readFile(file, 'utf8'), page, base));
        }
        logger.info(`${pages.length} pages made relative`);
      },
    },
  };
}
