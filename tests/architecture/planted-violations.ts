import { astro, type Files, type PlantedViolation, row, svelte, THING, use } from './planted-files.ts';
import { KIND_ALLOWED, KIND_ASTRO, KIND_IMPORTS } from './planted-kinds.ts';

/** Adjacent folders of core, bottom to top. Invented kinds: `seeing`, `hearing`; played: `tasting`, `touching`. */
const UPWARD: readonly (readonly [string, string])[] = [
  ['kernel', 'measures'],
  ['measures', 'indicators'],
  ['indicators', 'safety'],
  ['safety', 'market'],
  ['market', 'market-generator'],
  ['market-generator', 'market-search'],
  ['market-search', 'evidence'],
  ['evidence', 'exercise'],
  ['exercise', 'moderation'],
  ['moderation', 'seeing'],
  ['seeing', 'kinds'],
  ['exercise', 'practice'],
  ['seeing', 'practice'],
  ['practice', 'prediction'],
  ['care', 'seeing'],
  ['kinds', 'scenario'],
  ['scenario', 'attempt'],
  ['attempt', 'scoring'],
  ['scoring', 'checking'],
  ['scoring', 'debrief'],
  ['checking', 'debrief'],
  ['debrief', 'checking'],
  ['attempt-file', 'room'],
  ['room', 'debrief'],
];

