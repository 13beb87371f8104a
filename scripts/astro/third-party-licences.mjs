// @ts-check

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path in the site; the page "About" links to it. */
export const LICENCES_FILE = 'THIRD-PARTY-LICENCES.txt';

/** Folder of a package in the path of one of its modules. */
const PACKAGE = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/**
 * Writes the licences of all third-party parts of the built site: the packages whose code is in a script or a worker of
 * the pages, according to the bundler, and the fonts. Must run before the integration that lists the files of the site.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function thirdPartyLicences() {
  /** @type {Set<string>} */
  const packages = new Set();
  return {
    name: 'third-party-licences',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [collect(packages)], worker: { plugins: () => [collect(packages, true)] } } });
      },
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const parts = [...packages].sort().map(licenceOf);
        writeFileSync(join(root, LICENCES_FILE), `${[HEAD, ...fontsIn(join(root, 'fonts')), ...parts].join(RULE)}\n`);
        logger.info(`licences of ${parts.length} packages`);
      },
    },
  };
}

/** Stands between two licences. */
export const RULE = `\n\n${'-'.repeat(78)}\n\n`;
const HEAD = 'This site holds fonts and program code of others. Their licences follow.';

/**
 * @param {Set<string>} packages
 * @param {boolean} isWorker true where the whole bundle is a worker of a page
 * @returns {import('vite').Plugin}
 */
function collect(packages, isWorker = false) {
  return {
    name: 'collect-packages',
    generateBundle(_, bundle) {
      if (!isWorker && this.environment?.name !== 'client') return;
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of Object.keys(file.modules)) {
          const found = packageOf(id);
          if (found) packages.add(found);
        }
      }
    },
  };
}

/**
 * The folder of the package that a module is in; undefined for one of our own.
 *
 * @param {string} id the path of the module, as a bundler has it
 */
export function packageOf(id) {
  const found = PACKAGE.exec(id)?.[1];
  return found && existsSync(join(found, 'package.json')) ? found : undefined;
}

/**
 * Name, version and licence of a package.
 *
 * @param {string} folder
 */
export function licenceOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const by = typeof author === 'string' ? author : (author?.name ?? '');
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const said =
    texts.length > 0 ? texts.join('\n\n') : `The package holds no text of its licence${by && `. Author: ${by}`}.`;
  return `${name} ${version}\nLicence: ${typeof license === 'string' ? license : 'see below'}\n\n${said}`;
}

/** @param {string} folder */
function fontsIn(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('-OFL.txt'))
    .sort()
    .map((file) => `Font: ${file.replace(/-OFL\.txt$/, '')}\n\n${readFileSync(join(folder, file), 'utf8').trim()}`);
}
