import { astro, type Files, type PlantedViolation, row, svelte, THING, use } from './planted-files.ts';

/** Violations of the rules about kinds, with `tasting` and `touching`, which are invented; for dependency-cruiser. */
export const KIND_IMPORTS: readonly PlantedViolation[] = [
  row('kinds-stand-alone', {
    'src/ui/tasting/ShowsOtherKind.svelte': svelte('#core/touching/shown-by-other-kind.ts'),
    'src/core/touching/shown-by-other-kind.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/core/debrief/knows-tasting.ts': use('#core/tasting/play.ts'),
    'src/core/tasting/play.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/app/case/knows-touching.ts': `export * from '#app/touching/known-by-case.ts';\n`,
    'src/app/touching/known-by-case.ts': use('#core/touching/play.ts'),
    'src/core/touching/play.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/ui/islands/KnowsTasting.svelte': svelte('#ui/islands/tasting/known-by-island.ts'),
    'src/ui/islands/tasting/known-by-island.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/pages/touching.json.ts': use('#core/touching/served.ts'),
    'src/core/touching/served.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/components/shows-tasting.ts': use('#ui/tasting/shown.ts'),
    'src/ui/tasting/shown.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/adapters/browser/keeps-touching.ts': use('#core/touching/kept.ts'),
    'src/core/touching/kept.ts': THING,
  }),
  row('shared-names-no-kind', {
    'scripts/counts-touching.ts': use('#core/touching/counted.ts'),
    'src/core/touching/counted.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/ui/case/says-tasting.ts':
      "import words from '#words/tasting.json' with { type: 'json' };\nexport const used = words;\n",
    'src/i18n/messages/en/tasting.json': '{}\n',
  }),
  row('kinds-stand-alone', {
    'src/ui/tasting/says-touching.ts':
      "import words from '#words/touching.json' with { type: 'json' };\nexport const used = words;\n",
    'src/i18n/messages/en/touching.json': '{}\n',
  }),
  row('shared-names-no-kind', {
    'src/ui/locker/says-touching.ts':
      "import words from '#words/touching.json' with { type: 'json' };\nexport const used = words;\n",
    'src/i18n/messages/en/touching.json': '{}\n',
  }),
  row('shared-names-no-kind', {
    // One of the scripts that exist for one kind, which is another one.
    'scripts/market/label-balance.ts': use('#core/touching/balanced.ts'),
    'src/core/touching/balanced.ts': THING,
  }),
  row('shared-names-no-kind', {
    'src/app/evidence/packs-touching.ts': use('#core/touching/packed.ts'),
    'src/core/touching/packed.ts': THING,
  }),
  row('only-edges-list-kinds', {
    'src/core/debrief/asks-registry.ts': use('#core/kinds/tastes.ts'),
    'src/core/kinds/tastes.ts': THING,
  }),
  row('only-edges-list-kinds', {
    'src/app/library/asks-builds.ts': use('#app/kinds/built.ts'),
    'src/app/kinds/built.ts': THING,
  }),
  row('only-edges-list-kinds', {
    'src/ui/islands/AsksScreens.svelte': svelte('#kinds/shipped/islands/kind-screens.ts'),
    'src/kinds/shipped/islands/kind-screens.ts': THING,
  }),
  row('only-edges-list-kinds', {
    'src/components/asks-cards.ts': use('./kind-table-cards.ts'),
    'src/kinds/shipped/screens/kind-table-cards.ts': THING,
  }),
  row('only-edges-list-kinds', {
    // Its type alone is enough to know the kinds.
    'src/core/scoring/knows-fields.ts':
      "import type { thing } from '#core/kinds/fields.ts';\nexport type Used = typeof thing;\n",
    'src/core/kinds/fields.ts': THING,
  }),
];

/** The same in .astro files, refused by ESLint. */
export const KIND_ASTRO: readonly PlantedViolation[] = [
  row('shared-names-no-kind', {
    'src/pages/shows-tasting.astro': astro("import Exercise from '#ui/tasting/Exercise.svelte';"),
  }),
  row('shared-names-no-kind', {
    'src/components/takes-a-type.astro': astro("import type { Brief } from '#core/touching/schemas.ts';"),
  }),
  row('shared-names-no-kind', {
    'src/layouts/says-tasting.astro': astro("import words from '#words/tasting.json' with { type: 'json' };"),
  }),
  row('shared-names-no-kind', {
    'src/site/pages/practise/again/index.astro': astro("import Exercise from '#ui/tasting/Exercise.svelte';"),
  }),
];

/** What a kind, or a registry, may import. */
export const KIND_ALLOWED: Files = {
  'src/ui/tasting/says-tasting.ts':
    "import words from '#words/tasting.json' with { type: 'json' };\nexport const used = words;\n",
  'src/kinds/shipped/screens/kind-table-cards.ts': use('#ui/tasting/cards.ts'),
  'src/ui/tasting/cards.ts': THING,
  'src/ui/islands/pages/puts-kinds-in.ts': use('#core/kinds/put-in.ts'),
  'src/core/kinds/put-in.ts': THING,
  'src/adapters/browser/tastes.worker.ts': use('#core/kinds/in-worker.ts'),
  'src/core/kinds/in-worker.ts': THING,
  'src/app/library/asks-all.ts': use('#case/plug/use-cases/ask-builds.ts'),
  'src/case/plug/use-cases/ask-builds.ts': THING,
};