/** Refused by dependency-cruiser: imports of .ts and .svelte. */
export const IMPORTS: readonly PlantedViolation[] = [
  row('no-circular', {
    'src/core/kernel/hen.ts': "import { egg } from './egg.ts';\nexport const hen = () => egg;\n",
    'src/core/kernel/egg.ts': "import { hen } from './hen.ts';\nexport const egg = () => hen;\n",
  }),
  row('no-orphans', { 'src/core/kernel/alone.ts': THING }),
  row('nothing-imports-tests', {
    'src/core/kernel/leans-on-test.ts': use('../../../tests/support/an-ad.ts'),
    'tests/support/an-ad.ts': THING,
  }),
  row('no-barrels', {
    'src/core/kernel/through-barrel.ts': use('./index.ts'),
    'src/core/kernel/index.ts': THING,
  }),
  row('no-grab-bags', {
    'src/core/kernel/grabs.ts': use('./utils.ts'),
    'src/core/kernel/utils.ts': THING,
  }),
  row('no-grab-bags', {
    'src/core/kernel/grabs-in-folder.ts': use('./helpers/one.ts'),
    'src/core/kernel/helpers/one.ts': THING,
  }),
  row('cross-folder-by-hash', {
    'src/core/market/climbs.ts': use('../kernel/climbed.ts'),
    'src/core/kernel/climbed.ts': THING,
  }),
  row('cross-folder-by-hash', {
    'src/app/climbs.ts': use('../core/kernel/climbed-too.ts'),
    'src/core/kernel/climbed-too.ts': THING,
  }),
  row('cross-folder-by-hash', {
    'scripts/climbs.ts': use('../src/core/kernel/climbed-from-script.ts'),
    'src/core/kernel/climbed-from-script.ts': THING,
  }),
  row('internal-stays-internal', {
    'src/core/market/pries.ts': use('#core/kernel/_internal/private.ts'),
    'src/core/kernel/_internal/private.ts': THING,
  }),
  row('internal-stays-internal', {
    'scripts/pries.ts': use('#core/kernel/_internal/private-too.ts'),
    'src/core/kernel/_internal/private-too.ts': THING,
  }),

  row('use-needs-no-test-packages', { 'scripts/attempts/drives.ts': "export { chromium } from '@playwright/test';\n" }),
  row('commands-stand-alone', {
    'scripts/takes-from-command.ts': use('./a-command.ts'),
    'scripts/a-command.ts': THING,
  }),
  row('commands-stand-alone', {
    'scripts/market/takes-from-command.ts': use('../another-command.ts'),
    'scripts/another-command.ts': THING,
  }),

  row('core-imports-core-only', {
    'src/core/kernel/reaches-out.ts': use('#formats/csv/reached.ts'),
    'src/formats/csv/reached.ts': THING,
  }),
  row('core-imports-core-only', {
    'src/core/kernel/takes-a-type.ts':
      "import type { Thing } from '#app/reached-type.ts';\nexport type Used = Thing;\n",
    'src/app/reached-type.ts': 'export type Thing = 1;\n',
  }),
  row('core-npm-allowlist', {
    'src/core/kernel/reads-yaml.ts': "import { parse } from 'yaml';\nexport const used = parse;\n",
  }),
  row('zod-in-schemas', {
    'src/core/market/checks-by-itself.ts': "import { z } from 'zod';\nexport const used = z.string();\n",
  }),
  row('xstate-in-scenario-and-attempt', {
    'src/core/checking/runs-by-itself.ts': "import { setup } from 'xstate';\nexport const used = setup;\n",
  }),
  row('faker-in-picks', {
    'src/core/scenario/invents.ts': "import { Faker } from '@faker-js/faker';\nexport const used = Faker;\n",
  }),
  row('noble-in-kernel', {
    'src/core/evidence/hashes.ts': "import { sha256 } from '@noble/hashes/sha2.js';\nexport const used = sha256;\n",
  }),
  ...UPWARD.map(([from, to]) =>
    row('core-in-order', {
      [`src/core/${from}/looks-up-to-${to}.ts`]: use(`#core/${to}/seen-from-${from}.ts`),
      [`src/core/${to}/seen-from-${from}.ts`]: THING,
    }),
  ),
  row('kinds-stand-alone', {
    'src/core/seeing/needs-other-kind.ts': use('#core/hearing/needed-by-other-kind.ts'),
    'src/core/hearing/needed-by-other-kind.ts': THING,
  }),
  ...KIND_IMPORTS,

  row('formats-import-core-only', {
    'src/formats/csv/asks-app.ts': use('#app/asked-by-format.ts'),
    'src/app/asked-by-format.ts': THING,
  }),
  row('app-imports-core-and-formats', {
    'src/app/makes-port-real.ts': use('#adapters/browser/made-real.ts'),
    'src/adapters/browser/made-real.ts': THING,
  }),
  row('adapters-implement-ports', {
    'src/adapters/browser/draws.ts': use('#ui/case/drawn.ts'),
    'src/ui/case/drawn.ts': THING,
  }),
  row('i18n-imports-core-only', {
    'src/i18n/asks-app.ts': use('#app/asked-by-message.ts'),
    'src/app/asked-by-message.ts': THING,
  }),
  row('components-take-props', {
    'src/ui/case/StoresByItself.svelte': svelte('#adapters/browser/stored.ts'),
    'src/adapters/browser/stored.ts': THING,
  }),
  row('components-take-props', {
    'src/ui/case/calls-use-case.ts': use('#app/called-by-component.ts'),
    'src/app/called-by-component.ts': THING,
  }),
  row('islands-wire', {
    'src/ui/islands/WritesFormat.svelte': svelte('#formats/csv/written-by-island.ts'),
    'src/formats/csv/written-by-island.ts': THING,
  }),
  row('components-take-props', {
    'src/ui/case/HoldsIsland.svelte':
      '<script lang="ts">\nimport Held from \'#ui/islands/Held.svelte\';\n</script>\n<Held />\n',
    'src/ui/islands/Held.svelte': '<p>held</p>\n',
  }),
  row('answers-opened-in-app', {
    'src/ui/case/reads-truth.ts': use('#core/market/ground-truth.ts'),
    'src/core/market/ground-truth.ts': THING,
  }),
  row('answers-opened-in-app', {
    'src/ui/case/ScoresByItself.svelte': svelte('#core/seeing/score.ts'),
    'src/core/seeing/score.ts': THING,
  }),
  row('answers-opened-in-app', {
    'src/pages/key.json.ts': use('#core/scoring/schemas.ts'),
    'src/core/scoring/schemas.ts': THING,
  }),
  row('node-only-in-adapters-node', {
    'src/app/reads-file.ts': "import { readFileSync } from 'node:fs';\nexport const used = readFileSync;\n",
  }),
  row('browser-not-to-node', {
    'src/adapters/browser/takes-node.ts': use('#adapters/node/taken.ts'),
    'src/adapters/node/taken.ts': THING,
  }),
  row('browser-not-to-node', {
    'src/ui/islands/TakesNodeInTwoSteps.svelte': svelte('#adapters/browser/step.ts'),
    'src/adapters/browser/step.ts': `export * from '#adapters/node/taken-in-two-steps.ts';\n`,
    'src/adapters/node/taken-in-two-steps.ts': THING,
  }),
];

