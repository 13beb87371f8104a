import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, callInTurn } from '../../support/hostile/call-commands.ts';
import { faultsOf, MAX_WAIT_MS } from '../../support/hostile/faults-of-call.ts';
import { HOSTILE_NAMES } from '../../support/hostile/hostile-names.ts';
import { inFull } from '../../support/in-full.ts';

/** Every name for every argument with PROVE=1, else each of them for one argument or two. */
const PART = inFull(1, 12);

/** An argument that takes a name, and the codes with which the command may end: some take any text. */
const ARGUMENTS: readonly {
  readonly argument: string;
  readonly args: (name: string, folder: string) => readonly string[];
  readonly codes?: readonly number[];
}[] = [
  { argument: 'play --scenario', args: (name) => [`--scenario=${name}`, '--policy', 'oracle'] },
  { argument: 'play --policy', args: (name) => ['--scenario', 'quiet-number', `--policy=${name}`] },
  // Two hyphens alone end the options, and are no word.
  {
    argument: 'play a word',
    args: (name) => ['--scenario', 'quiet-number', '--policy', 'oracle', name],
    codes: [0, 1, 2],
  },
  {
    argument: 'export-locker --scenario',
    args: (name, folder) => [`--scenario=${name}`, '--policy', 'oracle', '--out', join(folder, 'out')],
  },
  {
    argument: 'export-locker --exercise',
    args: (name, folder) => [
      ...['--scenario', 'quiet-number', '--policy', 'oracle', `--exercise=${name}`],
      ...['--out', join(folder, 'out')],
    ],
  },
  { argument: 'make-drill --locker', args: (name, folder) => [`--locker=${name}`, '--out', join(folder, 'out')] },
  { argument: 'make-drill --number', args: (name, folder) => [`--number=${name}`, '--out', join(folder, 'out')] },
  {
    argument: 'generate-market --profile',
    args: (name, folder) => [`--profile=${name}`, '--preset', 'mini', '--seed', '1', '--out', join(folder, 'out')],
  },
  {
    argument: 'generate-market --seed',
    args: (name, folder) => ['--profile', 'BUY', '--preset', 'mini', `--seed=${name}`, '--out', join(folder, 'out')],
    codes: [0, 1, 2],
  },
  {
    argument: 'pack-case <id>',
    args: (name, folder) => ['--no-build', '--out', join(folder, 'out.html'), '--', name],
  },
  {
    argument: 'pack-case <folder> --sealed',
    args: (name, folder) => ['--sealed', '--no-build', '--out', join(folder, 'out.html'), '--', name],
  },
  {
    argument: 'pack-room --case',
    args: (name, folder) => ['--no-build', '--out', join(folder, 'out'), `--case=${name}`],
  },
  {
    argument: 'find-parallel-seeds <exercise>',
    args: (name, folder) => ['--file', join(folder, 'out'), '--', name],
  },
  { argument: 'find-fair-seeds --scenario', args: (name) => [`--scenario=${name}`, '--tries', '1'] },
  {
    argument: 'workshop --case',
    args: (name, folder) => [
      '--no-build',
      '--no-open',
      '--address',
      '127.0.0.1',
      '--state',
      join(folder, 'out'),
      `--case=${name}`,
    ],
  },
  { argument: 'new-scenario <id>', args: (name, folder) => ['--in', folder, '--', name], codes: [0, 1, 2] },
];

describe('a command with an unknown name', () => {
  it('is tested with more than sixty of them', () => {
    expect(new Set(HOSTILE_NAMES.map(({ name }) => name)).size).toBe(HOSTILE_NAMES.length);
    expect(HOSTILE_NAMES.length).toBeGreaterThan(60);
  });

  const home = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** For each argument the folder for its output, and what each of its names came to. */
  const results = new Map<string, { readonly folder: string; readonly called: [kind: string, Called][] }>();
  beforeAll(async () => {
    const calls = ARGUMENTS.flatMap(({ argument, args }, n) => {
      const folder = join(mkdtempSync(join(home, 'names-')), 'folder');
      mkdirSync(folder);
      results.set(argument, { folder, called: [] });
      return HOSTILE_NAMES.filter((_, at) => at % PART === n % PART).map(({ kind, name }) => ({
        argument,
        kind,
        call: { script: `${argument.split(' ')[0]}.ts`, args: args(name, folder), cwd: home },
      }));
    });
    const called = await callInTurn(
      calls.map(({ call }) => call),
      home,
      MAX_WAIT_MS,
    );
    for (const [n, { argument, kind }] of calls.entries())
      results.get(argument)?.called.push([kind, called[n] as Called]);
  });

  it.each(ARGUMENTS)('$argument says so in a line, and writes nothing', ({ argument, codes = [1, 2] }) => {
    const { folder, called } = results.get(argument) ?? expect.fail('not called');

    expect(called.length).toBeGreaterThan(2);
    expect(
      called.flatMap(([kind, one]) =>
        faultsOf(one, codes).map((fault) => `${kind}: ${fault}: ${(one.said || one.out).slice(0, 200)}`),
      ),
    ).toEqual([]);
    if (!codes.includes(0)) expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(join(folder, '..', 'out'))).toBe(false);
  });
});
