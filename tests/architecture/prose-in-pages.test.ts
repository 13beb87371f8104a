import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Linter } from 'eslint';
import astro from 'eslint-plugin-astro';
import { parse } from 'svelte/compiler';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { pathOfLayers } from '../../scripts/config/house.mjs';
import { ROOT } from '../support/builders/the-library.ts';
import { PROSE_IN_PAGES } from './prose-in-pages.ts';

interface Tree {
  readonly type: string;
  readonly [part: string]: unknown;
}
interface Parser {
  parseForESLint(code: string, options: object): { ast: Tree };
}

const CONFIGS: readonly Linter.Config[] = astro.configs['flat/base'];
const parser = CONFIGS.flatMap(({ languageOptions }) => languageOptions?.['parser'] ?? [])[0] as unknown as Parser;
const ofCode = ts.parser as unknown as Parser;

/** Attributes whose value is read out or shown; other values are for machines. */
const SAID = /^(?:title|sub|description|label|name|kind|text|caption|alt|placeholder|aria-label|data-th)$/;
const isTree = (part: unknown): part is Tree => typeof part === 'object' && part !== null && 'type' in part;
const nameOf = ({ name }: Tree) => (isTree(name) ? String(name['name']) : '');
const hasBlank = (text: unknown): text is string => typeof text === 'string' && /\S\s+\S/.test(text);

const partsOf = (node: Tree): Tree[] =>
  Object.entries(node).flatMap(([part, below]) =>
    /^(?:parent|tokens|comments|loc|range)$/.test(part) ? [] : [below].flat().filter(isTree),
  );

/**
 * The texts in a template that are written for a reader: between its tags, in attributes that are said, and in
 * sentences.
 */
function textsIn(node: Tree): string[] {
  switch (node.type) {
    case 'JSXText':
    case 'AstroRawText':
      return [String(node['value'])];
    case 'JSXAttribute': {
      const value = node['value'];
      if (!SAID.test(nameOf(node)) || !isTree(value)) return [];
      return value.type === 'Literal' ? [String(value['value'])] : textsIn(value);
    }
    case 'JSXElement': {
      const opening = node['openingElement'] as Tree;
      if (/^(?:script|style)$/.test(nameOf(opening))) return [];
      break;
    }
    case 'Literal':
      return hasBlank(node['value']) ? [node['value']] : [];
    case 'TemplateElement': {
      const { raw } = node['value'] as { readonly raw: string };
      return hasBlank(raw) ? [raw] : [];
    }
  }
  return partsOf(node).flatMap(textsIn);
}

