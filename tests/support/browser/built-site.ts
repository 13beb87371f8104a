import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** The folder of the built site, as the build itself names it. */
const SITE = process.env.OUT_DIR ?? `${REPOSITORY}dist`;

/** Addresses of all pages, relative to the root of the site: '' is the home page. */
export function sitePages(): readonly string[] {
  return readdirSync(SITE, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}
