// @ts-check

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PUBLIC_PART } from '#app/case/case-parts.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import { UNSEAL_WORKER } from '#core/room/sealed-releases.ts';
import { PACKED_PROGRAM, packedPlace } from '#ui/site/packed-place.ts';
import { bundleIslands, bundleWorker } from './pack/bundle-script.ts';
import { bundleUnsealer } from './pack/bundle-unsealer.ts';
import { islandsIn, packPage, sheetsIn } from './pack/pack-page.ts';
import { dataAddress, lettersOf, styleWithFonts } from './pack/style-with-fonts.ts';
import { LICENCES_FILE } from './third-party-licences.mjs';

/** Folder of the pages to be packed, in the built site: `src/pages/packed/`. */
const PAGES = 'packed';

/** The worker that a case can start, and its name in a packed page. */
const WORKER = /^locker\.worker[-.][\w-]+\.js$/;
const WORKER_NAME = 'locker.worker.js';

/** Parts that only the site shows: the checker's report. */
const ONLY_ON_THE_SITE = ['key/check.json', 'key/review.json'];

/**
 * A text whose lines begin at the margin, with one blank line at most between two: a packed case is held to its size.
 *
 * @param {string} text
 */
const withoutMargins = (text) => text.replaceAll(/^[ \t]+/gm, '').replaceAll(/\n{3,}/g, '\n\n');

/**
 * Makes one HTML file of each case, which opens from a disk without a server: one classic script, and style, fonts,
 * data, answers and licences in the page. From a disk, browsers refuse modules, requests and workers in files of their
 * own. Takes the pages that it is made from out of the site. Must run after the integrations that make addresses
 * relative and write the licences, and before the one that lists the files of the site.
 *
 * @param {string} assets folder of the built scripts
 * @returns {import('astro').AstroIntegration}
 */
export function packedCases(assets) {
  const project = fileURLToPath(new URL('../..', import.meta.url));
  return {
    name: 'packed-cases',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const pages = readdirSync(join(site, PAGES)).sort();
        const worker = readdirSync(join(site, assets)).find((file) => WORKER.test(file));
        if (!worker) throw new Error(`The built site has no worker like ${WORKER.source}.`);
        const licences = [
          join(project, 'LICENSE'),
          join(project, 'content', 'LICENSE.md'),
          join(site, LICENCES_FILE),
        ].map((file) => withoutMargins(readFileSync(file, 'utf8').trim()));
        const workerScript = await bundleWorker(site, join(assets, worker));
        /** @type {Map<string, Promise<string>>} */
        const scripts = new Map();

        let most = 0;
        /**
         * The page of a case as one file, with the scripts of these kinds of exercise.
         *
         * @param {string} id
         * @param {{ files: ReadonlyMap<string, string>, own: readonly string[], letters?: Iterable<string>, more?: string }} parts
         *   `letters` are texts whose letters the page has to show beside those of its files; `more` are further licences
         */
        const packedWith = async (id, { files, own, letters = [], more }) => {
          const folder = join(site, PAGES, id);
          const html = readFileSync(join(folder, 'index.html'), 'utf8');
          const islands = islandsIn(html).map(({ component, renderer }) => ({
            component: join(PAGES, id, component),
            renderer: join(PAGES, id, renderer),
          }));
          // Cases with the same kinds of exercise have the same scripts.
          const key = JSON.stringify([
            own,
            islands.map(({ component, renderer }) => [join(component), join(renderer)]),
          ]);
          const script = await (scripts.get(key) ??
            remember(scripts, key, bundleIslands(site, islands, { all: KIND_PLAYS.kinds(), own })));
          const shown = lettersOf([html, ...files.values(), ...letters]);
          const style = sheetsIn(html).map((sheet) => styleWithFonts(join(folder, sheet), shown));
          return packPage(html, {
            script,
            style: style.join('\n'),
            icon: dataAddress(join(site, 'favicon.svg')),
            licences: [...licences, ...(more === undefined ? [] : [more])].join(`\n\n${'-'.repeat(78)}\n\n`),
            files: new Map([...files, [WORKER_NAME, workerScript]]),
          });
        };
        for (const id of pages) {
          const files = partsOf(join(site, 'cases', id));
          const own = kindsIn(JSON.parse(files.get(PUBLIC_PART) ?? ''));
          const packed = await packedWith(id, { files, own });
          writeFileSync(join(site, packedPlace(id)), packed);
          most = Math.max(most, Buffer.byteLength(packed));
        }
        const [first] = pages;
        if (first !== undefined) {
          const unsealer = await bundleUnsealer();
          // No case is in it: a changed answer must not change what the site keeps for work without a network.
          const program = await packedWith(first, {
            files: new Map([[UNSEAL_WORKER, unsealer.script]]),
            own: KIND_PLAYS.kinds(),
            letters: partsOf(join(site, 'cases', first)).values(),
            more: unsealer.licences,
          });
          writeFileSync(join(site, PACKED_PROGRAM), program);
        }
        rmSync(join(site, PAGES), { recursive: true });
        logger.info(`${pages.length} packed cases, the largest ${(most / 1e6).toFixed(2)} MB`);
      },
    },
  };
}

/**
 * The kinds of exercise of a case, sorted.
 *
 * @param {import('#app/case/case-parts.ts').PublicPart} part
 */
function kindsIn({ scenario }) {
  const kinds = Object.values(scenario.states).flatMap((state) => (state.type === 'exercise' ? [state.kind] : []));
  return [...new Set(kinds)].sort();
}

/**
 * @template Value
 * @param {Map<string, Value>} known
 * @param {string} key
 * @param {Value} value
 */
function remember(known, key, value) {
  known.set(key, value);
  return value;
}

/**
 * The parts of a case by name, the answers among them.
 *
 * @param {string} folder
 */
function partsOf(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json') && !ONLY_ON_THE_SITE.includes(name))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
