// @ts-check

import { posix } from 'node:path';
import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig, passthroughImageService } from 'astro/config';
import { baseOf, SOURCE } from '#i18n/locales.ts';
import { askAhead } from './scripts/astro/ask-ahead.mjs';
import { authoredContent } from './scripts/astro/authored-content.mjs';
import { fewFiles } from './scripts/astro/few-files.mjs';
import { offlineSite } from './scripts/astro/offline-site.mjs';
import { oneStyleSheet } from './scripts/astro/one-style-sheet.mjs';
import { ownMachineOnly } from './scripts/astro/own-machine-only.mjs';
import { packedCases } from './scripts/astro/packed-cases.mjs';
import { portableSite } from './scripts/astro/portable-site.mjs';
import { styleInPage } from './scripts/astro/style-in-page.mjs';
import { thirdPartyLicences } from './scripts/astro/third-party-licences.mjs';
import { wordsOfLocale } from './scripts/astro/words-of-locale.mjs';
import { ASSETS } from './scripts/site/built-folders.ts';

/** @type {`${'require-trusted-types-for' | 'trusted-types'} ${string}`[]} */
const trustedTypes = ["require-trusted-types-for 'script'", 'trusted-types svelte-trusted-html default'];

/** Pages of cases, as they lie in the built site. */
const CASES = /^cases\/[^/]+\/index\.html$/;

/** Said by the bundler of what is meant so. */
const QUIET = ['MODULE_LEVEL_DIRECTIVE', 'INEFFECTIVE_DYNAMIC_IMPORT'];

/** A site is built for one locale; MESSAGES_FOLDER is where its words lie, if not among those of the project. */
const locale = process.env.LOCALE ?? SOURCE;
const words = () => wordsOfLocale(locale, process.env.MESSAGES_FOLDER);

export default defineConfig({
  site: 'https://checkathon.example',
  base: baseOf(locale, `${process.env.BASE_PATH ?? ''}/`.replace(/\/+$/, '/')),
  output: 'static',
  trailingSlash: 'always',
  srcDir: './src/site',
  publicDir: './src/site/public',
  outDir: process.env.OUT_DIR ?? './dist',
  integrations: [
    svelte(),
    mdx(),
    authoredContent(),
    ownMachineOnly(),
    portableSite(),
    styleInPage(CASES),
    askAhead(CASES),
    thirdPartyLicences(),
    packedCases({ isLater: process.env.PACK_CASES === 'later' }),
    // Last: it lists and hashes what portableSite() has written.
    offlineSite(locale),
  ],
  image: { service: passthroughImageService() },
  // The default would drop the space between a word and a link where the formatter breaks the line.
  compressHTML: true,
  // Shiki colours code with inline styles, which the policy below refuses.
  markdown: { syntaxHighlight: false },
  build: { assets: ASSETS, inlineStylesheets: 'auto' },
  security: {
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'none'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        // The search is a form that asks /search/ with GET.
        "form-action 'self'",
        "object-src 'none'",
        "frame-src 'none'",
        ...trustedTypes,
      ],
    },
  },
  vite: {
    plugins: [words(), oneStyleSheet(), fewFiles()],
    worker: { format: 'es', plugins: () => [words()] },
    // Scripts and style sheets name each other and their fonts relative to themselves, so that the folder can be moved.
    // Vite takes "relative" for scripts only where style sheets are built on the server side, hence the spelled-out path.
    experimental: {
      renderBuiltUrl: (file, { hostType }) => {
        if (hostType === 'css') return posix.relative(ASSETS, file);
        return hostType === 'js' ? { relative: true } : undefined;
      },
    },
    build: {
      // The oldest browsers that know light-dark(); an older target would spell every colour out twice.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: {
        onLog: (level, log, handle) => {
          // Pages are drawn with everything loaded: what a browser fetches later is here at once.
          if (!QUIET.includes(log.code ?? '')) handle(level, log);
        },
      },
    },
  },
});
