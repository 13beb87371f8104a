/**
 * Import rules for every .ts and .svelte file. The comment of a rule is the message to the developer who breaks it.
 * eslint.config.mjs has the same rules for .astro files. tests/architecture plants one violation for each.
 * @see src/README.md
 */
import { readdirSync, readFileSync } from 'node:fs';
import { FOR_ONE_KIND, LOCKER_ROOMS, PLAYED } from './kinds-played.mjs';
import { USE_NEEDS_NO_TEST_PACKAGES } from './packages-of-users.mjs';

/** The order inside core: a folder may import the folders before it, never one after it. */
const BELOW_KINDS = [
  'kernel',
  'measures',
  'indicators',
  'safety',
  'market',
  'ad-text',
  'market-generator',
  'market-search',
  'evidence',
  'payments',
  'bundle',
  'exercise',
  'moderation',
];
/** Same level as the kinds, but not kinds: no exercise is played with them. */
const BESIDE_KINDS = [
  'care',
  'fact-cards',
  'first-contact',
  'glossary',
  'practice',
  'prediction',
  'recommendations',
  'track',
  'worksheet',
];
const ABOVE_KINDS = ['kinds', 'scenario', 'attempt', 'scoring', 'attempt-file', 'room'];
const ON_TOP = ['bench', 'checking', 'debrief', 'portfolio', 'review'];
/** The studio asks the checker for the forms that it shows. */
const ABOVE_ALL = ['studio'];
const NAMED = [...BELOW_KINDS, ...BESIDE_KINDS, ...ABOVE_KINDS, ...ON_TOP, ...ABOVE_ALL];

/** Every other folder of core is an exercise kind, so that a new kind needs no line here. */
const KIND = `(?!(?:${NAMED.join('|')})/)[^/]+`;

/** The rooms of a kind are the folders of its name in every layer; beside them it has a file of words. */
const roomOf = (kind) => `^src/(?:core|app|ui|ui/islands)/(${kind})/`;
const wordsOf = (kind) => `^src/i18n/messages/[^/]+/(${kind})\\.json$`;
const partsOf = (kind) => [roomOf(kind), wordsOf(kind)];
const KIND_ROOM = roomOf(PLAYED.join('|'));
const KIND_PARTS = partsOf(PLAYED.join('|'));
/** The only files that may import several kinds: the registries. */
const REGISTRIES = [
  '^src/core/kinds/',
  '^src/app/kinds/',
  '^src/ui/islands/kind-screens\\.ts$',
  '^src/components/kind-table-cards\\.ts$',
];
const asPattern = (path) => `^${path.replaceAll(/[.[\]()+]/g, '\\$&')}$`;

const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const INSIDE = '^(?:src|content|scenarios|scripts)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Files in `folder` may import only those of our own files that `allowed` matches. Tests have a separate rule. */
const layer = (name, comment, folder, allowed) =>
  forbid(name, comment, { path: folder }, { path: INSIDE, pathNot: allowed });

function coreInOrder() {
  const comment =
    'Inside core the order is kernel < measures < indicators < safety < market < ad-text < market-generator < market-search < ' +
    'evidence < payments < bundle < exercise < moderation < the kinds, and care, fact-cards, first-contact, glossary, practice, prediction, recommendations, track and worksheet beside them < kinds/ (their registries) < scenario < attempt < scoring < attempt-file < room < bench, checking, debrief, portfolio and review < studio. Move the shared part down, or the caller up.';
  const rule = (from, allowed) =>
    forbid('core-in-order', comment, { path: `^src/core/${from}/` }, { path: '^src/core/', pathNot: allowed });
  const folders = (names) => `^src/core/(?:${names.join('|')})/`;
  const below = BELOW_KINDS.map((name, at) => rule(name, folders(BELOW_KINDS.slice(0, at + 1))));
  const beside = BESIDE_KINDS.map((name) => rule(name, folders([...BELOW_KINDS, name])));
  const kinds = rule(KIND, [folders(BELOW_KINDS), `^src/core/${KIND}/`]);
  const above = ABOVE_KINDS.map((name, at) =>
    rule(name, [folders([...BELOW_KINDS, ...ABOVE_KINDS.slice(0, at + 1)]), `^src/core/${KIND}/`]),
  );
  const top = ON_TOP.map((name) =>
    rule(name, `^src/core/(?!(?:${[...ON_TOP, ...ABOVE_ALL].filter((other) => other !== name).join('|')})/)[^/]+/`),
  );
  return [...below, ...beside, kinds, ...above, ...top];
}

