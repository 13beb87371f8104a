import { type PlantedViolation, row, svelte, THING, use } from './planted-files.ts';

/** Pairs of doors of which the first may not import the second. Imports from kinds/ are in planted-kinds.ts. */
const REFUSED_DOORS: readonly (readonly [string, string])[] = [
  ['kernel', 'i18n'],
  ['i18n', 'design'],
  ['design', 'safety'],
  ['safety', 'market'],
  ['market', 'evidence'],
  ['market', 'case'],
  ['evidence', 'case'],
  ['case', 'library'],
  ['case', 'learning'],
  ['case', 'room'],
  ['kinds/tasting', 'library'],
  ['kinds/shipped', 'room'],
  ['library', 'learning'],
  ['library', 'room'],
  ['learning', 'room'],
  ['room', 'evidence'],
  ['room', 'learning'],
  ['room', 'studio'],
  ['studio', 'evidence'],
  ['studio', 'learning'],
  ['studio', 'site'],
  ['bench', 'i18n'],
  ['bench', 'case'],
  ['site', 'bench'],
];

/** Refused by dependency-cruiser: imports against the table of doors. */
export const DOOR_IMPORTS: readonly PlantedViolation[] = [
  ...REFUSED_DOORS.map(([from, to]) => {
    const seen = `${to}/model/seen-from-${from.replace('/', '-')}.ts`;
    return row('doors-in-order', {
      [`src/${from}/model/looks-at-${to}.ts`]: use(`#${seen}`),
      [`src/${seen}`]: THING,
    });
  }),
  row('doors-in-order', {
    'src/case/plug/model/takes-a-type.ts':
      "import type { Thing } from '#learning/worksheets/model/reached-type.ts';\nexport type Used = Thing;\n",
    'src/learning/worksheets/model/reached-type.ts': 'export type Thing = 1;\n',
  }),
];

/** Refused by dependency-cruiser: imports against the table of layers, with answers and Node. */
export const LAYER_IMPORTS: readonly PlantedViolation[] = [
  row('models-import-models-only', {
    'src/kernel/model/reaches-out.ts': use('#kernel/formats/csv/reached.ts'),
    'src/kernel/formats/csv/reached.ts': THING,
  }),
  row('models-import-models-only', {
    'src/market/ads/model/draws.ts': use('#market/ads/codec/drawn-by-model.ts'),
    'src/market/ads/codec/drawn-by-model.ts': THING,
  }),
  row('models-import-models-only', {
    'src/room/model/takes-a-type.ts':
      "import type { Thing } from '#room/use-cases/reached-type.ts';\nexport type Used = Thing;\n",
    'src/room/use-cases/reached-type.ts': 'export type Thing = 1;\n',
  }),
  row('models-import-models-only', {
    'src/market/search/model/says.ts':
      "import words from '#words/market/market.json' with { type: 'json' };\nexport const used = words;\n",
    'src/i18n/words/en/market/market.json': '{}\n',
  }),
  row('codecs-import-models-only', {
    'src/kernel/formats/csv/asks-use-case.ts': use('#kernel/use-cases/asked-by-format.ts'),
    'src/kernel/use-cases/asked-by-format.ts': THING,
  }),
  row('codecs-import-models-only', {
    'src/evidence/locker/codec/asks-use-case.ts': use('#evidence/locker/use-cases/asked-by-codec.ts'),
    'src/evidence/locker/use-cases/asked-by-codec.ts': THING,
  }),
  row('use-cases-import-models-and-codecs', {
    'src/case/play/use-cases/makes-port-real.ts': use('#case/play/browser/made-real.ts'),
    'src/case/play/browser/made-real.ts': THING,
  }),
  row('use-cases-import-models-and-codecs', {
    'src/room/use-cases/says.ts': use('#i18n/said-by-use-case.ts'),
    'src/i18n/said-by-use-case.ts': THING,
  }),
  row('adapters-implement-ports', {
    'src/case/play/browser/draws.ts': use('#case/play/screens/drawn.ts'),
    'src/case/play/screens/drawn.ts': THING,
  }),
  row('adapters-implement-ports', {
    'src/evidence/locker/node/takes-browser.ts': use('#evidence/locker/browser/taken-by-node.ts'),
    'src/evidence/locker/browser/taken-by-node.ts': THING,
  }),
  row('i18n-imports-models-only', {
    'src/i18n/asks-use-case.ts': use('#kernel/use-cases/asked-by-message.ts'),
    'src/kernel/use-cases/asked-by-message.ts': THING,
  }),
  row('components-take-props', {
    'src/case/play/screens/StoresByItself.svelte': svelte('#case/play/browser/stored.ts'),
    'src/case/play/browser/stored.ts': THING,
  }),
  row('components-take-props', {
    'src/case/play/screens/calls-use-case.ts': use('#case/play/use-cases/called-by-component.ts'),
    'src/case/play/use-cases/called-by-component.ts': THING,
  }),
  row('components-take-props', {
    'src/case/play/screens/HoldsIsland.svelte':
      '<script lang="ts">\nimport Held from \'#case/play/islands/Held.svelte\';\n</script>\n<Held />\n',
    'src/case/play/islands/Held.svelte': '<p>held</p>\n',
  }),
  row('islands-wire', {
    'src/case/play/islands/WritesFormat.svelte': svelte('#kernel/formats/csv/written-by-island.ts'),
    'src/kernel/formats/csv/written-by-island.ts': THING,
  }),
  row('answers-opened-in-use-cases', {
    'src/case/play/screens/reads-truth.ts': use('#market/ads/model/ground-truth.ts'),
    'src/market/ads/model/ground-truth.ts': THING,
  }),
  row('answers-opened-in-use-cases', {
    'src/kinds/tasting/screens/ScoresByItself.svelte': svelte('#kinds/tasting/model/score.ts'),
    'src/kinds/tasting/model/score.ts': THING,
  }),
  row('answers-opened-in-use-cases', {
    'src/site/islands/ScoresAll.svelte': svelte('#kinds/shipped/model/score.ts'),
    'src/kinds/shipped/model/score.ts': THING,
  }),
  row('answers-opened-in-use-cases', {
    'src/case/play/browser/keeps-key.ts': use('#case/scoring/model/schemas.ts'),
    'src/case/scoring/model/schemas.ts': THING,
  }),
  row('answers-opened-in-use-cases', {
    'src/site/pages/key.json.ts': use('#case/scoring/model/schemas.ts'),
  }),
  row('answers-opened-in-use-cases', {
    'src/learning/lessons/astro/shows-key.ts': use('#case/scoring/model/schemas.ts'),
  }),
  row('node-only-in-node', {
    'src/case/play/use-cases/reads-file.ts':
      "import { readFileSync } from 'node:fs';\nexport const used = readFileSync;\n",
  }),
  row('browser-not-to-node', {
    'src/evidence/locker/browser/takes-node.ts': use('#evidence/locker/node/taken.ts'),
    'src/evidence/locker/node/taken.ts': THING,
  }),
  row('browser-not-to-node', {
    'src/evidence/locker/islands/TakesNodeInTwoSteps.svelte': svelte('#evidence/locker/browser/step.ts'),
    'src/evidence/locker/browser/step.ts': `export * from '#evidence/locker/node/taken-in-two-steps.ts';\n`,
    'src/evidence/locker/node/taken-in-two-steps.ts': THING,
  }),
];
