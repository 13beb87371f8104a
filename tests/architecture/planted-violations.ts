import { astro, type Files, type PlantedViolation, row, svelte, THING, use } from './planted-files.ts';
import { DOOR_IMPORTS, LAYER_IMPORTS } from './planted-house.ts';
import { KIND_ALLOWED, KIND_ASTRO, KIND_IMPORTS } from './planted-kinds.ts';

/** Refused by dependency-cruiser: imports of .ts and .svelte. */
export const IMPORTS: readonly PlantedViolation[] = [
  row('no-circular', {
    'src/kernel/model/hen.ts': "import { egg } from './egg.ts';\nexport const hen = () => egg;\n",
    'src/kernel/model/egg.ts': "import { hen } from './hen.ts';\nexport const egg = () => hen;\n",
  }),
  row('no-orphans', { 'src/kernel/model/alone.ts': THING }),
  row('nothing-imports-tests', {
    'src/kernel/model/leans-on-test.ts': use('../../../tests/support/an-ad.ts'),
    'tests/support/an-ad.ts': THING,
  }),
  row('no-barrels', {
    'src/kernel/model/through-barrel.ts': use('./index.ts'),
    'src/kernel/model/index.ts': THING,
  }),
  row('no-grab-bags', {
    'src/kernel/model/grabs.ts': use('./utils.ts'),
    'src/kernel/model/utils.ts': THING,
  }),
  row('no-grab-bags', {
    'src/kernel/model/grabs-in-folder.ts': use('./helpers/one.ts'),
    'src/kernel/model/helpers/one.ts': THING,
  }),
  row('cross-folder-by-hash', {
    'src/market/ads/model/climbs.ts': use('../../../kernel/model/climbed.ts'),
    'src/kernel/model/climbed.ts': THING,
  }),
  row('cross-folder-by-hash', {
    'src/market/ads/use-cases/climbs-to-layer.ts': use('../model/climbed-from-layer.ts'),
    'src/market/ads/model/climbed-from-layer.ts': THING,
  }),
  row('cross-folder-by-hash', {
    'src/kernel/formats/csv/climbs-to-format.ts': use('../zip/climbed-from-format.ts'),
    'src/kernel/formats/zip/climbed-from-format.ts': THING,
  }),
  row('cross-folder-by-hash', {
    'src/i18n/climbs.ts': use('../kernel/model/climbed-too.ts'),
    'src/kernel/model/climbed-too.ts': THING,
  }),
  row('cross-folder-by-hash', {
    'scripts/climbs.ts': use('../src/kernel/model/climbed-from-script.ts'),
    'src/kernel/model/climbed-from-script.ts': THING,
  }),
  row('internal-stays-internal', {
    'src/market/ads/model/pries.ts': use('#market/generator/model/_internal/private.ts'),
    'src/market/generator/model/_internal/private.ts': THING,
  }),
  row('internal-stays-internal', {
    'scripts/pries.ts': use('#kernel/model/_internal/private-too.ts'),
    'src/kernel/model/_internal/private-too.ts': THING,
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

  ...DOOR_IMPORTS,
  ...KIND_IMPORTS,
  ...LAYER_IMPORTS,

  row('model-npm-allowlist', {
    'src/kernel/model/reads-yaml.ts': "import { parse } from 'yaml';\nexport const used = parse;\n",
  }),
  row('zod-in-schemas', {
    'src/market/ads/model/checks-by-itself.ts': "import { z } from 'zod';\nexport const used = z.string();\n",
  }),
  row('xstate-in-language-and-attempt', {
    'src/case/checking/model/runs-by-itself.ts': "import { setup } from 'xstate';\nexport const used = setup;\n",
  }),
  row('faker-in-picks', {
    'src/case/language/model/invents.ts': "import { Faker } from '@faker-js/faker';\nexport const used = Faker;\n",
  }),
  row('noble-in-kernel', {
    'src/evidence/locker/model/hashes.ts':
      "import { sha256 } from '@noble/hashes/sha2.js';\nexport const used = sha256;\n",
  }),
];

/** Refused by ESLint: imports of .astro, chance, time, locales. The message begins with the name of the rule. */
export const ASTRO_CHANCE_TIME: readonly PlantedViolation[] = [
  row('answers-opened-in-use-cases', {
    'src/site/pages/opens.astro': astro("import { thing } from '#market/ads/model/ground-truth.ts';"),
  }),
  row('answers-opened-in-use-cases', {
    'src/site/pages/scores.astro': astro("import { thing } from '#kinds/shipped/model/score.ts';"),
  }),
  row('answers-opened-in-use-cases', {
    'src/site/pages/in-script.astro':
      "<p>text</p>\n<script>\nimport { thing } from '#case/scoring/model/schemas.ts';\nthing();\n</script>\n",
  }),
  row('internal-stays-internal', {
    'src/site/pages/pries.astro': astro("import { thing } from '#kernel/model/_internal/a.ts';"),
  }),
  row('cross-folder-by-hash', {
    'src/site/pages/climbs.astro': astro("import Page from '../layouts/Page.astro';"),
  }),
  row('no-barrels', {
    'src/site/pages/through-barrel.astro': astro("import { thing } from '#kernel/model/index.ts';"),
  }),
  row('nothing-imports-tests', {
    'src/site/pages/leans.astro': astro("import { thing } from '#../tests/support/an-ad.ts';"),
  }),
  row('node-only-in-node', { 'src/site/pages/reads.astro': astro("import { readFileSync } from 'node:fs';") }),
  row('doors-in-order', {
    'src/site/pages/compares-tools.astro': astro("import { thing } from '#bench/markets/model/tracks.ts';"),
  }),
  row('doors-in-order', {
    'src/library/glossary/astro/KnowsLesson.astro': astro("import { thing } from '#learning/lessons/model/a.ts';"),
  }),
  row('doors-in-order', {
    'src/design/astro/TakesType.astro': astro("import type { Thing } from '#market/ads/model/market.ts';"),
  }),
  row('doors-in-order', {
    'src/bench/markets/astro/Says.astro': astro("import words from '#words/market/market.json';"),
  }),
  ...KIND_ASTRO,
  row('chance-is-an-argument', { 'src/kernel/model/throws-dice.ts': 'export const used = Math.random();\n' }),
  row('chance-is-an-argument', { 'src/case/play/browser/throws-dice.ts': 'export const used = Math.random();\n' }),
  row('chance-is-an-argument', { 'src/kernel/node/throws-dice.ts': 'export const used = Math.random();\n' }),
  row('chance-is-an-argument', {
    'src/case/play/screens/Dice.svelte': '<script lang="ts">\nconst { random } = Math;\n</script>\n<p>{random()}</p>\n',
  }),
  row('time-is-an-argument', { 'src/case/play/use-cases/reads-now.ts': 'export const used = Date.now();\n' }),
  row('time-is-an-argument', { 'src/site/pages/dates.astro': astro('const today = new Date();') }),
  row('time-is-an-argument', { 'src/kernel/model/writes-now.ts': 'export const used = Date();\n' }),
  row('words-by-locale', {
    'src/case/play/screens/names-words.ts':
      "import words from '#i18n/words/en/case/case.json' with { type: 'json' };\nexport const used = words;\n",
  }),
  row('words-by-locale', {
    'src/kinds/tasting/screens/names-words.ts':
      "import words from '#kinds/tasting/words/en/screens.json' with { type: 'json' };\nexport const used = words;\n",
  }),
  row('words-by-locale', {
    'src/case/play/screens/LoadsWords.svelte':
      '<script lang="ts">\nconst words = import(\'#i18n/words/en/case/case.json\');\n</script>\n',
  }),
  row('words-by-locale', {
    'scripts/names-words.ts': "export const used = import('#i18n/words/en/case/case.json');\n",
  }),
  row('words-by-locale', {
    'src/site/pages/names-words.astro': astro("import words from '#i18n/words/en/case/case.json';"),
  }),
  row('locale-is-a-value', {
    'src/case/play/screens/counts.ts': "export const used = new Intl.NumberFormat('en-GB').format(1);\n",
  }),
  row('locale-is-a-value', {
    'src/case/play/use-cases/counts-here.ts': 'export const used = new Intl.PluralRules().select(1);\n',
  }),
  row('locale-is-a-value', {
    'src/case/play/browser/counts.ts': "export const used = (1).toLocaleString('en');\n",
  }),
  row('locale-is-a-value', {
    'src/case/play/screens/Sorts.svelte':
      "<script lang=\"ts\">\nconst used = ['b', 'a'].sort((a, b) => a.localeCompare(b, 'en'));\n</script>\n<p>{used}</p>\n",
  }),
  row('locale-is-a-value', { 'src/case/play/screens/Says.svelte': '<p lang="en">text</p>\n' }),
  row('locale-is-a-value', { 'src/site/pages/says.astro': '<p lang="en">text</p>\n' }),
  row('locale-is-a-value', {
    'src/case/play/use-cases/begins.ts': 'export const used = `id: first\nlocale: en\n`;\n',
  }),
  row('locale-is-a-value', {
    'src/case/play/use-cases/falls-back.ts': "export const used = (lang?: string) => lang ?? 'en';\n",
  }),
  row('locale-is-a-value', {
    'scripts/reads-pages.ts': "export const used = ['content/en/pages'];\n",
  }),
  row('locale-is-a-value', {
    'src/case/play/use-cases/reads-words.ts': "export const used = 'content/lexicon/en.yaml';\n",
  }),
  row('locale-is-a-value', { 'src/kernel/model/sorts.ts': "export const used = 'a'.localeCompare('b');\n" }),
  row('locale-is-a-value', { 'src/kernel/formats/csv/says.ts': `export const used = \`<html lang="en">\${1}\`;\n` }),
];

/** Files that no rule may refuse, to detect a rule that refuses everything. */
export const ALLOWED: Files = {
  'src/market/generator/model/picks.ts': "import { Faker } from '@faker-js/faker';\nexport const used = Faker;\n",
  'src/market/generator/model/well-behaved.ts':
    "import type { ZodType } from 'zod';\nimport { thing } from '#kernel/model/climbed.ts';\nexport const used: [unknown, Date] = [thing, new Date(0)];\nexport type Checked = ZodType;\n",
  'src/market/ads/model/schemas.ts': "import { z } from 'zod';\nexport const WellSchema = z.string();\n",
  'src/case/attempt/model/well-behaved.ts':
    "import { thing } from '#case/scoring/model/schemas.ts';\nimport { WellSchema } from '#market/ads/model/schemas.ts';\nexport const used = [thing, WellSchema];\n",
  'src/case/play/use-cases/well-behaved.ts': use('#market/ads/model/ground-truth.ts'),
  'src/market/documents/use-cases/writes.ts': use('#market/documents/codec/writes-well.ts'),
  'src/market/documents/codec/writes-well.ts': use('#kernel/formats/csv/reached.ts'),
  'src/kernel/formats/zip/well-behaved.ts': use('#kernel/formats/csv/reached.ts'),
  'src/case/play/browser/wall-clock.ts':
    "import type { used } from '#case/play/use-cases/well-behaved.ts';\nexport const clock = () => [Date.now(), new Date()] as const;\nexport type Used = typeof used;\n",
  'src/kernel/node/wall-clock.ts':
    "import { readFileSync } from 'node:fs';\nexport const used = [readFileSync, Date.now()];\n",
  'src/case/play/screens/only-type.ts':
    "import type { thing } from '#market/ads/model/ground-truth.ts';\nimport type { used } from '#case/play/use-cases/well-behaved.ts';\nexport type Used = [typeof thing, typeof used];\n",
  'src/i18n/well-behaved.ts':
    "import words from '#words/case/case.json' with { type: 'json' };\nexport const used = [words, new Intl.Collator('en')];\n",
  'src/case/play/screens/well-said.ts':
    "import words from '#words/case/case.json' with { type: 'json' };\nexport const used = [words, { en: 1 }];\nexport type Used = 'en' | 'fr';\n",
  'src/kernel/model/first-language.ts': "import { thing } from './climbed.ts';\nexport const used = [thing, 'en'];\n",
  'src/case/play/islands/WellBehaved.svelte': svelte('#case/play/browser/stored.ts'),
  'src/site/pages/well-behaved.astro': astro(
    "import type { thing } from '#market/ads/model/ground-truth.ts';\nimport words from '#words/case/case.json';\nimport { word } from './_word.ts';\nconst day = new Date(0);",
  ),
  ...KIND_ALLOWED,
  'src/site/pages/_word.ts': "export const word = 'word';\n",
  'src/case/play/use-cases/leaf-of-a-page.ts': THING,
  'src/site/pages/has-leaf.astro': astro("import { thing } from '#case/play/use-cases/leaf-of-a-page.ts';"),
  'src/room/paper/astro/Leads.astro': astro(
    "import Title from '#design/astro/Title.astro';\nimport { thing } from '#case/play/use-cases/leaf-of-a-page.ts';",
  ),
};

/** Refused by `tsc --project src/tsconfig.model.json`. The rule is the option in it that takes the name away. */
export const PLAIN_LANGUAGE: readonly PlantedViolation[] = [
  row('lib', { 'src/kernel/model/asks-page.ts': 'export const used = document.title;\n' }),
  row('lib', { 'src/market/ads/model/asks-url.ts': "export const used = new URL('https://ostrel.example/');\n" }),
  row('types', { 'src/kernel/model/asks-process.ts': 'export const used = process.env;\n' }),
  row('types', { 'src/kinds/tasting/model/sets-timer.ts': 'export const used = setTimeout(() => undefined, 1);\n' }),
];
