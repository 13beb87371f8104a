import { availableParallelism } from 'node:os';

/** Selections of steps: all, the static ones (`fast`), those whose inputs have changed, and the import rules alone. */
export type Selection = 'all' | 'fast' | 'changed' | 'architecture';

/** Maximum number of parallel steps: each keeps one thread busy, except those marked `alone`. */
export const LANES = Math.max(2, availableParallelism());

export interface Step {
  readonly name: string;
  readonly command: string;
  /** The selections that include this step. */
  readonly in: readonly Selection[];
  /**
   * Files and folders that its result depends on, besides the installed packages; left out where they cannot be listed.
   */
  readonly inputs?: readonly string[];
  /** Set where of source files only the imports count. */
  readonly readsImportsOnly?: true;
  /**
   * Set where what it says of a file depends on that file and these settings alone. `command` then ends with a space:
   * the files follow, or a dot for all of them.
   */
  readonly perFile?: readonly string[];
  /** Set for tests of what changed: their folders. `command` ends with a space, and names of files follow. */
  readonly testsIn?: readonly string[];
  /** Steps that must end first, because they write files that this one reads or writes. */
  readonly after?: readonly string[];
  /** A step that must pass first; where it fails, this one is not run. */
  readonly needs?: string;
  /** Set where the step keeps all processors busy: nothing else runs in parallel. */
  readonly alone?: true;
}

/** Vitest uses all processors here, because nothing else runs in parallel; by default it leaves one free. */
const VITEST = `vitest run --config scripts/config/vitest.config.ts --maxWorkers=${LANES} --reporter=dot --reporter=json`;

/** Unit tests that take seconds each: they draw many markets, read very long texts, or start whole commands. */
const SLOW_UNIT_TESTS = [
  'scripts/**',
  '**/long-texts.test.ts',
  '**/hostile-text.test.ts',
  '**/every-sentence.test.ts',
  'core/market-generator/**',
  'core/prediction/**',
  'app/reference/**',
  'app/library/{profiles,review-sets,broken-library,broken-scenario,load-project,case-files,planted-*}.test.ts',
  'app/evidence/{oddities,pack-locker,drill-locker,drills,locker-of-attempt,verify-locker}.test.ts',
  'core/evidence/tamper/plant-fault.test.ts',
  'app/studio/{draft-engine,hostile-draft,case-archive,clean-case,pack-draft,begin}.test.ts',
  'app/review/court-review.test.ts',
  'core/{checkathon/score-test,studio/quick-fix}.test.ts',
  'formats/yaml/edit-yaml.test.ts',
  'app/author/replay-on-edited.test.ts',
  'app/chart/lay-out-chart.test.ts',
  'core/scenario/machine-and-story.test.ts',
  'core/debrief/second-try.test.ts',
  'core/attempt-file/attempt-file.test.ts',
  'core/linking/{score,shown-traces}.test.ts',
  'app/{library/load-language,room/wall-deck,market-search/search,case/known-letters}.test.ts',
  'core/{market/signs-on-pages,ad-text/{write-text,words-of-language},checking/any-story}.test.ts',
  'core/detection/{gap-by-chance,cheating-players,flags-on-others}.test.ts',
  'core/market-search/filter-by-facets.test.ts',
  'app/market/market-files.test.ts',
  'core/preservation/{one-count,rubric,bench-acts}.test.ts',
  'ui/debrief/done-elsewhere.test.ts',
  'core/room/{board,parts-of-case,replay-room,result-line}.test.ts',
  'app/{market-shares/join-shares,library/platforms,review/take-review}.test.ts',
  'app/checkathon/{build,locker-of-test}.test.ts',
  'adapters/browser/chosen-bag.test.ts',
  'core/attempt/{any-story,retry-attempt}.test.ts',
  'core/checkathon/{exercise,seen-test}.test.ts',
  'core/{bench/coverage,checking/check-acts,moderation/verdict,portfolio/handled-work}.test.ts',
  'core/detection/{score,certainty}.test.ts',
  'core/{scoring/score-attempt,ad-text/voices-and-facts,market-search/search-text,kernel/keyed-permutation}.test.ts',
];
const WITHOUT_SLOW = SLOW_UNIT_TESTS.map((slow) => `--exclude "tests/unit/${slow}"`).join(' ');

const CODE = ['src', 'scripts', 'tests', 'package.json', 'tsconfig.json'];

/** All steps. Where two of them check the same thing, such as types, the faster one is in the shorter selections. */
export const STEPS: readonly Step[] = [
  {
    // Only .astro files, which svelte-check does not read; the full form would read all others a second time.
    name: 'types in .astro',
    command: 'astro check --minimumFailingSeverity warning --tsconfig tsconfig.astro.json',
    in: ['all'],
  },
  {
    // The native compiler needs 21 s of processor time instead of 50, and 3 to 11 s incrementally.
    name: 'types in .svelte and .ts',
    command: 'svelte-check --tsconfig ./tsconfig.svelte.json --fail-on-warnings --output human --tsgo --incremental',
    in: ['all', 'fast', 'changed'],
    inputs: [...CODE, 'tsconfig.svelte.json', 'astro.config.mjs', '.astro/types.d.ts'],
    after: ['types in .astro'],
  },
  { name: 'build', command: 'node scripts/build-site.ts', in: ['all'], after: ['types in .astro'] },
  {
    name: 'format and lint',
    command:
      'biome check --config-path scripts/config --diagnostic-level=warn --error-on-warnings --no-errors-on-unmatched ',
    in: ['all', 'fast', 'changed'],
    perFile: ['scripts/config/biome.json', 'package-lock.json'],
  },
  {
    name: 'imports of .ts and .svelte',
    command: 'depcruise --config scripts/config/dependency-cruiser.mjs --output-type err-long src scripts',
    in: ['all', 'fast', 'changed', 'architecture'],
    inputs: ['src', 'scripts', 'package.json'],
    readsImportsOnly: true,
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
    command: 'tsc --project src/tsconfig.model.json --noEmit --incremental --tsBuildInfoFile .cache/core.tsbuildinfo',
    in: ['all', 'fast', 'changed', 'architecture'],
    inputs: ['src', 'tsconfig.json', 'package.json'],
  },
  {
    // All tests include these. The other tests of the architecture start processes or change files.
    name: 'commands, prose in pages, names of kinds',
    command:
      'vitest run --config scripts/config/vitest.config.ts --maxWorkers=1 tests/architecture/{commands,prose-in-pages,shared-names-no-kind}.test.ts',
    in: ['fast', 'changed'],
    inputs: ['src', 'scripts', 'tests/architecture'],
  },
  {
    // All steps read content in their tests. Here it is read after a change of content, or of what judges it.
    name: 'content',
    command: 'node scripts/lint-content.ts',
    in: ['changed'],
    inputs: ['content', 'src/i18n/messages', 'src/core/safety', 'scripts/lint-content.ts'],
  },
  {
    name: 'cases',
    command: 'node scripts/check-scenarios.ts',
    in: ['changed'],
    inputs: ['scenarios', 'src/core/checking', 'scripts/check-scenarios.ts'],
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
    command: `${VITEST} --project unit --project component --passWithNoTests --outputFile.json=.cache/reports/changed.json ${WITHOUT_SLOW} `,
    testsIn: ['tests/unit/', 'tests/component/'],
    in: ['changed'],
    alone: true,
  },
];
