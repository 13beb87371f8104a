// @ts-check

import { fileURLToPath } from 'node:url';
import svelte from '@astrojs/svelte';
import site from '../../astro.config.mjs';
import { FOLDER_PATH } from '../authoring/folder-path.ts';
import { portableSite } from './portable-site.mjs';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/**
 * The build of the one page of `npm run author`: the studio over a folder. It reads no case and no lesson, so that a fault in
 * one of them never keeps an author from the studio. The site itself is built without this page. It has a root of
 * its own, because Astro writes there what it knows of the pages and texts of a site.
 */
export default {
  ...site,
  base: '/',
  // No folder of pages lies here: the page is the one that is added below.
  srcDir: `${src}studio`,
  publicDir: `${src}site/public`,
  integrations: [
    svelte(),
    /** @type {import('astro').AstroIntegration} */ ({
      name: 'folder-studio',
      hooks: {
        'astro:config:setup': ({ injectRoute }) =>
          injectRoute({ pattern: FOLDER_PATH, entrypoint: `${src}site/pages/studio/_folder.astro` }),
      },
    }),
    portableSite(),
  ],
};
