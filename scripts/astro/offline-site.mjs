// @ts-check

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPackedPlace, PACKED_PROGRAM } from '#design/screens/links/packed-place.ts';
import { baseOf } from '#i18n/locales.ts';
import { KEY_LIST, WORKER } from '../site/built-folders.ts';
import { LICENCES_FILE } from './third-party-licences.mjs';

/**
 * Parts of a key, and the files of cases for authors, which hold keys, do not count for the version: a changed answer must
 * not change any byte of the public site. Their digests lie in a file of their own.
 *
 * @param {string} path
 */
const isKeyPart = (path) => /^(?:cases\/[^/]+\/key|studio\/cases)\//.test(path);

/**
 * Writes the service worker with the SHA-256 of every file of the site, under one version. It stores what has these bytes
 * and nothing else. The list is a part of the worker, so that the browser takes both or none: it fetches a worker past its
 * cache, and refuses a redirect and whatever is no script.
 *
 * A new version waits until every page of the old one is closed, so that an open attempt never switches to other files.
 * Sites of other locales are below the site of the source locale; each has its own service worker, and no other lists its
 * files. Packed cases are not in the list: they hold once more what the site has, and a server may make them later. Their
 * program is, because the studio packs cases with it.
 *
 * @param {string} locale
 * @returns {import('astro').AstroIntegration}
 */
export function offlineSite(locale) {
  return {
    name: 'offline-site',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const paths = filesToKeep(root);
        const digests = new Map(paths.map((path) => [path, digestOf(readFileSync(join(root, path)))]));
        const files = paths.filter((path) => !isKeyPart(path));
        const keys = paths.filter(isKeyPart);
        const listOf = (/** @type {readonly string[]} */ some) =>
          some.map((path) => [asAddress(path), digests.get(path)]);
        const list = JSON.stringify(Object.fromEntries(listOf(files)));
        const version = createHash('sha256').update(list).digest('hex').slice(0, 16);
        const values = Object.entries({
          VERSION: JSON.stringify(version),
          PLACE: JSON.stringify(baseOf(locale, '/').slice(0, -1)),
          FILES: list,
          KEYS: JSON.stringify(keys),
          KEY_LIST: JSON.stringify(KEY_LIST),
        }).map(([name, value]) => `const ${name} = ${value};\n`);
        const template = readFileSync(new URL('./service-worker.js', import.meta.url), 'utf8');
        writeFileSync(join(root, WORKER), values.join('') + template);
        writeFileSync(join(root, KEY_LIST), JSON.stringify({ version, files: Object.fromEntries(listOf(keys)) }));
        logger.info(`service worker ${version}: ${files.length} files, ${keys.length} parts of keys`);
      },
    },
  };
}

/**
 * Paths of the files that the service worker keeps, sorted. Names with a dot are notes of the build, which no server sends.
 *
 * @param {string} root
 */
function filesToKeep(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter((path) => !isPackedPlace(path) || path === PACKED_PROGRAM)
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .filter((path) => path !== WORKER && path !== KEY_LIST && (!path.endsWith('.txt') || path === LICENCES_FILE))
    .sort();
}

const digestOf = (/** @type {Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('base64');

/**
 * The address of a file: pages are requested by their folder, not by `index.html`.
 *
 * @param {string} path
 */
function asAddress(path) {
  return path.replace(/(^|\/)index\.html$/, '$1');
}
