import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Linter } from 'eslint';
import astro from 'eslint-plugin-astro';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/builders/the-library.ts';
import { PROSE_IN_PAGES } from './prose-in-pages.ts';

interface Tree {
  readonly type: string;
  readonly [part: string]: unknown;
}
interface AstroParser {
  parseForESLint(code: string, options: object): { ast: Tree };
}

const CONFIGS: readonly Linter.Config[] = astro.configs['flat/base'];
const parser = CONFIGS.flatMap(({ languageOptions }) => languageOptions?.['parser'] ?? [])[0] as unknown as AstroParser;

/** Attributes whose value is read out or shown; other values are for machines. */
const SAID = /^(?:title|sub|description|label|name|kind|text|caption|alt|placeholder|aria-label|data-th)$/;
const isTree = (part: unknown): part is Tree => typeof part === 'object' && part !== null && 'type' in part;
const nameOf = ({ name }: Tree) => (isTree(name) ? String(name['name']) : '');
const hasBlank = (text: unknown): text is string => typeof text === 'string' && /\S\s+\S/.test(text);

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
  return Object.entries(node).flatMap(([part, below]) =>
    /^(?:parent|tokens|comments|loc|range)$/.test(part) ? [] : [below].flat().filter(isTree).flatMap(textsIn),
  );
}

/** How many words of a template are written for a reader. */
function proseWords(code: string): number {
  const { ast } = parser.parseForESLint(code, { parser: '@typescript-eslint/parser', sourceType: 'module' });
  return textsIn(ast).flatMap((text) => text.match(/\p{L}[\p{L}’'-]*/gu) ?? []).length;
}

/** Maximum number of words in a file that are not listed, for names such as that of the kit or of a `meta` element. */
const MAX_UNLISTED_WORDS = 5;
/**
 * Minimum share of the listed words at which a list entry stays valid, so that shortening a sentence needs no change.
 */
const MIN_SHARE = 0.9;
const FOUND = new Map(
  ['src/pages', 'src/components', 'src/layouts']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.astro'))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
    )
    .map((file) => [file, proseWords(readFileSync(join(ROOT, file), 'utf8'))] as const)
    .filter(([, words]) => words > MAX_UNLISTED_WORDS),
);

describe('prose in pages', () => {
  it('occurs only in listed files, and grows in none of them', () => {
    const grown = [...FOUND].filter(([file, words]) => words > (PROSE_IN_PAGES[file] ?? 0));

    expect(grown, 'Put the words into src/i18n/messages: the list of prose in pages can only shrink.').toEqual([]);
  });

  it('has a list entry that is lowered or removed once words have moved to messages', () => {
    const listed = Object.entries(PROSE_IN_PAGES).filter(([file, words]) => (FOUND.get(file) ?? 0) < MIN_SHARE * words);

    expect(listed.map(([file]) => [file, FOUND.get(file) ?? 0])).toEqual([]);
  });

  it.each([
    ['<p>Read this <b>page</b> first.</p>', 4],
    ['<p class="fine print">{t(\'door\')}</p>', 0],
    ['<Title title="Verify a locker" href="learn/t1/" />', 3],
    ["---\nconst text = 'Nothing is sent anywhere.';\nconst id = 'first-act';\n---\n<p>{text}</p>", 4],
    [
      '---\n// A comment says nothing.\n---\n<script>\nconst a = "said by nobody";\n</script>\n<p>{`one of many`}</p>',
      3,
    ],
  ])('counts the words of %j', (code, words) => {
    expect(proseWords(code)).toBe(words);
  });
});
