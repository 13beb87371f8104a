import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the built scripts and style sheets, in the built site. */
export const ASSETS = '_astro';

/** The service worker of a built site: it keeps the files of the site for work without a network. */
export const WORKER = 'sw.js';

/** The SHA-256 of the parts of keys that the service worker keeps, by path. */
export const KEY_LIST = 'offline-keys.json';

/**
 * Folder of what cases that are not packed yet are made from, in the built site: `ID/.page` of each. Names with a dot are
 * neither served nor copied. The folder is gone once all cases are packed.
 */
export const TO_PACK = '.to-pack';

/** The cases of a built site that are not packed yet, sorted. */
export function casesToPack(site: string): string[] {
  const folder = join(site, TO_PACK);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
