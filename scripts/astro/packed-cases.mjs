// @ts-check

import { fileURLToPath } from 'node:url';
import { casesToPack } from '../site/built-folders.ts';
import { createCasePacker, putPagesAside } from './pack/case-packer.ts';

/** Folder of the pages to be packed, in the built site: `src/site/pages/packed/`. */
const PAGES = 'packed';

/**
 * Makes one HTML file of each case, which opens from a disk without a server: one classic script, and style, fonts,
 * data, answers and licences in the page. From a disk, browsers refuse modules, requests and workers in files of their
 * own. Takes the pages that it is made from out of the site. Must run after the integrations that make addresses
 * relative and write the licences, and before the one that lists the files of the site.
 *
 * @param {{ isLater: boolean }} options `isLater` leaves the cases to the program that serves the site: most of them are
 *   never downloaded, and a person who wants to see the site need not wait for them. Their program is made all the same,
 *   because the site keeps it for work without a network.
 * @returns {import('astro').AstroIntegration}
 */
export function packedCases({ isLater }) {
  return {
    name: 'packed-cases',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        putPagesAside(site, PAGES);
        const packer = createCasePacker(site);
        await packer.packProgram();
        if (isLater) return logger.info(`${casesToPack(site).length} cases are packed later`);
        const { count, mostBytes } = await packer.packAll();
        logger.info(`${count} packed cases, the largest ${(mostBytes / 1e6).toFixed(2)} MB`);
      },
    },
  };
}
