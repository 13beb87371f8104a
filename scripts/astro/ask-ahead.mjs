// @ts-check

import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { rewritePages } from './rewrite-pages.mjs';

/** Script addresses of an island element in a page. */
const ISLAND_SCRIPT = /(?:component-url|renderer-url)="([^"]+\.js)"/g;
const IMPORTED = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
/** The kind of a case's first exercise, as serialised in the island's props. */
const FIRST_KIND = /firstExercise&quot;:\[0,&quot;([a-z-]+)&quot;\]/;
const LATER = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;

/**
 * Adds preload links for the scripts of a case page and its public part, so that they load in parallel. Without them,
 * each would be requested only after the one before it has arrived. The links are at the end of the page, after
 * everything for the first paint. Must run after the integration that makes the addresses of a page relative.
 *
 * @param {RegExp} chosen paths of the pages, from the root of the site
 * @returns {import('astro').AstroIntegration}
 */
export function askAhead(chosen) {
  return {
    name: 'ask-ahead',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const part = '<link rel="preload" href="case.json" as="fetch" crossorigin>';
        const count = await rewritePages(dir, chosen, async (html, folder) => {
          const scripts = await scriptsOf(html, folder);
          const links = scripts.map((script) => `<link rel="modulepreload" href="${script}">`).join('');
          return html.replace('</main>', `${links}${part}</main>`);
        });
        logger.info(`${count} pages that ask for their scripts at once`);
      },
    },
  };
}

/**
 * Scripts that are needed before the first act in the case, as addresses relative to the page.
 *
 * @param {string} html
 * @param {string} folder of the page
 */
async function scriptsOf(html, folder) {
  const kind = FIRST_KIND.exec(html)?.[1];
  const next = new RegExp(`^case-(?:room${kind ? `|kinds|${kind}` : ''})\\.`);
  const found = new Set([...html.matchAll(ISLAND_SCRIPT)].map(([, address = '']) => join(folder, address)));
  for (const file of found) {
    const text = await readFile(file, 'utf8');
    const later = [...text.matchAll(LATER)].filter(([, address = '']) => next.test(address.split('/').at(-1) ?? ''));
    for (const [, address = ''] of [...text.matchAll(IMPORTED), ...later]) found.add(join(dirname(file), address));
  }
  return [...found].map((file) => relative(folder, file).split(sep).join('/'));
}
