import { availableParallelism } from 'node:os';

/** Runs of the gate: all of it, what one waits for while one writes, what a change touches, and the rules of imports alone. */
export type Selection = 'all' | 'fast' | 'changed' | 'architecture';

/** Steps that run at the same time: each of them has one busy thread, unless it says that it has all. */
export const LANES = Math.max(2, availableParallelism());

export interface Step {
  readonly name: string;
  readonly command: string;
  /** The runs that this step is part of. */
  readonly in: readonly Selection[];
  /** Files and folders that its result depends on, besides the installed packages; left out where nothing short names them. */
  readonly inputs?: readonly string[];
  /** Steps that have to end before, because they write what this one reads or writes too. */
  readonly after?: readonly string[];
  /** A step without whose result this one says nothing; where that fails, this one is not run. */
  readonly needs?: string;
  /** Set where the step keeps all processors busy by itself: nothing else runs beside it. */
  readonly alone?: true;
}

/** Vitest leaves a processor free by itself; here nothing else runs beside it. */
const VITEST = `vitest run --config scripts/config/vitest.config.ts --maxWorkers=${LANES} --reporter=dot --reporter=json`;

/** Unit tests of which one takes seconds: they draw many markets, read very long texts, or start whole commands. */
const SLOW_UNIT_TESTS = [
  'scripts/**',
  '**/long-texts.test.ts',
  '**/hostile-text.test.ts',
  '**/every-sentence.test.ts',
  'core/market-generator/**',
  'core/prediction/**',
];
const WITHOUT_SLOW = SLOW_UNIT_TESTS.map((slow) => `--exclude "tests/unit/${slow}"`).join(' ');

const CODE = ['src', 'scripts', 'tests', 'package.json', 'tsconfig.json'];

/** Where two steps name one thing, such as types, the shorter of them belongs to the shorter runs. */
export const STEPS: readonly Step[] = [
  {
    // Only .astro files, which svelte-check does not read; the longer form reads all others a second time.
    name: 'types in .astro',
    command: 'astro check --minimumFailingSeverity warning --tsconfig tsconfig.astro.json',
    in: ['all'],
  },
  {
    // The native compiler: 21 s of a processor in place of 50, and 3 to 11 where the last run is built on.
    name: 'types in .svelte and .ts',
    command: 'svelte-check --tsconfig ./tsconfig.svelte.json --fail-on-warnings --output human --tsgo --incremental',
    in: ['all', 'fast', 'changed'],
    inputs: [...CODE, 'tsconfig.svelte.json', 'astro.config.mjs', '.astro/types.d.ts'],
    after: ['types in .astro'],
  },
  { name: 'build', command: 'node scripts/build-site.ts', in: ['all'], after: ['types in .astro'] },
  {
    name: 'format and lint',
    command: 'biome check --config-path scripts/config --diagnostic-level=warn --error-on-warnings .',
    in: ['all', 'fast', 'changed'],
  },
  {
    name: 'imports of .ts and .svelte',
    command: 'depcruise --config scripts/config/dependency-cruiser.mjs --output-type err-long src scripts',
    in: ['all', 'fast', 'changed', 'architecture'],
    inputs: ['src', 'scripts', 'package.json'],
  },
  {
    name: 'imports of .astro, chance, time, locales',
    command:
      'eslint --config scripts/config/eslint.config.mjs --max-warnings 0 --cache --cache-location .cache/eslint/ --cache-strategy content src scripts',
    in: ['all', 'fast', 'changed', 'architecture'],
    inputs: ['src', 'scripts', 'package.json'],
  },
  {
    name: 'core is plain language',
    command: 'tsc --project src/core --noEmit',
    in: ['all', 'fast', 'changed', 'architecture'],
    inputs: ['src/core', 'tsconfig.json', 'package.json'],
  },
  { name: 'unused code', command: 'knip --config scripts/config/knip.json', in: ['all'] },
  { name: 'size', command: 'node scripts/check-size.ts', in: ['all'], needs: 'build' },
  {
    name: 'tests',
    command: `${VITEST} --outputFile.json=.cache/reports/vitest.json`,
    in: ['all'],
    after: ['build'],
    alone: true,
  },
  {
    name: 'unit tests',
    command: `${VITEST} --project unit --outputFile.json=.cache/reports/unit.json ${WITHOUT_SLOW}`,
    in: ['fast'],
    alone: true,
  },
  {
    name: 'tests of what changed',
    command: `${VITEST} --project unit --project component --changed --passWithNoTests --outputFile.json=.cache/reports/changed.json ${WITHOUT_SLOW}`,
    in: ['changed'],
    alone: true,
  },
];
