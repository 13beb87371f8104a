// @ts-check

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fallBack } from '#i18n/fall-back.ts';
import { messagesOf, SOURCE } from '#i18n/locales.ts';

/** How pages import messages: by the path in the source locale. */
const MESSAGES = new RegExp(`/${messagesOf(SOURCE)}/((?:[\\w-]+/)?[\\w-]+\\.json)$`);
/** The words of a kind lie with it. */
const OF_KIND = new RegExp(`/src/kinds/([\\w-]+)/words/${SOURCE}\\.json$`);

/** The file that each locale must have itself: its name, and how it writes numbers. */
const OWN = 'locale.json';

/**
 * Replaces imported messages by those of the locale that the site is built for: `#words/case.json` resolves to the file
 * of that locale. A missing text becomes the text of the source locale, marked as such.
 *
 * @param {string} locale
 * @param {string} [folder] folder of its messages, if not that of the project
 * @returns {import('vite').Plugin}
 */
export function wordsOfLocale(locale, folder) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const own = folder ?? join(root, messagesOf(locale));
  return {
    name: 'words-of-locale',
    enforce: 'pre',
    buildStart() {
      if (!existsSync(join(own, OWN))) this.error(`There is no locale "${locale}": ${join(own, OWN)} is missing.`);
    },
    load(id) {
      const path = (id.split('?')[0] ?? '').replaceAll('\\', '/');
      const kind = OF_KIND.exec(path)?.[1];
      const name = kind ? `kinds/${kind}.json` : MESSAGES.exec(path)?.[1];
      if (name === undefined || locale === SOURCE) return undefined;
      const file = kind && !folder ? path.replace(`${SOURCE}.json`, `${locale}.json`) : join(own, name);
      this.addWatchFile(file);
      if (name === OWN) return readFileSync(file, 'utf8');
      return JSON.stringify(fallBack(existsSync(file) ? read(file) : {}, read(path)));
    },
  };
}

/**
 * @param {string} file
 * @returns {Record<string, string>}
 */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
