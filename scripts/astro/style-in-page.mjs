// @ts-check

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulesFor } from './rules-for-page.mjs';

/** The link of the one sheet, as Astro writes it. */
const SHEET = /<link rel="stylesheet" href="([^"]+)"[^>]*>/;

/**
 * Puts the rules that a page needs for its first words into the page itself, so that they are painted without a second
 * file. The whole sheet is fetched behind them and takes effect when it is there: a script of the page sets its `media`.
 * Without scripts it is linked as on every other page. Goes after what makes the addresses of a page relative to it.
 *
 * @param {RegExp} chosen paths of the pages, from the root of the site
 * @returns {import('astro').AstroIntegration}
 */
export function styleInPage(chosen) {
  return {
    name: 'style-in-page',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true, withFileTypes: true });
        let count = 0;
        for (const entry of files) {
          const file = join(entry.parentPath, entry.name);
          const page = relative(root, file).split(sep).join('/');
          if (!entry.isFile() || !chosen.test(page)) continue;
          const html = await readFile(file, 'utf8');
          const address = SHEET.exec(html)?.[1];
          if (!address) throw new Error(`${page} links no style sheet.`);
          const sheet = join(dirname(file), address);
          await writeFile(file, withStyle(html, await readFile(sheet, 'utf8'), posix.dirname(address)));
          count += 1;
        }
        logger.info(`${count} pages with their first style in them`);
      },
    },
  };
}

/**
 * The page with the rules in it that it needs, and its policy with the hash of them.
 *
 * @param {string} html
 * @param {string} css the sheet that the page links
 * @param {string} folder where the sheet lies, seen from the page
 */
export function withStyle(html, css, folder) {
  const style = rulesFor(html, css).replace(
    /url\((["']?)(?!data:)([^"')]+)\1\)/g,
    (_, quote, file) => `url(${quote}${posix.join(folder, file)}${quote})`,
  );
  const hash = createHash('sha256').update(style).digest('base64');
  const allowed = html.replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`);
  if (allowed === html) throw new Error('The page has no policy that names its styles.');
  return allowed.replace(
    SHEET,
    (link) => `<style>${style}</style>${link.replace('>', ' media="not all" data-late>')}<noscript>${link}</noscript>`,
  );
}
