import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import importRules from '../../scripts/config/dependency-cruiser.mjs';
import eslintConfig from '../../scripts/config/eslint.config.mjs';
import type { PlantedViolation } from './planted-files.ts';
import { ALLOWED, ASTRO_CHANCE_TIME, IMPORTS, PLAIN_LANGUAGE } from './planted-violations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the repository, so that packages are found from it as they are from src/. */
const tree = join(root, '.cache', 'planted');
const TABLES = [IMPORTS, ASTRO_CHANCE_TIME, PLAIN_LANGUAGE];

function write(path: string, content: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), content);
}

/** Runs an installed program in the tree, under the Node that runs the tests. */
function run(program: string, ...args: string[]): string {
  const script = join(root, 'node_modules', program);
  return spawnSync(process.execPath, [script, ...args], { cwd: tree, encoding: 'utf8', maxBuffer: 64e6 }).stdout;
}

type Refusals = ReadonlyMap<string, ReadonlySet<string>>;

function byFile(refusals: readonly (readonly [file: string, rule: string])[]): Refusals {
  const found = new Map<string, Set<string>>();
  for (const [file, rule] of refusals) found.set(file, (found.get(file) ?? new Set()).add(rule));
  return found;
}

/** The rules that refuse any file of a planted violation. */
function rulesRefusing(refused: Refusals, planted: PlantedViolation): string[] {
  return [...new Set(Object.keys(planted.files).flatMap((file) => [...(refused.get(file) ?? [])]))];
}

const violating = (planted: PlantedViolation) => Object.keys(planted.files)[0] as string;
const plantedRules = (table: readonly PlantedViolation[]) => [...new Set(table.map(({ rule }) => rule))].sort();
const nameIn = (message: string) => /^([a-z0-9-]+): /.exec(message)?.[1] ?? `unnamed: ${message}`;

function itRefusesEach(table: readonly PlantedViolation[], refused: () => Refusals): void {
  it.each(table.map((planted) => [planted.rule, violating(planted), planted] as const))(
    '%s alone refuses %s',
    (rule, _file, planted) => {
      expect(rulesRefusing(refused(), planted)).toEqual([rule]);
    },
  );

  it.each(Object.keys(ALLOWED))('nothing refuses %s', (file) => {
    expect([...(refused().get(file) ?? [])]).toEqual([]);
  });
}

beforeAll(() => {
  rmSync(tree, { recursive: true, force: true });
  for (const file of ['package.json', 'tsconfig.json', 'src/tsconfig.model.json']) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    cpSync(join(root, file), join(tree, file));
  }
  for (const planted of TABLES.flat())
    for (const [path, content] of Object.entries(planted.files)) write(path, content);
  for (const [path, content] of Object.entries(ALLOWED)) write(path, content);
});

describe('imports of .ts and .svelte, refused by dependency-cruiser', () => {
  let refused: Refusals;

  beforeAll(() => {
    const config = join(root, 'scripts', 'config', 'dependency-cruiser.mjs');
    const output = run(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      ...['--config', config, '--output-type', 'json', 'src', 'scripts'],
    );
    const { violations } = JSON.parse(output).summary as { violations: { from: string; rule: { name: string } }[] };
    refused = byFile(violations.map((violation) => [violation.from, violation.rule.name]));
  });

  itRefusesEach(IMPORTS, () => refused);

  it('has a planted violation for every rule, and every rule says why', () => {
    const rules = importRules.forbidden ?? [];

    expect(plantedRules(IMPORTS)).toEqual([...new Set(rules.map(({ name }) => name))].sort());
    expect(rules.filter(({ comment }) => !comment).map(({ name }) => name)).toEqual([]);
    expect(rules.filter(({ severity }) => severity !== 'error').map(({ name }) => name)).toEqual([]);
  });
});

