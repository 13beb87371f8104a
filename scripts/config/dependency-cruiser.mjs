/**
 * Import rules for every .ts and .svelte file, made from the tables of house.mjs. The comment of a rule is the message to
 * the developer who breaks it. eslint.config.mjs has the same rules for .astro files. tests/architecture plants at least
 * one violation for each.
 * @see src/README.md
 */
import { readdirSync, readFileSync } from 'node:fs';
import { FOR_ONE_KIND } from './for-one-kind.mjs';
import { ANSWERS, DOORS, LAYERS, LIST_OF_KINDS, NEIGHBOURS, pathOfLayers, WITHOUT_ANSWERS } from './house.mjs';
import { USE_NEEDS_NO_TEST_PACKAGES } from './packages-of-users.mjs';

const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const INSIDE = '^(?:src|content|scenarios|scripts)/';
const NOT_TYPES = { dependencyTypesNot: ['type-only'] };

const asPattern = (path) => `^${path.replaceAll(/[.[\]()+]/g, '\\$&')}$`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Each door may import itself and those of its row. Imports from kinds/ have rules of their own. */
function doorsInOrder() {
  const comment =
    'This door may not know that one: see the table of doors in src/README.md. Take the value as an argument, or move the shared part down.';
  return Object.entries(DOORS).map(([door, others]) =>
    forbid(
      'doors-in-order',
      comment,
      { path: `^src/${door}/` },
      { path: '^src/', pathNot: `^src/(?:${[door, ...others, 'kinds'].join('|')})/` },
    ),
  );
}

const LIST = `^src/kinds/${LIST_OF_KINDS}/`;
/** The first group is the name of the kind. */
const OF_A_KIND = `^src/kinds/(?!${LIST_OF_KINDS}/)([^/]+)/`;
const exceptOf = (kind) => `^src/kinds/(?!(?:${LIST_OF_KINDS}|${kind})/)`;
/** A worker begins a program of its own, so it puts the kinds in as a page does. */
const WORKER = '^src/(?!kinds/).+/browser/[^/]+\\.worker\\.ts$';

/** Together these decide on every import from kinds/. */
function importsOfKinds() {
  return [
    forbid(
      'kinds-stand-alone',
      'A kind of exercise is added and removed as one folder. What two kinds share belongs to a door that kinds may import.',
      { path: OF_A_KIND },
      { path: OF_A_KIND, pathNot: '^src/kinds/$1/' },
    ),
    forbid(
      'only-edges-list-kinds',
      'Only site/, scripts/ and workers know which kinds there are. Take what you need of them as an argument.',
      { pathNot: ['^src/site/', '^scripts/', WORKER, LIST] },
      { path: LIST },
    ),
    forbid(
      'shared-names-no-kind',
      `A shared file gets the parts of a kind from kinds/${LIST_OF_KINDS}/ or as an argument, so that a new kind needs no change in it.`,
      { path: INSIDE, pathNot: ['^src/kinds/', ...FOR_ONE_KIND.map(({ file }) => asPattern(file))] },
      { path: OF_A_KIND },
    ),
    ...FOR_ONE_KIND.filter(({ file }) => !file.endsWith('.astro')).map(({ file, kind }) =>
      forbid(
        'shared-names-no-kind',
        'This file exists for one kind, as scripts/config/for-one-kind.mjs says. It may import no other.',
        { path: asPattern(file) },
        { path: exceptOf(kind) },
      ),
    ),
  ];
}

/** Layers that run in a browser. A rule of its own refuses them node/, however far they reach it. */
const IN_BROWSER = ['browser', 'screens', 'islands'];

/** Files of these layers may import those of our own files that house.mjs allows. Tests have a separate rule. */
const layer = (name, comment, ...layers) =>
  layers.map((from) => {
    const { imports, typesOf = [] } = LAYERS[from];
    const allowed = [...imports, ...typesOf, ...(IN_BROWSER.includes(from) ? ['node'] : [])];
    return forbid(name, comment, { path: pathOfLayers([from]) }, { path: INSIDE, pathNot: pathOfLayers(allowed) });
  });

