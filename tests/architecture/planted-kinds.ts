import { FOR_ONE_KIND } from '../../scripts/config/for-one-kind.mjs';
import { astro, type Files, type PlantedViolation, row, svelte, THING, use } from './planted-files.ts';

const useWords = (of: string) =>
  `import words from '#words/${of}.json' with { type: 'json' };\nexport const used = words;\n`;

/** Files that exist for one kind, each with an import of another. */
const forAnotherKind = (ending: RegExp, files: (file: string, from: string) => Files) =>
  FOR_ONE_KIND.filter(({ file }) => ending.test(file)).map(({ file }) =>
    row('shared-names-no-kind', files(file, '#kinds/touching/model/of-another-kind.ts')),
  );

/** Violations of the rules about kinds, with `tasting` and `touching`, which are invented; for dependency-cruiser. */
export const KIND_IMPORTS: readonly PlantedViolation[] = [
  row('kinds-stand-alone', {
    'src/kinds/tasting/model/needs-other-kind.ts': use('#kinds/touching/model/needed-by-other-kind.ts'),
    'src/kinds/touching/model/needed-by-other-kind.ts': THING,
  }),
  row('kinds-stand-alone', {
    'src/kinds/tasting/screens/ShowsOtherKind.svelte': svelte('#kinds/touching/model/shown-by-other-kind.ts'),
    'src/kinds/touching/model/shown-by-other-kind.ts': THING,
  }),
  row('kinds-stand-alone', {
    'src/kinds/tasting/screens/says-touching.ts': useWords('kinds/touching'),
    'src/kinds/touching/words/en/screens.json': '{}\n',
  }),

  row('only-edges-list-kinds', {
    'src/case/debrief/model/knows-all-kinds.ts': use('#kinds/shipped/model/known-by-debrief.ts'),
    'src/kinds/shipped/model/known-by-debrief.ts': THING,
  }),
  row('only-edges-list-kinds', {
    'src/learning/portfolio/islands/KnowsAllKinds.svelte': svelte('#kinds/shipped/islands/known-by-island.ts'),
    'src/kinds/shipped/islands/known-by-island.ts': THING,
  }),
  row('only-edges-list-kinds', {
    'src/studio/browser/is-no-worker.ts': use('#kinds/shipped/model/known-by-studio.ts'),
    'src/kinds/shipped/model/known-by-studio.ts': THING,
  }),
  row('only-edges-list-kinds', {
    'src/bench/markets/model/takes-a-type.ts':
      "import type { Thing } from '#kinds/shipped/model/known-as-type.ts';\nexport type Used = Thing;\n",
    'src/kinds/shipped/model/known-as-type.ts': 'export type Thing = 1;\n',
  }),
  row('only-edges-list-kinds', {
    'src/kinds/tasting/model/knows-all-kinds.ts': use('#kinds/shipped/model/known-by-kind.ts'),
    'src/kinds/shipped/model/known-by-kind.ts': THING,
  }),
  row('only-edges-list-kinds', {
    'src/kinds/tasting/browser/draws.worker.ts': use('#kinds/shipped/model/known-by-worker-of-kind.ts'),
    'src/kinds/shipped/model/known-by-worker-of-kind.ts': THING,
  }),

  row('shared-names-no-kind', {
    'src/case/debrief/model/knows-tasting.ts': use('#kinds/tasting/model/play.ts'),
    'src/kinds/tasting/model/play.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/case/play/use-cases/knows-touching.ts': `export * from '#kinds/touching/use-cases/known-by-case.ts';\n`,
    'src/kinds/touching/use-cases/known-by-case.ts': use('#kinds/touching/model/play.ts'),
    'src/kinds/touching/model/play.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/site/islands/KnowsTasting.svelte': svelte('#kinds/tasting/islands/known-by-island.ts'),
    'src/kinds/tasting/islands/known-by-island.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/site/pages/touching.json.ts': use('#kinds/touching/model/served.ts'),
    'src/kinds/touching/model/served.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/library/review/astro/shows-tasting.ts': use('#kinds/tasting/screens/shown.ts'),
    'src/kinds/tasting/screens/shown.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/studio/browser/keeps-touching.worker.ts': use('#kinds/touching/model/kept.ts'),
    'src/kinds/touching/model/kept.ts': THING,
  }),
  row('shared-names-no-kind', {
    'scripts/counts-touching.ts': use('#kinds/touching/model/counted.ts'),
    'src/kinds/touching/model/counted.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/evidence/locker/screens/says-tasting.ts': useWords('kinds/tasting'),
    'src/kinds/tasting/words/en/screens.json': '{}\n',
  }),
  ...forAnotherKind(/(?<!\.astro)$/, (file, from) => ({
    [file]: file.endsWith('.svelte') ? svelte(from) : use(from),
    'src/kinds/touching/model/of-another-kind.ts': THING,
  })),
];

/** The same in .astro files, refused by ESLint. */
export const KIND_ASTRO: readonly PlantedViolation[] = [
  row('only-edges-list-kinds', {
    'src/learning/lessons/astro/KnowsAllKinds.astro': astro("import { thing } from '#kinds/shipped/model/play.ts';"),
  }),
  row('shared-names-no-kind', {
    'src/site/pages/shows-tasting.astro': astro("import Exercise from '#kinds/tasting/screens/Exercise.svelte';"),
  }),
  row('shared-names-no-kind', {
    'src/library/review/astro/TakesType.astro': astro("import type { Brief } from '#kinds/touching/model/schemas.ts';"),
  }),
  row('shared-names-no-kind', {
    'src/site/layouts/SaysTasting.astro': astro("import words from '#words/kinds/tasting.json' with { type: 'json' };"),
  }),
  ...forAnotherKind(/\.astro$/, (file, from) => ({ [file]: astro(`import { thing } from '${from}';`) })),
];

/** What a kind, their list, or an edge may import. */
export const KIND_ALLOWED: Files = {
  'src/kinds/tasting/screens/says-tasting.ts': useWords('kinds/tasting'),
  'src/kinds/tasting/model/shares.ts': use('#case/exercise/model/shared-by-kinds.ts'),
  'src/case/exercise/model/shared-by-kinds.ts': THING,
  'src/kinds/shipped/screens/kind-table-cards.ts': use('#kinds/tasting/screens/cards.ts'),
  'src/kinds/tasting/screens/cards.ts': THING,
  'src/kinds/shipped/model/listed.ts': use('#kinds/touching/model/listed-kind.ts'),
  'src/kinds/touching/model/listed-kind.ts': THING,
  'src/studio/browser/lists-kinds.worker.ts': use('#kinds/shipped/model/listed.ts'),
  'src/site/islands/ListsKinds.svelte': svelte('#kinds/shipped/model/listed.ts'),
  'src/site/pages/lists-kinds.astro': astro("import { used } from '#kinds/shipped/model/listed.ts';"),
  'scripts/lists-kinds.ts': use('#kinds/shipped/model/listed.ts'),
};