/** Refused by ESLint: imports of .astro, chance, time, locales. The message begins with the name of the rule. */
export const ASTRO_CHANCE_TIME: readonly PlantedViolation[] = [
  row('answers-opened-in-app', {
    'src/pages/opens.astro': astro("import { thing } from '#core/market/ground-truth.ts';"),
  }),
  row('answers-opened-in-app', { 'src/pages/scores.astro': astro("import { thing } from '#core/seeing/score.ts';") }),
  row('internal-stays-internal', {
    'src/pages/pries.astro': astro("import { thing } from '#core/kernel/_internal/a.ts';"),
  }),
  row('cross-folder-by-hash', { 'src/pages/climbs.astro': astro("import Page from '../layouts/Page.astro';") }),
  row('no-barrels', { 'src/pages/through-barrel.astro': astro("import { thing } from '#core/kernel/index.ts';") }),
  row('nothing-imports-tests', {
    'src/pages/leans.astro': astro("import { thing } from '#../tests/support/an-ad.ts';"),
  }),
  row('node-only-in-adapters-node', { 'src/pages/reads.astro': astro("import { readFileSync } from 'node:fs';") }),
  row('answers-opened-in-app', {
    'src/pages/in-script.astro':
      "<p>text</p>\n<script>\nimport { thing } from '#core/scoring/schemas.ts';\nthing();\n</script>\n",
  }),
  ...KIND_ASTRO,
  row('chance-is-an-argument', { 'src/core/kernel/throws-dice.ts': 'export const used = Math.random();\n' }),
  row('chance-is-an-argument', { 'src/adapters/browser/throws-dice.ts': 'export const used = Math.random();\n' }),
  row('chance-is-an-argument', {
    'src/ui/case/Dice.svelte': '<script lang="ts">\nconst { random } = Math;\n</script>\n<p>{random()}</p>\n',
  }),
  row('time-is-an-argument', { 'src/app/reads-now.ts': 'export const used = Date.now();\n' }),
  row('time-is-an-argument', { 'src/pages/dates.astro': astro('const today = new Date();') }),
  row('time-is-an-argument', { 'src/core/kernel/writes-now.ts': 'export const used = Date();\n' }),
  row('words-by-locale', {
    'src/ui/case/names-words.ts':
      "import words from '#i18n/messages/en/case.json' with { type: 'json' };\nexport const used = words;\n",
  }),
  row('words-by-locale', {
    'src/ui/case/LoadsWords.svelte':
      '<script lang="ts">\nconst words = import(\'#i18n/messages/en/case.json\');\n</script>\n',
  }),
  row('words-by-locale', { 'scripts/names-words.ts': "export const used = import('#i18n/messages/en/case.json');\n" }),
  row('words-by-locale', {
    'src/pages/names-words.astro': astro("import words from '#i18n/messages/en/case.json';"),
  }),
  row('locale-is-a-value', {
    'src/ui/case/counts.ts': "export const used = new Intl.NumberFormat('en-GB').format(1);\n",
  }),
  row('locale-is-a-value', { 'src/app/counts-here.ts': 'export const used = new Intl.PluralRules().select(1);\n' }),
  row('locale-is-a-value', {
    'src/adapters/browser/counts.ts': "export const used = (1).toLocaleString('en');\n",
  }),
  row('locale-is-a-value', {
    'src/ui/case/Sorts.svelte':
      "<script lang=\"ts\">\nconst used = ['b', 'a'].sort((a, b) => a.localeCompare(b, 'en'));\n</script>\n<p>{used}</p>\n",
  }),
  row('locale-is-a-value', { 'src/ui/case/Says.svelte': '<p lang="en">text</p>\n' }),
  row('locale-is-a-value', { 'src/pages/says.astro': '<p lang="en">text</p>\n' }),
  row('locale-is-a-value', { 'src/app/begins.ts': 'export const used = `id: first\nlocale: en\n`;\n' }),
  row('locale-is-a-value', { 'src/app/falls-back.ts': "export const used = (lang?: string) => lang ?? 'en';\n" }),
  row('locale-is-a-value', {
    'scripts/reads-pages.ts': "export const used = ['content/en/pages'];\n",
  }),
  row('locale-is-a-value', { 'src/app/reads-words.ts': "export const used = 'content/lexicon/en.yaml';\n" }),
  row('locale-is-a-value', { 'src/core/kernel/sorts.ts': "export const used = 'a'.localeCompare('b');\n" }),
  row('locale-is-a-value', { 'src/formats/csv/says.ts': `export const used = \`<html lang="en">\${1}\`;\n` }),
];