/** Of these layers a file may import types alone. */
const typesOnly = (name, comment, from) =>
  forbid(name, comment, { path: pathOfLayers([from]) }, { path: pathOfLayers(LAYERS[from].typesOf), ...NOT_TYPES });

function crossFolderByHash() {
  const comment =
    "Between folders write '#market/ads/model/market.ts', so that a file can move without its imports breaking; './' is for neighbours.";
  const to = { path: '^src/', dependencyTypesNot: ['aliased-subpath-import'] };
  return [
    forbid('cross-folder-by-hash', comment, { path: NEIGHBOURS }, { ...to, pathNot: '^src/$1' }),
    forbid('cross-folder-by-hash', comment, { path: '^src/([^/]+)/[^/]+$' }, { ...to, pathNot: '^src/$1/[^/]+$' }),
    forbid('cross-folder-by-hash', comment, { path: '^(?:scripts/|src/[^/]+$)' }, to),
  ];
}

function internalStaysInternal() {
  const comment =
    '_internal/ belongs to the folder around it and may change any day. Use a file beside it, or move the part out.';
  const to = { path: '/_internal/' };
  return [
    forbid('internal-stays-internal', comment, { path: NEIGHBOURS }, { ...to, pathNot: '^src/$1' }),
    forbid('internal-stays-internal', comment, { pathNot: NEIGHBOURS }, to),
  ];
}

const MODEL = pathOfLayers(['model']);

/** A library that models may use in one place only. Type-only imports are allowed, because they are erased. */
const onlyIn = (name, comment, library, place) =>
  forbid(name, comment, { path: MODEL, pathNot: place }, { path: `node_modules/${library}/`, ...NOT_TYPES });

