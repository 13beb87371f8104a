/**
 * Only rules that biome and dependency-cruiser cannot check: imports of .astro files, chance and time under src/, and
 * hard-coded locales.
 * Every message begins with the name of its rule; tests/architecture plants one violation for each message.
 */
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { FOR_ONE_KIND } from './for-one-kind.mjs';
import { ANSWERS, DOORS, LIST_OF_KINDS } from './house.mjs';

/** The import rules of dependency-cruiser.mjs, for the files it does not read. */
const ASTRO_IMPORTS = [
  {
    regex: `^#${ANSWERS}`,
    allowTypeImports: true,
    message: 'answers-opened-in-use-cases: answers are opened in use-cases/ only; a page receives a score report.',
  },
  { regex: '/_internal/', message: 'internal-stays-internal: use a file beside _internal/, or move the part out.' },
  {
    regex: '^\\.\\./',
    message: "cross-folder-by-hash: between folders write '#site/layouts/BookLayout.astro'; './' is for neighbours.",
  },
  { regex: '/index(?:\\.[a-z]+)?$', message: 'no-barrels: import the file that defines the symbol.' },
  { regex: '(?:^|/)tests/', message: 'nothing-imports-tests: what the product needs belongs to src.' },
  { regex: '^node:', message: 'node-only-in-node: read files through node/.' },
];

/** Refuses an .astro file of this door what the table of doors does not allow it. Imports of kinds have other rules. */
function refuseDoors(door) {
  const allowed = [door, ...DOORS[door], 'kinds'].map((name) => `${name}/`);
  const words = allowed.includes('i18n/') ? 'words/' : 'words/kinds/';
  return {
    regex: `^#(?!${[...allowed, words].join('|')})[\\w-]+/`,
    message: 'doors-in-order: this door may not know that one: see the table of doors in src/README.md.',
  };
}

/** Refuses an .astro file what knows all kinds. */
const REFUSE_LIST = {
  regex: `^#kinds/${LIST_OF_KINDS}/`,
  message: 'only-edges-list-kinds: only a page knows which kinds there are. Take what you need of them as a prop.',
};

/** Refuses an .astro file that imports from the folder of a kind, or its words; `but` names a kind that it may import. */
function refuseKinds(but) {
  const spared = but === undefined ? '' : `(?!${but}[/.])`;
  return {
    regex: `^#(?:kinds/(?!${LIST_OF_KINDS}/)|words/kinds/)${spared}`,
    message: `shared-names-no-kind: a page gets the parts of a kind from kinds/${LIST_OF_KINDS}/. See src/README.md.`,
  };
}

/** The import rules for the .astro files of a door, with the scripts in them. */
const astroImports = (files, door, but) => ({
  files: [files, `${files}/*.{js,ts}`],
  plugins: { typescript: ts.plugin },
  rules: {
    'typescript/no-restricted-imports': [
      'error',
      {
        patterns: [
          ...ASTRO_IMPORTS,
          refuseDoors(door),
          ...(DOORS[door].includes('kinds') ? [] : [REFUSE_LIST]),
          refuseKinds(but),
        ],
      },
    ],
  },
});

const CHANCE = [
  {
    object: 'Math',
    property: 'random',
    message: 'chance-is-an-argument: take an Rng; in browser/ and node/, crypto.getRandomValues.',
  },
];

const CLOCK = [{ object: 'Date', property: 'now', message: 'time-is-an-argument: Date.now() reads the wall clock.' }];

const CLOCK_SYNTAX = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'time-is-an-argument: new Date() without an argument reads the wall clock.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'time-is-an-argument: Date() without new reads the wall clock, whatever its arguments.',
  },
];

const LOCALE_IS_A_VALUE =
  'locale-is-a-value: take LANG, LOCALE or a function of #i18n/locale.ts; only src/i18n/ names one.';
/** Only src/i18n/ knows the list of locales; all other code takes the locale and the words of its build as values. */
const WORDS_SYNTAX = [
  {
    selector: 'Literal[value=/(?:i18n\\u002Fwords|kinds\\u002F[\\w-]+\\u002Fwords)\\u002F/]',
    message: "words-by-locale: write '#words/case/case.json', which is the file of the locale that is built.",
  },
  {
    selector: 'NewExpression[callee.object.name="Intl"]:matches([arguments.length=0], :has(> Literal))',
    message: `${LOCALE_IS_A_VALUE} (Intl)`,
  },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]:matches([arguments.length=0], :has(> Literal))',
    message: `${LOCALE_IS_A_VALUE} (toLocale)`,
  },
  {
    selector: 'CallExpression[callee.property.name="localeCompare"]',
    message: `${LOCALE_IS_A_VALUE} (byLetters for words on screen, compareCodes for ids and times)`,
  },
  {
    selector: 'SvelteAttribute[key.name="lang"] > SvelteLiteral[value!="ts"]',
    message: `${LOCALE_IS_A_VALUE} (lang in .svelte)`,
  },
  { selector: 'JSXAttribute[name.name="lang"] > Literal', message: `${LOCALE_IS_A_VALUE} (lang in .astro)` },
  { selector: 'TemplateElement[value.raw=/<html lang="[a-z]/]', message: `${LOCALE_IS_A_VALUE} (lang in HTML)` },
  { selector: 'TemplateElement[value.raw=/\\blocale: [a-z]/]', message: `${LOCALE_IS_A_VALUE} (locale in YAML)` },
  {
    selector: ':not(TSLiteralType) > Literal[value=/^en(-[A-Z]{2})?$/]',
    message: `${LOCALE_IS_A_VALUE} (its code; FIRST_LANGUAGE is that of authored content)`,
  },
  {
    selector:
      ':matches(Literal[value=/content\\u002F(?:lexicon\\u002F)?en\\b/], TemplateElement[value.raw=/content\\u002F(?:lexicon\\u002F)?en\\b/])',
    message: `${LOCALE_IS_A_VALUE} (a folder of content)`,
  },
];

export default [
  // The file has an inline comment for biome about globals that the build prepends.
  { ignores: ['scripts/astro/service-worker.js'] },
  { linterOptions: { noInlineConfig: true } },
  { files: ['**/*.ts'], languageOptions: { parser: ts.parser } },
  ...astro.configs['flat/base'],
  ...svelte.configs['flat/base'],
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['src/**/*.{ts,svelte,astro}', 'src/**/*.astro/*.{js,ts}'],
    rules: {
      'no-restricted-properties': ['error', ...CHANCE, ...CLOCK],
      'no-restricted-syntax': ['error', ...CLOCK_SYNTAX, ...WORDS_SYNTAX],
    },
  },
  {
    // Both say once what else is a value: the locales, and the language of authored content.
    files: ['src/i18n/**/*.ts', 'src/kernel/model/first-language.ts'],
    rules: { 'no-restricted-syntax': ['error', ...CLOCK_SYNTAX] },
  },
  { files: ['scripts/**/*.{ts,mjs}'], rules: { 'no-restricted-syntax': ['error', ...WORDS_SYNTAX] } },
  {
    // An adapter may read the wall clock: it implements the clock port, and wall time is never scored.
    files: ['src/**/{browser,node}/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...CHANCE], 'no-restricted-syntax': ['error', ...WORDS_SYNTAX] },
  },
  ...Object.keys(DOORS).map((door) => astroImports(`src/${door}/**/*.astro`, door)),
  ...FOR_ONE_KIND.filter(({ file }) => file.endsWith('.astro')).map(({ file, kind }) =>
    astroImports(file, 'site', kind),
  ),
];
