import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/builders/the-library.ts';
import { linesOf, NPM_SCRIPTS, partsOf, rowsUnder, told } from '../../support/readmes.ts';
import { helpOf } from './help-of.ts';

const README = 'scripts/README.md';
/** What is there before anything is installed: npm runs the one, and the last line of `.ci/run` comes from the other. */
const WITHOUT_TYPESCRIPT = ['count-tests.mjs', 'ensure.mjs'];

/** Scripts that a person types. npm runs `prestart` and its like by itself. */
const TYPED = Object.keys(NPM_SCRIPTS).filter((name) => !(name.startsWith('pre') && name.slice(3) in NPM_SCRIPTS));
const { prose, blocks } = partsOf(README);
const examples = blocks.filter(({ language }) => language === 'sh').flatMap(({ lines }) => lines);

/** An entry of the lists of commands: the name, and all its text in one. */
interface Entry {
  readonly name: string;
  readonly text: string;
  readonly line: (typeof prose)[number];
}

const ENTRIES: readonly Entry[] = prose.flatMap((line, at) => {
  const [, name] = /^- `([\w:-]+)`: /.exec(line.text) ?? [];
  if (name === undefined) return [];
  const more = prose.slice(at + 1);
  const end = more.findIndex(({ text }) => !text.startsWith('  '));
  return [
    { name, line, text: [line, ...more.slice(0, end === -1 ? undefined : end)].map(({ text }) => text).join(' ') },
  ];
});

describe(README, () => {
  it('says of each npm script what it does, once, and of no other one', () => {
    expect(ENTRIES.map(({ name }) => name).toSorted()).toEqual(TYPED.toSorted());
  });

  it.each(TYPED)('has an example of %s', (name) => {
    const call = new RegExp(`(?:^| )npm (?:run (?:-s )?)?${name}(?: |$)`);

    expect(examples.filter(({ text }) => call.test(text)).map((line) => told(line))).not.toEqual([]);
  });

  it.each(ENTRIES)('names options that $name has', async ({ name, text, line }) => {
    const named = [...text.matchAll(/`(--[\w-]+)/g)].map(([, option = '']) => option);
    const known = [...(await helpOf(name)).matchAll(/--[\w-]+/g)].map(([option]) => option);

    expect(named.filter((option) => !known.includes(option)).map((option) => told(line, option))).toEqual([]);
  });

  it('leaves no command without an npm script', () => {
    const files = readdirSync(join(ROOT, 'scripts')).filter((name) => /\.(?:ts|mjs)$/.test(name));
    const run = Object.values(NPM_SCRIPTS).flatMap((line) =>
      [...line.matchAll(/scripts\/([\w-]+\.\w+)/g)].map(([, file]) => file),
    );

    expect(files.filter((file) => !run.includes(file) && !WITHOUT_TYPESCRIPT.includes(file))).toEqual([]);
  });

  it('says of each folder what is in it', () => {
    const folders = readdirSync(join(ROOT, 'scripts'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const named = rowsUnder(README, 'folder').flatMap(({ cells: [cell = ''] }) =>
      [...cell.matchAll(/`([\w-]+)\/`/g)].map(([, name]) => name),
    );

    expect(named.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  });

  it('says how TypeScript is run, in one line', () => {
    const says = linesOf(README).filter(({ text }) => text.includes('optionalDependencies'));

    expect(says.map((line) => told(line))).toHaveLength(1);
  });
});
