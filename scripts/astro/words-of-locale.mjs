// @ts-check

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fallBack } from '#i18n/fall-back.ts';
import { messageFile, messagesOf, nameOfKindFile, SOURCE } from '#i18n/locales.ts';

/** How pages import messages: by the path in the source locale. Those of a kind lie with it. */
const OF_DOOR = new RegExp(`/${messagesOf(SOURCE)}/((?:[\\w-]+/)*[\\w-]+\\.json)$`);
const OF_KIND = new RegExp(
  `/${messageFile('kinds/([\\w-]+)/FILE.json', SOURCE).replace('FILE.json', '([\\w-]+\\.json)')}$`,
);

/** The file that each locale must have itself: its name, and how it writes numbers. */
const OWN = 'locale.json';

/**
 * Replaces imported messages by those of the locale that the site is built for: `#words/case/case.json`,
 * `#words/kinds/ledger.json` and `#words/kinds/ledger/debrief.json` resolve to the files of that locale. A missing text
 * becomes the text of the source locale, marked as such.
 *
 * @param {string} locale
 * @param {string} [folder] folder of its messages, if not those of the project: `case/case.json`, `kinds/ledger.json`
 * @returns {import('vite').Plugin}
 */
export function wordsOfLocale(locale, folder) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const fileOf = (/** @type {string} */ name) => (folder ? join(folder, name) : join(root, messageFile(name, locale)));
  return {
    name: 'words-of-locale',
    enforce: 'pre',
    buildStart() {
      if (!existsSync(fileOf(OWN))) this.error(`There is no locale "${locale}": ${fileOf(OWN)} is missing.`);
    },
    load(id) {
      const path = (id.split('?')[0] ?? '').replaceAll('\\', '/');
      const [, kind, ofKind] = OF_KIND.exec(path) ?? [];
      const name = kind && ofKind ? nameOfKindFile(kind, ofKind) : OF_DOOR.exec(path)?.[1];
      if (name === undefined || locale === SOURCE) return undefined;
      const file = fileOf(name);
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
