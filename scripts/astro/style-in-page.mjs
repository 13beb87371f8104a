// @ts-check

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { rewritePages } from './rewrite-pages.mjs';
import { rulesFor } from './rules-for-page.mjs';

/** The link to the style sheet, as Astro writes it. */
const SHEET = /<link rel="stylesheet" href="([^"]+)"[^>]*>/;

/**
 * Inlines the critical CSS of a page, so that its first paint needs no second file. The complete style sheet loads
 * without blocking and takes effect when a script of the page sets its `media`. Without scripts it is linked as on
 * every other page. Must run after the integration that makes the addresses of a page relative.
 *
 * @param {RegExp} chosen paths of the pages, from the root of the site
 * @returns {import('astro').AstroIntegration}
 */
export function styleInPage(chosen) {
  return {
    name: 'style-in-page',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const count = await rewritePages(dir, chosen, async (html, folder) => {
          const address = SHEET.exec(html)?.[1];
          if (!address) throw new Error(`The page in ${folder} links no style sheet.`);
          return withStyle(html, await readFile(join(folder, address), 'utf8'), posix.dirname(address));
        });
        logger.info(`${count} pages with their first style in them`);
      },
    },
  };
}

/**
 * The page with its critical CSS inlined, and the hash of it added to its content security policy.
 *
 * @param {string} html
 * @param {string} css the sheet that the page links
 * @param {string} folder folder of the style sheet, relative to the page
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