/** dependency-cruiser does not read .astro, so their imports are collected here; imported files are no orphans. */
function importedByAstro() {
  const files = readdirSync('src', { recursive: true }).filter((file) => file.endsWith('.astro'));
  const found = files.flatMap((file) => {
    const folder = `src/${file.replaceAll('\\', '/')}`.replace(/[^/]+$/, '');
    const specifiers = readFileSync(`src/${file}`, 'utf8').matchAll(/(?:from|import|URL\()\s*\(?['"]([#.][^'"?]+)/g);
    return [...specifiers].map(([, to]) =>
      to.startsWith('#') ? `src/${to.slice(1)}` : new URL(to, `file:///${folder}`).pathname.slice(1),
    );
  });
  return [...new Set(found)].map(asPattern);
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'no-circular',
      'Two files that need each other are one concept, or hide a third. Put the shared part into a file of its own.',
      {},
      { circular: true },
    ),
    forbid(
      'no-orphans',
      'Nothing imports this file and it imports nothing. Use it or delete it.',
      {
        orphan: true,
        path: '^src/',
        pathNot: [
          '^src/site/(?:pages|public)/',
          '^src/site/content\\.config\\.ts$',
          '\\.d\\.ts$',
          ...importedByAstro(),
        ],
      },
      {},
    ),
    forbid(
      'nothing-imports-tests',
      'Code that both the product and tests need belongs to src; code that only tests need stays in tests.',
      { pathNot: '^tests/' },
      { path: '^tests/' },
    ),
    forbid(
      'no-barrels',
      'Import the file that defines the symbol. A barrel file hides who uses what and loads everything.',
      {},
      { path: '^src/(?!site/pages/).*/index\\.[a-z]+$' },
    ),
    forbid(
      'no-grab-bags',
      'Name the file after the one concept it holds. A file with such a name collects unrelated things.',
      {},
      { path: '^(?:src|scripts)\\b.*/(?:utils?|helpers?|common|shared|misc|types)(?:/|\\.[a-z]+$)' },
    ),
    ...crossFolderByHash(),
    ...internalStaysInternal(),
    forbid(
      'commands-stand-alone',
      'A command is called by a person, never imported. Put what two commands need into a folder of scripts/ by its subject.',
      {},
      { path: '^scripts/[^/]+$' },
    ),
    USE_NEEDS_NO_TEST_PACKAGES,

    ...doorsInOrder(),
    ...importsOfKinds(),

    ...layer(
      'models-import-models-only',
      'A model must run anywhere: page, worker, Node, test. Take what you need as an argument, or move the file outward.',
      'model',
    ),
    forbid(
      'model-npm-allowlist',
      'A model may use zod, xstate, @faker-js/faker and @noble/hashes: pure and without I/O. Others belong to codec, browser, node or scripts.',
      { path: MODEL },
      { dependencyTypes: NPM, pathNot: 'node_modules/(?:zod|xstate|@faker-js/faker|@noble/hashes)/' },
    ),
    onlyIn(
      'zod-in-schemas',
      'zod is large and validates only external input. Keep it in a schemas.ts that no page loads before the first decision.',
      'zod',
      'schemas\\.ts$',
    ),
    onlyIn(
      'xstate-in-language-and-attempt',
      'The statechart is compiled in case/language and run in case/attempt. Use those two, so that the engine can be replaced.',
      'xstate',
      '^src/case/(?:language|attempt)/',
    ),
    onlyIn(
      'faker-in-picks',
      'Only market/generator/model/picks.ts draws with Faker, and only from our own lists. Call createPick.',
      '@faker-js/faker',
      '^src/market/generator/model/picks[.]ts$',
    ),
    onlyIn(
      'noble-in-kernel',
      'Only kernel/model/sha256.ts uses the hash library. Call sha256Hex or sha256Bytes.',
      '@noble/hashes',
      '^src/kernel/model/',
    ),
    ...layer('codecs-import-models-only', 'A codec depends on the model and its external standard only.', 'codec'),
    ...layer(
      'use-cases-import-models-and-codecs',
      'A use case gets its ports as arguments and reaches the outside only through them.',
      'use-cases',
    ),
    ...layer(
      'adapters-implement-ports',
      'An adapter, in browser/ or node/, implements one port. It may import use cases and the model, never a screen.',
      'browser',
      'node',
    ),
    ...layer(
      'i18n-imports-models-only',
      'Messages may import the model only. The code that shows a message selects it.',
      'i18n',
    ),
    ...layer(
      'components-take-props',
      'A component takes values and callbacks. Only islands/ wires adapters and use cases, and no component holds an island.',
      'screens',
    ),
    typesOnly(
      'components-take-props',
      'A component may know the types of use cases; a call to one comes in as a callback from the island.',
      'screens',
    ),
    ...layer(
      'islands-wire',
      'An island wires use cases, browser adapters and components together. It gets bytes and formats from use-cases/.',
      'islands',
    ),
    forbid(
      'answers-opened-in-use-cases',
      'Answers are opened in use-cases/ only; a screen receives a score report. Type-only imports are allowed: they disclose no answer.',
      { path: pathOfLayers(WITHOUT_ANSWERS) },
      { path: `^src/${ANSWERS}`, ...NOT_TYPES },
    ),
    forbid(
      'node-only-in-node',
      'Everything in src but node/ must also run in a browser.',
      { path: '^src/', pathNot: pathOfLayers(['node']) },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'browser-not-to-node',
      'This would bundle Node code for the browser, possibly through other files. Write a separate adapter for the browser.',
      { path: pathOfLayers(IN_BROWSER) },
      { path: pathOfLayers(['node']), reachable: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      // No file changes during a run; by default each is looked up again after 4 s.
      cachedInputFileSystem: { cacheDuration: 600_000 },
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'node', 'default', 'types'],
    },
  },
};
