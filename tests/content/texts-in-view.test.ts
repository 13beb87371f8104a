import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOfSet, REVIEW_SETS } from '#library/content/use-cases/review-sets.ts';
import { screenWords } from '#library/content/use-cases/screen-words.ts';
import { shippedFiles } from '../../scripts/lint-content.ts';
import { PROJECT, ROOT } from '../support/builders/the-library.ts';

/** All files below a folder of the project with these endings, by their paths in it. */
const below = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => ending.test(path));

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Messages and pages, wherever they lie. The one JSON file of `src` that holds no words is the compiler's. */
const MESSAGES = below('src', /\.json$/).filter((path) => !/\/tsconfig[\w.]*\.json$/.test(path));
const PAGES = below('src', /\.astro$/);
/** Modules beside them that hold words. Words of other modules are messages: see the tests of prose in pages. */
const MODULES = below('src', /\/(?:astro|layouts|pages)\/.*\.ts$/).filter(
  (path) => screenWords(textOf(path), false).length > 0,
);
const AUTHORED = ['content', 'scenarios'].flatMap((folder) =>
  below(folder, /\.(?:yaml|mdx|json)$/).filter((path) => !path.endsWith('.schema.json')),
);

/** Authored files that are reviewed with no set. */
const IN_NO_SET: readonly (readonly [why: string, files: RegExp])[] = [
  ['each case has a review of its own', /^scenarios\//],
  ['court files and platforms are reviewed with the cases that show them', /^content\/(?:bundles|platforms)\//],
  ['numbers of the generator', /^content\/indicators\/(?:planting|weights)\.yaml$/],
  ['words from which ads are made, held to the lexicon by rules', /^content\/(?:lexicon|markets)\//],
  ['wordings of signs have reviews of their own, in three families of ads', /^content\/genres\//],
  ['law of invented States, shown in cases', /^content\/law\//],
  ['terms, quotations and headings of cited sources', /^content\/(?:glossary\/.+|recommendations\.yaml)$/],
  ['names of lessons and cases in an order, and where an author begins', /^content\/(?:tracks\/.+|patterns\.yaml)$/],
  ['results, seeds and figures', /^content\/(?:bench\/.+|parallel-tests\.yaml)$/],
  ['the reviews themselves', /^content\/reviews\//],
];

const setsOf = new Map<string, string[]>();
for (const set of REVIEW_SETS)
  for (const path of filesOfSet(PROJECT, set)) setsOf.set(path, [...(setsOf.get(path) ?? []), set]);

describe('every shipped text', () => {
  it('is found: messages of doors and of kinds, pages with their parts, and what is authored', () => {
    expect(MESSAGES.length).toBeGreaterThan(70);
    expect(MESSAGES.filter((path) => path.startsWith('src/kinds/')).length).toBeGreaterThan(8);
    expect(PAGES.length).toBeGreaterThan(90);
    expect(MODULES.length).toBeGreaterThan(5);
    expect(AUTHORED.length).toBeGreaterThan(200);
  });

  it('is checked by lint-content, which reads nothing else', () => {
    const read = shippedFiles().map((file) => relative(ROOT, file).replaceAll('\\', '/'));

    expect(read.toSorted()).toEqual([...MESSAGES, ...PAGES, ...AUTHORED].toSorted());
  });

  it('of a screen is reviewed with the screens, and with no other set', () => {
    expect([...MESSAGES, ...PAGES, ...MODULES].filter((path) => setsOf.get(path)?.join() !== 'screens')).toEqual([]);
  });

  it('that is authored is reviewed with its set, or is named here with the reason why with none', () => {
    const without = AUTHORED.filter((path) => !setsOf.has(path));

    expect(without.filter((path) => !IN_NO_SET.some(([, files]) => files.test(path)))).toEqual([]);
    expect(IN_NO_SET.filter(([, files]) => !without.some((path) => files.test(path)))).toEqual([]);
    expect([...setsOf].filter(([, sets]) => sets.length > 1).map(([path]) => path)).toEqual(['content/sources.yaml']);
  });
});