/** Files that no rule may refuse, to detect a rule that refuses everything. */
export const ALLOWED: Files = {
  'src/core/ad-text/picks.ts': "import { Faker } from '@faker-js/faker';\nexport const used = Faker;\n",
  'src/core/market-generator/well-behaved.ts':
    "import type { ZodType } from 'zod';\nimport { thing } from '#core/kernel/climbed.ts';\nexport const used: [unknown, Date] = [thing, new Date(0)];\nexport type Checked = ZodType;\n",
  'src/core/market/schemas.ts': "import { z } from 'zod';\nexport const WellSchema = z.string();\n",
  'src/core/attempt/well-behaved.ts':
    "import { thing } from '#core/seeing/score.ts';\nimport { WellSchema } from '#core/market/schemas.ts';\nexport const used = [thing, WellSchema];\n",
  'src/app/well-behaved.ts': use('#core/market/ground-truth.ts'),
  'src/adapters/browser/wall-clock.ts':
    "import type { used } from '#app/well-behaved.ts';\nexport const clock = () => [Date.now(), new Date()] as const;\nexport type Used = typeof used;\n",
  'src/ui/case/only-type.ts':
    "import type { thing } from '#core/market/ground-truth.ts';\nexport type Used = typeof thing;\n",
  'src/i18n/well-behaved.ts':
    "import words from '#i18n/messages/en/case.json' with { type: 'json' };\nexport const used = [words, new Intl.Collator('en')];\n",
  'src/ui/case/well-said.ts':
    "import words from '#words/case.json' with { type: 'json' };\nexport const used = [words, { en: 1 }];\nexport type Used = 'en' | 'fr';\n",
  'src/core/kernel/first-language.ts': "import { thing } from './climbed.ts';\nexport const used = [thing, 'en'];\n",
  'src/ui/islands/WellBehaved.svelte': svelte('#adapters/browser/stored.ts'),
  'src/pages/well-behaved.astro': astro(
    "import type { thing } from '#core/market/ground-truth.ts';\nimport { word } from './_word.ts';\nconst day = new Date(0);",
  ),
  ...KIND_ALLOWED,
  'src/pages/_word.ts': "export const word = 'word';\n",
  'src/app/leaf-of-a-page.ts': THING,
  'src/pages/has-leaf.astro': astro("import { thing } from '#app/leaf-of-a-page.ts';"),
};

/** Refused by `tsc --project src/core`. The rule is the option of src/core/tsconfig.json that takes the name away. */
export const PLAIN_LANGUAGE: readonly PlantedViolation[] = [
  row('lib', { 'src/core/kernel/asks-page.ts': 'export const used = document.title;\n' }),
  row('lib', { 'src/core/kernel/asks-url.ts': "export const used = new URL('https://ostrel.example/');\n" }),
  row('types', { 'src/core/kernel/asks-process.ts': 'export const used = process.env;\n' }),
  row('types', { 'src/core/kernel/sets-timer.ts': 'export const used = setTimeout(() => undefined, 1);\n' }),
];