describe('imports of .astro, chance, time and locales, refused by ESLint', () => {
  let refused: Refusals;
  let messages: string[];

  beforeAll(() => {
    const config = join(root, 'scripts', 'config', 'eslint.config.mjs');
    const output = run('eslint/bin/eslint.js', '--config', config, '--format', 'json', 'src', 'scripts');
    const results = JSON.parse(output) as { filePath: string; messages: { message: string }[] }[];
    const all = results.flatMap(({ filePath, messages: found }) =>
      found.map(({ message }) => [filePath.slice(tree.length + 1).replaceAll('\\', '/'), message] as const),
    );
    messages = all.map(([, message]) => message);
    refused = byFile(all.map(([file, message]) => [file, nameIn(ownWords(message))]));
  });

  itRefusesEach(ASTRO_CHANCE_TIME, () => refused);

  it('has a planted violation for every message of the configuration', () => {
    const said = restrictions().map(({ message }) => message);

    expect(said.filter((message) => !messages.some((found) => found.endsWith(message)))).toEqual([]);
    expect(plantedRules(ASTRO_CHANCE_TIME)).toEqual([...new Set(said.map(nameIn))].sort());
  });
});

describe('a model uses only plain ECMAScript, checked by tsc', () => {
  let refused: Refusals;

  beforeAll(() => {
    const output = run('typescript/bin/tsc', '--project', 'src/tsconfig.model.json', '--noEmit', '--pretty', 'false');
    const errors = [...output.matchAll(/^(.+?)\(\d+,\d+\): error (TS\d+): (.+)$/gm)];
    refused = byFile(errors.map(([, file, code, text]) => [file as string, `${code}: ${text}`]));
  });

  it.each(PLAIN_LANGUAGE.map((planted) => [planted.rule, violating(planted)]))('"%s" refuses %s', (_rule, file) => {
    expect([...(refused.get(file) ?? [])]).toEqual([expect.stringMatching(/^TS\d+: Cannot find name/)]);
  });

  it('refuses nothing else', () => {
    expect([...refused.keys()].sort()).toEqual(PLAIN_LANGUAGE.map(violating).sort());
  });

  it('has a planted violation for every restricting compiler option', () => {
    const text = readFileSync(join(root, 'src', 'tsconfig.model.json'), 'utf8');
    const { config } = ts.parseConfigFileTextToJson('tsconfig.model.json', text);

    expect(config.compilerOptions).toEqual({ lib: ['ES2023'], types: [] });
    expect(plantedRules(PLAIN_LANGUAGE)).toEqual(Object.keys(config.compilerOptions).sort());
  });
});

interface Restriction {
  readonly message: string;
}

/**
 * Every single thing that eslint.config.mjs forbids; a rule of another shape shows up as a message without a name.
 * `svelte/` rules are how its parser works.
 */
function restrictions(): Restriction[] {
  const options = eslintConfig.flatMap((entry) => Object.entries(entry.rules ?? {}));
  return options.flatMap(([rule, setting]) => {
    if (rule.startsWith('svelte/') || setting === 'off') return [];
    if (!Array.isArray(setting)) return [{ message: rule }];
    const [, ...found] = setting as [string, ...(Restriction & { patterns?: Restriction[] })[]];
    return found.flatMap((one) => one.patterns ?? [one]);
  });
}

/** Our own message, without the text that ESLint puts in front of it. */
function ownWords(message: string): string {
  const own = restrictions().find((one) => message.endsWith(one.message));
  return own?.message ?? message;
}

describe('types in .svelte, checked by svelte-check', () => {
  it('finds an error in a component that no other file imports, as an island of an Astro page', () => {
    cpSync(join(root, 'tsconfig.svelte.json'), join(tree, 'tsconfig.svelte.json'));
    write('src/case/play/islands/Lone.svelte', '<script lang="ts">\n</script>\n<p>{notDeclared}</p>\n');
    const output = run(
      'svelte-check/bin/svelte-check',
      ...['--tsconfig', './tsconfig.svelte.json', '--output', 'machine', '--tsgo'],
    );

    expect(output).toMatch(/ERROR "?src\/case\/play\/islands\/Lone\.svelte"?.*Cannot find name 'notDeclared'/);
  });
});
