// @ts-check

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Rewrites each chosen page of the built site.
 *
 * @param {URL} dir root of the site
 * @param {RegExp} chosen paths of the pages, from the root of the site
 * @param {(html: string, folder: string) => Promise<string>} rewrite returns the new page; `folder` is where the page
 * is
 * @returns {Promise<number>} number of pages written
 */
export async function rewritePages(dir, chosen, rewrite) {
  const root = fileURLToPath(dir);
  let count = 0;
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const page = relative(root, file).split(sep).join('/');
    if (!entry.isFile() || !chosen.test(page)) continue;
    await writeFile(file, await rewrite(await readFile(file, 'utf8'), dirname(file)));
    count += 1;
  }
  return count;
}
