import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPackedPlace, PACKED_PROGRAM } from '#design/screens/links/packed-place.ts';
import { baseOf } from '#i18n/locales.ts';
import { TO_PACK } from '../site/built-folders.ts';
import { LICENCES_FILE } from './third-party-licences.mjs';

/**
 * Parts of a key, and the files of cases for authors, which hold keys, do not count for the version: a changed answer must
 * not change any byte of the public site.
 */
const isKeyPart = (path) => /^(?:cases\/[^/]+\/key|studio\/cases)\//.test(path);

/**
 * Writes the service worker: a list of every file of the site under one version. A new version waits until every page
 * of the old one is closed, so that an open attempt never switches to other files. Sites of other locales are below the
 * site of the source locale; each has its own service worker, and no other lists its files. Packed cases are not in the
 * list: they hold once more what the site has. Their program is, because the studio packs cases with it.
 */
export function offlineSite(locale) {
  return {
    name: 'offline-site',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const paths = readdirSync(root, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
          .filter((path) => (!isPackedPlace(path) && !path.startsWith(`${TO_PACK}/`)) || path === PACKED_PROGRAM)
          .filter((path) => path !== 'sw.js' && (!path.endsWith('.txt') || path === LICENCES_FILE))
          .sort();
        const hash = createHash('sha256');
        for (const path of paths.filter((path) => !isKeyPart(path)))
          hash
            .update(path)
            .update('\0')
            .update(readFileSync(join(root, path)));
        const version = hash.digest('hex').slice(0, 16);
        const files = paths.filter((path) => !isKeyPart(path)).map(asAddress);
        const keys = paths.filter(isKeyPart);
        const template = readFileSync(new URL('./service-worker.js', import.meta.url), 'utf8');
        const place = baseOf(locale, '/').slice(0, -1);
        const values = `const VERSION = ${JSON.stringify(version)};\nconst PLACE = ${JSON.stringify(place)};\nconst FILES = ${JSON.stringify(files)};\nconst KEYS = ${JSON.stringify(keys)};\n`;
        writeFileSync(join(root, 'sw.js'), values + template);
        logger.info(`service worker ${version}: ${files.length} files, ${keys.length} parts of keys`);
      },
    },
  };
}

/** The address of a file: pages are requested by their folder, not by `index.html`. */
function asAddress(path) {
  return path.replace(/(^|\/)index\.html$/, '$1');
}