function crossFolderByHash() {
  const comment =
    "Between folders write '#core/market/market.ts', so that a file can move without its imports breaking; './' is for neighbours.";
  const to = { path: '^src/', dependencyTypesNot: ['aliased-subpath-import'] };
  return [
    forbid('cross-folder-by-hash', comment, { path: '^src/([^/]+/[^/]+)/' }, { ...to, pathNot: '^src/$1/' }),
    forbid('cross-folder-by-hash', comment, { path: '^src/([^/]+)/[^/]+$' }, { ...to, pathNot: '^src/$1/' }),
    forbid('cross-folder-by-hash', comment, { path: '^(?:scripts/|src/[^/]+$)' }, to),
  ];
}

function internalStaysInternal() {
  const comment =
    '_internal/ belongs to the folder around it and may change any day. Use a file beside it, or move the part out.';
  const to = { path: '/_internal/' };
  return [
    forbid('internal-stays-internal', comment, { path: '^src/([^/]+/[^/]+)/' }, { ...to, pathNot: '^src/$1/' }),
    forbid('internal-stays-internal', comment, { pathNot: '^src/[^/]+/[^/]+/' }, to),
  ];
}

/** A library that core may use in one place only. Type-only imports are allowed, because they are erased. */
const onlyIn = (name, comment, library, place) =>
  forbid(
    name,
    comment,
    { path: '^src/core/', pathNot: place },
    { path: `node_modules/${library}/`, dependencyTypesNot: ['type-only'] },
  );

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
        pathNot: ['^src/pages/', '^src/public/', '^src/content\\.config\\.ts$', '\\.d\\.ts$', ...importedByAstro()],
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
      { path: '^src/(?!pages/).*/index\\.[a-z]+$' },
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

    layer(
      'core-imports-core-only',
      'core must run anywhere: page, worker, Node, test. Take what you need as an argument, or move the file outward.',
      '^src/core/',
      '^src/core/',
    ),
    forbid(
      'core-npm-allowlist',
      'core may use zod, xstate, @faker-js/faker and @noble/hashes: pure and without I/O. Others belong to formats, adapters or scripts.',
      { path: '^src/core/' },
      { dependencyTypes: NPM, pathNot: 'node_modules/(?:zod|xstate|@faker-js/faker|@noble/hashes)/' },
    ),
    onlyIn(
      'zod-in-schemas',
      'zod is large and validates only external input. Keep it in a schemas.ts that no page loads before the first decision.',
      'zod',
      'schemas\\.ts$',
    ),
    onlyIn(
      'xstate-in-scenario-and-attempt',
      'The statechart is compiled in scenario and run in attempt. Use those two, so that the engine can be replaced.',
      'xstate',
      '^src/core/(?:scenario|attempt)/',
    ),
    onlyIn(
      'faker-in-picks',
      'Only ad-text/picks.ts draws with Faker, and only from our own lists. Call createPicks.',
      '@faker-js/faker',
      '^src/core/ad-text/picks[.]ts$',
    ),
    onlyIn(
      'noble-in-kernel',
      'Only kernel/sha256.ts uses the hash library. Call sha256Hex or sha256Bytes.',
      '@noble/hashes',
      '^src/core/kernel/',
    ),
    ...coreInOrder(),
    forbid(
      'kinds-stand-alone',
      'An exercise kind is added and removed as one folder. What two kinds share belongs to exercise, evidence or market.',
      { path: `^src/core/(${KIND})/` },
      { path: `^src/core/${KIND}/`, pathNot: '^src/core/$1/' },
    ),
    forbid(
      'kinds-stand-alone',
      'An exercise kind is added and removed as its rooms. What two kinds share belongs to a room that names neither.',
      { path: KIND_ROOM },
      { path: KIND_PARTS, pathNot: partsOf('$1') },
    ),
    forbid(
      'shared-names-no-kind',
      'A shared file gets the parts of a kind from a registry, so that a new kind needs no change in it. See src/README.md.',
      {
        path: '^(?:src|scripts)/',
        pathNot: [KIND_ROOM, ...REGISTRIES, LOCKER_ROOMS.path, ...FOR_ONE_KIND.map(({ file }) => asPattern(file))],
      },
      { path: KIND_PARTS },
    ),
    forbid(
      'shared-names-no-kind',
      'One kind fills a locker, as scripts/config/kinds-played.mjs says. The rooms of the locker may import no other kind.',
      { path: LOCKER_ROOMS.path },
      { path: KIND_PARTS, pathNot: partsOf(LOCKER_ROOMS.kind) },
    ),
    ...FOR_ONE_KIND.map(({ file, kind }) =>
      forbid(
        'shared-names-no-kind',
        'This file exists for one kind, as scripts/config/kinds-played.mjs says. It may import no other.',
        { path: asPattern(file) },
        { path: KIND_PARTS, pathNot: partsOf(kind) },
      ),
    ),

    layer(
      'formats-import-core-only',
      'A codec depends on the model and its external standard only.',
      '^src/formats/',
      '^src/(?:core|formats)/',
    ),
    layer(
      'app-imports-core-and-formats',
      'A use case gets its ports as arguments and reaches the outside only through them.',
      '^src/app/',
      '^src/(?:core|formats|app)/',
    ),
    layer(
      'adapters-implement-ports',
      'An adapter implements one port. It may import use cases and the model, never a screen.',
      '^src/adapters/',
      '^src/(?:core|formats|app|adapters)/',
    ),
    layer(
      'i18n-imports-core-only',
      'Messages may import the model only. The code that shows a message selects it.',
      '^src/i18n/',
      '^src/(?:core|i18n)/',
    ),
    layer(
      'components-take-props',
      'A component takes values and callbacks. Only ui/islands/ wires adapters and use cases, and no component holds an island.',
      '^src/ui/(?!islands/)',
      '^src/(?:core|app|i18n|styles|ui/(?!islands/)[^/]+)/',
    ),
    forbid(
      'components-take-props',
      'A component may know the types of app; a call to a use case comes in as a callback from the island.',
      { path: '^src/ui/(?!islands/)' },
      { path: '^src/app/', dependencyTypesNot: ['type-only'] },
    ),
    layer(
      'islands-wire',
      'An island wires use cases, browser adapters and components together. It gets bytes and formats from app.',
      '^src/ui/islands/',
      '^src/(?:core|app|i18n|styles|ui|adapters/browser)/',
    ),
    forbid(
      'answers-opened-in-app',
      'Answers are opened in app/ only; a screen receives a score report. Type-only imports are allowed: they disclose no answer.',
      { path: '^src/(?:ui|pages|layouts|components|i18n|adapters/browser)/' },
      {
        path: '^src/core/(?:market/ground-truth\\.ts|scoring/(?!score-report)|[^/]+/score\\.ts)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'node-only-in-adapters-node',
      'Everything in src but adapters/node/ must also run in a browser.',
      { path: '^src/', pathNot: '^src/adapters/node/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'browser-not-to-node',
      'This would bundle Node code for the browser, possibly through other files. Write a separate adapter for the browser.',
      { path: '^src/(?:ui|adapters/browser)/' },
      { path: '^src/adapters/node/', reachable: true },
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
