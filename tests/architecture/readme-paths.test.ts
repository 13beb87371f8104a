import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeInProse, GUIDES, type GuideLine, linesOf, PROJECT_FILES, told } from '../support/readmes.ts';

/** What is written like a path and is none of the repository. */
const ELSEWHERE: readonly { readonly path: RegExp; readonly is: string }[] = [
  { path: /^(?:public|secret|schemas|hand-out|hidden)\//, is: 'in the folder of a market' },
  { path: /^DATASHEET\.md$/, is: 'in the folder of a market' },
  { path: /^(?:facilitate|studio\/cases)\//, is: 'in the built site' },
  { path: /^(?:dist|\.cache|rooms)\//, is: 'written by a command' },
  { path: /\/\d+$/, is: 'the number of a file format' },
  { path: /^@/, is: 'an npm package' },
  { path: /^src\/DOOR\/\[PART\/\]LAYER\/file$/, is: 'the pattern of all paths' },
  { path: /^(?:de|timestamps\/\S+)\.\w+$/, is: 'an example in a case or a bag' },
];

const FILE = /^[\w[\].{},*-]+\.(?:ts|mjs|js|svelte|astro|css|md|mdx|sql|py|sh|yaml)$/;
const PATH = /^(?:[\w.<>{},*-]|\[[\w.]+\])+(?:\/(?:[\w.<>{},*-]|\[[\w.]+\])+)*\/?$/;

/** Names that stand for any other, such as KIND, `<id>` and the case that an author begins with. */
const ANY_NAME = /<\w+>|\*|\b(?:DOOR|KIND|LOCALE|NAME|PART)\b|\bmy-case\b/g;

const isPath = (code: string) =>
  PATH.test(code) && (code.includes('/') || FILE.test(code)) && !ELSEWHERE.some(({ path }) => path.test(code));

const PLACES = new Set(PROJECT_FILES.flatMap((file) => [file, ...parentsOf(file)]));

function parentsOf(file: string): string[] {
  const parent = dirname(file);
  return parent === '.' ? [] : [parent, ...parentsOf(parent)];
}

const escaped = (text: string) => text.replaceAll(/[.[\]]/g, '\\$&');

/** A path of a guide as an expression for paths of the repository. */
const patternOf = (path: string) =>
  escaped(path.replace(/\/$/, ''))
    .replaceAll(ANY_NAME, '[^/]+')
    .replaceAll(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);

/** A path is read from the root or from the folder of the guide; a name alone is that of a file below this folder. */
function exists(path: string, guide: string): boolean {
  const folder = dirname(guide) === '.' ? '' : `${dirname(guide)}/`;
  const between = path.includes('/') ? '' : '(?:.+/)?';
  const wanted = new RegExp(`^(?:${patternOf(path)}|${escaped(folder)}${between}${patternOf(path)})$`);
  return [...PLACES].some((place) => wanted.test(place));
}

const missing = (guide: string, found: readonly { readonly code: string; readonly line: GuideLine }[]) =>
  found.filter(({ code }) => isPath(code) && !exists(code, guide)).map(({ code, line }) => told(line, `no ${code}`));

describe.each(GUIDES)('%s', (guide) => {
  it('names only paths that exist', () => {
    expect(missing(guide, codeInProse(guide))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const links = linesOf(guide).flatMap((line) =>
      [...line.text.matchAll(/\]\(([^)#:\s]+)\)/g)].map(([, code = '']) => ({
        code: code.replace(/^(?:\.\.\/)+/, ''),
        line,
      })),
    );

    expect(missing(guide, links)).toEqual([]);
  });
});

describe('a path in a guide', () => {
  const said = (code: string) =>
    missing('src/market/README.md', [{ code, line: { file: 'x.md', number: 3, text: code } }]);

  it.each([
    'src/market/README.md',
    'README.md',
    'ads/model/schemas.ts',
    'ads/',
    'schemas.ts',
    'src/kinds/KIND/model/{play,score}.ts',
    'src/site/pages/learn/[lesson].astro',
    'content/bundles/<id>/',
    'npm run build',
    'attempt-file/1',
    'ScoreReport',
  ])('is found, or is none: %s', (code) => {
    expect(said(code)).toEqual([]);
  });

  it.each([
    'src/market/READIT.md',
    'ads/model/schema.ts',
    'adverts/',
    'scheme.ts',
    'src/kinds/KIND/model/{play,stay}ing.ts',
  ])('is missing, and its line is shown: %s', (code) => {
    expect(said(code)).toEqual([`x.md:3 no ${code}: ${code}`]);
  });
});