/** Three words in a row, of which only the first may have a capital: no name, address, selector or list of classes. */
const PROSE = /(?<![\p{L}\p{N}.#-])\p{L}\p{Ll}* \p{Ll}+ \p{Ll}+(?![\p{L}\p{N}_-])/u;

/** Calls whose texts are for engineers (faults), or placeholders in a case, in the language of the case. */
const isNotOnScreen = ({ callee }: Tree) =>
  isTree(callee) && /^(?:\w*Error|required|toWrite)$/.test(String(callee['name']));

/** The texts in code that read as prose, without those of faults and placeholders. */
function textsInCode(node: Tree): string[] {
  if (isNotOnScreen(node)) return [];
  if (node.type === 'Literal' || node.type === 'TemplateElement') {
    const text = node.type === 'Literal' ? node['value'] : (node['value'] as { readonly cooked: string }).cooked;
    return typeof text === 'string' && PROSE.test(text) ? [text] : [];
  }
  return partsOf(node).flatMap(textsInCode);
}

/**
 * The texts in a Svelte component that are written for a reader: between its tags, in attributes that are said, and
 * those of its code that read as prose. Text in `code`, `kbd` and `pre` is not counted.
 */
function textsInSvelte(node: Tree): string[] {
  switch (node.type) {
    case 'RegularElement':
      if (/^(?:code|kbd|pre)$/.test(String(node['name']))) return [];
      break;
    case 'Text':
      return [String(node['data'])];
    case 'Attribute':
      if (SAID.test(String(node['name']))) break;
      return [node['value']]
        .flat()
        .flatMap((part) => (isTree(part) && part.type !== 'Text' ? textsInSvelte(part) : []));
    case 'CallExpression':
    case 'NewExpression':
      if (isNotOnScreen(node)) return [];
      break;
    case 'Literal':
    case 'TemplateElement':
      return textsInCode(node);
    case 'StyleSheet':
      return [];
  }
  return partsOf(node).flatMap(textsInSvelte);
}

const wordsIn = (texts: readonly string[]) => texts.flatMap((text) => text.match(/\p{L}[\p{L}’'-]*/gu) ?? []).length;

/** How many words of a template, a component or code are written for a reader. */
function proseWords(code: string, kind: string): number {
  if (kind === 'svelte') return wordsIn(textsInSvelte(parse(code, { modern: true }) as unknown as Tree));
  if (kind === 'ts') return wordsIn(textsInCode(ofCode.parseForESLint(code, { sourceType: 'module' }).ast));
  const { ast } = parser.parseForESLint(code, { parser: '@typescript-eslint/parser', sourceType: 'module' });
  return wordsIn(textsIn(ast));
}

/** Maximum number of words in a file that are not listed, for names such as that of the kit or of a `meta` element. */
const MAX_UNLISTED_WORDS = 5;
/**
 * Minimum share of the listed words at which a list entry stays valid, so that shortening a sentence needs no change.
 */
const MIN_SHARE = 0.9;
const ON_SCREEN = new RegExp(pathOfLayers(['screens', 'islands', 'astro', 'layouts', 'pages']));
const FOUND = new Map(
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((file) => ON_SCREEN.test(file) && /\.(?:astro|svelte|ts)$/.test(file))
    .map((file) => [file, proseWords(readFileSync(join(ROOT, file), 'utf8'), extname(file).slice(1))] as const)
    .filter(([, words]) => words > MAX_UNLISTED_WORDS),
);

describe('prose in pages', () => {
  it('occurs only in listed files, and grows in none of them', () => {
    const grown = [...FOUND].filter(([file, words]) => words > (PROSE_IN_PAGES[file] ?? 0));

    expect(grown, 'Put the words into src/i18n/words: the list of prose in pages can only shrink.').toEqual([]);
  });

  it('has a list entry that is lowered or removed once words have moved to src/i18n/words', () => {
    const listed = Object.entries(PROSE_IN_PAGES).filter(([file, words]) => (FOUND.get(file) ?? 0) < MIN_SHARE * words);

    expect(listed.map(([file]) => [file, FOUND.get(file) ?? 0])).toEqual([]);
  });

  it.each<[string, string, number]>([
    ['astro', '<p>Read this <b>page</b> first.</p>', 4],
    ['astro', '<p class="fine print">{t(\'door\')}</p>', 0],
    ['astro', '<Title title="Verify a locker" href="learn/t1/" />', 3],
    ['astro', "---\nconst text = 'Nothing is sent anywhere.';\nconst id = 'first-act';\n---\n<p>{text}</p>", 4],
    [
      'astro',
      '---\n// A comment says nothing.\n---\n<script>\nconst a = "said by nobody";\n</script>\n<p>{`one of many`}</p>',
      3,
    ],
    ['ts', "export const said = { title: 'Verify', text: 'Nothing is sent anywhere.' };", 4],
    ['ts', 'export const said = [`It takes an hour in all.`];', 6],
    ['ts', "throw new Error('A page is missing here.');\nconst a = required(b, 'a page of this id');", 0],
    [
      'ts',
      "export const no = ['learn/t1/', 'row row--tight', 'button button--quiet button--small', 'Quiet Number'];",
      0,
    ],
    ['ts', "export const drawn = 'M0 0 L10 10'; // It says nothing to a reader.", 0],
    ['svelte', '<p title="Read it">First <kbd>Esc</kbd>{words.next}</p>', 3],
    ['svelte', '<p class="row row--tight">{t(\'door\')}</p>', 0],
    ['svelte', '<script lang="ts">const text = "Nothing is sent anywhere.";</script><p>{text}</p>', 4],
    ['svelte', '<script lang="ts">const a = required(b, "the open attempt");</script>{#if a}<b>Yes</b>{/if}', 1],
    ['svelte', '<p>{a ? `one of them` : ""}</p><style>p { color: red; }</style><!-- said by nobody -->', 3],
  ])('counts the words of a .%s file: %j', (kind, code, words) => {
    expect(proseWords(code, kind)).toBe(words);
  });
});
