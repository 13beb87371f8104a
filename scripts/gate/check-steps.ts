import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ROOT } from '../command/root.ts';

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
export const SLOW_UNIT_TESTS = [
  'scripts/**',
  '**/long-texts.test.ts',
  '**/hostile-text.test.ts',
  '**/every-sentence.test.ts',
  '**/{broken-library,broken-scenario,planted-*}.test.ts',
  'kernel/model/keyed-permutation.test.ts',
  'kernel/formats/authored/profiles.test.ts',
  'market/generator/**',
  'market/ads/model/signs-on-pages.test.ts',
  'market/documents/use-cases/market-files.test.ts',
  'market/platforms/model/verdict.test.ts',
  'market/search/model/{filter-by-facets,search-text}.test.ts',
  'market/search/use-cases/search.test.ts',
  'market/shares/use-cases/join-shares.test.ts',
  'evidence/drill/model/{plant-fault,second-reading}.test.ts',
  'evidence/locker/browser/chosen-bag.test.ts',
  'evidence/locker/use-cases/{drills,oddities,pack-locker,verify-locker}.test.ts',
  'case/attempt/model/{any-story,handled-work,retry-attempt}.test.ts',
  'case/attempt-file/model/attempt-file.test.ts',
  'case/checking/model/{any-story,check-acts}.test.ts',
  'case/debrief/model/second-try.test.ts',
  'case/debrief/screens/done-elsewhere.test.ts',
  'case/language/model/{machine-and-story,parts-of-case}.test.ts',
  'case/language/use-cases/platforms.test.ts',
  'case/play/use-cases/known-letters.test.ts',
  'case/reference-players/**',
  'case/scoring/model/score-attempt.test.ts',
  'case/statechart/use-cases/lay-out-chart.test.ts',
  'kinds/detection/model/{certainty,cheating-players,flags-on-others,gap-by-chance,score}.test.ts',
  'kinds/linking/model/{score,shown-traces}.test.ts',
  'kinds/platform-test/model/{exercise,score-test,seen-test}.test.ts',
  'kinds/platform-test/use-cases/{build,locker-of-test}.test.ts',
  'kinds/preservation/model/{bench-acts,one-count,rubric}.test.ts',
  'kinds/preservation/use-cases/{drill/drill-locker,locker/locker-of-attempt}.test.ts',
  'library/cases/use-cases/case-files.test.ts',
  'library/content/use-cases/review-sets.test.ts',
  'library/project/use-cases/load-project.test.ts',
  'library/review/use-cases/{court-review,take-review}.test.ts',
  'room/model/{board,replay-room,result-line}.test.ts',
  'room/use-cases/wall-deck.test.ts',
  'studio/codec/edit-yaml.test.ts',
  'studio/model/quick-fix.test.ts',
  'studio/use-cases/{begin,case-archive,clean-case,draft-engine,hostile-draft,pack-draft}.test.ts',
  'studio/use-cases/checking/replay-on-edited.test.ts',
  'bench/markets/model/coverage.test.ts',
  'bench/predictions/**',
];
const WITHOUT_SLOW = SLOW_UNIT_TESTS.map((slow) => `--exclude "tests/unit/${slow}"`).join(' ');

/** The other tests of the architecture start processes or change files. Written out: not every shell expands braces. */
const SHORT_ARCHITECTURE_TESTS = ['check-steps', 'commands', 'house', 'prose-in-pages', 'shared-names-no-kind']
  .map((name) => `tests/architecture/${name}.test.ts`)
  .join(' ');

const CODE = ['src', 'scripts', 'tests', 'package.json', 'tsconfig.json'];
/** Folders with the words of the screens: one for all doors, and one with each kind. */
const WORDS = ['src/i18n/words', ...globSync('src/kinds/*/words', { cwd: ROOT })];

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
    name: 'models are plain language',
    command: 'tsc --project src/tsconfig.model.json --noEmit --incremental --tsBuildInfoFile .cache/model.tsbuildinfo',
    in: ['all', 'fast', 'changed', 'architecture'],
    inputs: ['src', 'tsconfig.json', 'package.json'],
  },
  {
    // All tests include these.
    name: 'doors and layers, commands, prose in pages, names of kinds',
    command: `vitest run --config scripts/config/vitest.config.ts --maxWorkers=1 ${SHORT_ARCHITECTURE_TESTS}`,
    in: ['fast', 'changed'],
    inputs: ['src', 'scripts', 'tests/architecture'],
  },
  {
    // All steps read content in their tests. Here it is read after a change of content, or of what judges it.
    name: 'content',
    command: 'node scripts/lint-content.ts',
    in: ['changed'],
    inputs: ['content', ...WORDS, 'src/safety/content', 'scripts/lint-content.ts'],
  },
  {
    name: 'cases',
    command: 'node scripts/check-scenarios.ts',
    in: ['changed'],
    inputs: ['scenarios', 'src/case/checking', 'scripts/check-scenarios.ts'],
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
