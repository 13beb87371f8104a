/**
 * Who may import whom, for every .ts and .svelte file. Each comment speaks to the one who trips the rule.
 * The same rules hold for .astro files in eslint.config.mjs. tests/architecture plants one violation for each.
 * @see src/README.md
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The order inside core: a folder may import the folders before it, never one after it. */
const BELOW_KINDS = [
  'kernel',
  'measures',
  'indicators',
  'safety',
  'market',
  'market-generator',
  'market-search',
  'evidence',
  'exercise',
];
/** Beside the kinds, and none of them: no exercise is played with them. */
const BESIDE_KINDS = ['care', 'moderation', 'practice', 'prediction'];
const ABOVE_KINDS = ['kinds', 'scenario', 'attempt', 'scoring', 'attempt-file'];
const ON_TOP = ['checking', 'debrief'];
const NAMED = [...BELOW_KINDS, ...BESIDE_KINDS, ...ABOVE_KINDS, ...ON_TOP];

/** Every other folder of core is an exercise kind, so that a new kind needs no line here. */
const KIND = `(?!(?:${NAMED.join('|')})/)[^/]+`;

/** A kind that is played has a play.ts; its rooms are the folders of its name in every layer. */
const PLAYED = readdirSync('src/core').filter(
  (folder) => !NAMED.includes(folder) && existsSync(`src/core/${folder}/play.ts`),
);
const ROOM = '^src/(?:core|app|ui|ui/islands)/';
const KIND_ROOM = `${ROOM}(${PLAYED.join('|')})/`;
/** The only files in which kinds are put together: the registries, and the plugs that a registry alone can hold. */
const REGISTRIES = ['^src/core/kinds/', '^src/app/kinds/', '^src/ui/islands/kind-screens\\.ts$'];

const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const INSIDE = '^(?:src|content|scenarios|scripts)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Files of `folder` may import only what `allowed` matches of our own code. Tests have a rule of their own. */
const layer = (name, comment, folder, allowed) =>
  forbid(name, comment, { path: folder }, { path: INSIDE, pathNot: allowed });

function coreInOrder() {
  const comment =
    'Inside core the order is kernel < measures < indicators < safety < market < market-generator < market-search < ' +
    'evidence < exercise < the kinds, and care, moderation, practice and prediction beside them < kinds/ (their registries) < scenario < attempt < scoring < attempt-file < checking and debrief. Move the shared part down, or the caller up.';
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
    rule(name, folders(ON_TOP.filter((other) => other !== name).map((o) => `(?!${o}/)[^/]+`))),
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
    '_internal/ belongs to the folder around it and may change any day. Use what lies beside it, or move the part out.';
  const to = { path: '/_internal/' };
  return [
    forbid('internal-stays-internal', comment, { path: '^src/([^/]+/[^/]+)/' }, { ...to, pathNot: '^src/$1/' }),
    forbid('internal-stays-internal', comment, { pathNot: '^src/[^/]+/[^/]+/' }, to),
  ];
}

/** A library that core may use in one place only. A type leaves nothing behind in the code, so types are free. */
const onlyIn = (name, comment, library, place) =>
  forbid(
    name,
    comment,
    { path: '^src/core/', pathNot: place },
    { path: `node_modules/${library}/`, dependencyTypesNot: ['type-only'] },
  );

/** dependency-cruiser does not read .astro, so what those files import is read here: it is not orphaned. */
function importedByAstro() {
  const files = readdirSync('src', { recursive: true }).filter((file) => file.endsWith('.astro'));
  const found = files.flatMap((file) => {
    const folder = `src/${file.replaceAll('\\', '/')}`.replace(/[^/]+$/, '');
    const specifiers = readFileSync(`src/${file}`, 'utf8').matchAll(/(?:from|import|URL\()\s*\(?['"]([#.][^'"?]+)/g);
    return [...specifiers].map(([, to]) =>
      to.startsWith('#') ? `src/${to.slice(1)}` : new URL(to, `file:///${folder}`).pathname.slice(1),
    );
  });
  return [...new Set(found)].map((path) => `^${path.replaceAll(/[.[\]()+]/g, '\\$&')}$`);
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
      'What a test needs and the product too belongs to src; what only tests need stays in tests.',
      { pathNot: '^tests/' },
      { path: '^tests/' },
    ),
    forbid(
      'no-barrels',
      'Import the file that has the thing. A file that only hands things on hides who uses what and pulls everything in.',
      {},
      { path: '^src/(?!pages/).*/index\\.[a-z]+$' },
    ),
    forbid(
      'no-grab-bags',
      'Name the file after the one concept it holds. Things without a name of their own gather in such a file.',
      {},
      { path: '^(?:src|scripts)\\b.*/(?:utils?|helpers?|common|shared|misc|types)(?:/|\\.[a-z]+$)' },
    ),
    ...crossFolderByHash(),
    ...internalStaysInternal(),
    forbid(
      'commands-stand-alone',
      'A command is called by a person. What two commands need is a part: put it into a folder of scripts/ by its subject.',
      {},
      { path: '^scripts/[^/]+$' },
    ),

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
      'zod is heavy and checks only what comes from outside. Keep it in a schemas.ts that no page loads before the first decision.',
      'zod',
      'schemas\\.ts$',
    ),
    onlyIn(
      'xstate-in-scenario-and-attempt',
      'The statechart is compiled in scenario and run in attempt. Ask those two, so that the engine can be replaced.',
      'xstate',
      '^src/core/(?:scenario|attempt)/',
    ),
    onlyIn(
      'faker-in-market',
      'Invented words come out of the market generator, from our own lexicon. Nothing else in core makes any up.',
      '@faker-js/faker',
      '^src/core/market-generator/',
    ),
    onlyIn(
      'noble-in-kernel',
      'kernel/sha256.ts is the one door to hashing. Call sha256Hex or sha256Bytes.',
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
      { path: KIND_ROOM, pathNot: `${ROOM}$1/` },
    ),
    forbid(
      'shared-names-no-kind',
      'A shared file asks a registry for what a kind brings along, so that a new kind needs no line in it. See src/README.md.',
      // These two rooms pack and read what the bench captured, so they may import it.
      { path: ROOM, pathNot: [KIND_ROOM, ...REGISTRIES, '^src/app/evidence/', '^src/ui/locker/'] },
      { path: KIND_ROOM },
    ),
    forbid(
      'shared-names-no-kind',
      'A locker is filled at the bench of preservation alone. Of other kinds its rooms know nothing.',
      { path: '^src/(?:app/evidence|ui/locker)/' },
      { path: KIND_ROOM, pathNot: `${ROOM}preservation/` },
    ),

    layer(
      'formats-import-core-only',
      'A codec knows the model and the outside standard, nothing else.',
      '^src/formats/',
      '^src/(?:core|formats)/',
    ),
    layer(
      'app-imports-core-and-formats',
      'A use case reaches the outside through ports that it is given.',
      '^src/app/',
      '^src/(?:core|formats|app)/',
    ),
    layer(
      'adapters-implement-ports',
      'An adapter makes one port real. It may know the use cases and the model, never a screen.',
      '^src/adapters/',
      '^src/(?:core|formats|app|adapters)/',
    ),
    layer(
      'i18n-imports-core-only',
      'Messages know the model at most. Whoever shows a message picks it.',
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
      'An island wires use cases to adapters of the browser and components to both. It asks app for bytes and formats.',
      '^src/ui/islands/',
      '^src/(?:core|app|i18n|styles|ui|adapters/browser)/',
    ),
    forbid(
      'answers-opened-in-app',
      'Answers are opened in app/ only; a screen receives a score report. A type gives no answer away and is free.',
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
      'This would pull Node code into what the browser loads, even through other files. Give the browser an adapter of its own.',
      { path: '^src/(?:ui|adapters/browser)/' },
      { path: '^src/adapters/node/', reachable: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'node', 'default', 'types'],
    },
  },
};
