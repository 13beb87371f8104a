import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callInTurn } from '../../support/hostile/call-commands.ts';
import { faultsOf, MAX_WAIT_MS } from '../../support/hostile/faults-of-call.ts';
import { HOSTILE_NAMES } from '../../support/hostile/hostile-names.ts';
import { inFull } from '../../support/in-full.ts';
import { aFolder } from './a-command.ts';

/** Every name for every argument with PROVE=1, else each of them for one argument or two. */
const PART = inFull(1, 12);
const MINUTES = 60_000;

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
  { argument: 'new-scenario <id>', args: (name, folder) => ['--in', folder, '--', name], codes: [0, 1, 2] },
];

describe('a command with an unknown name', () => {
  it('is tested with more than sixty of them', () => {
    expect(new Set(HOSTILE_NAMES.map(({ name }) => name)).size).toBe(HOSTILE_NAMES.length);
    expect(HOSTILE_NAMES.length).toBeGreaterThan(60);
  });

  it.each(ARGUMENTS.map((one, n) => ({ ...one, n })))(
    '$argument says so in a line, and writes nothing',
    async ({ argument, args, codes = [1, 2], n }) => {
      const folder = aFolder();
      const names = HOSTILE_NAMES.filter((_, at) => at % PART === n % PART);
      const script = `${argument.split(' ')[0]}.ts`;
      const called = await callInTurn(
        script,
        names.map(({ name }) => args(name, folder)),
        aFolder(),
        MAX_WAIT_MS,
      );

      expect(
        called.flatMap((one, at) =>
          faultsOf(one, codes).map((fault) => `${names[at]?.kind}: ${fault}: ${(one.said || one.out).slice(0, 200)}`),
        ),
      ).toEqual([]);
      if (!codes.includes(0)) expect(readdirSync(folder)).toEqual([]);
      expect(existsSync(join(folder, '..', 'out'))).toBe(false);
    },
    20 * MINUTES,
  );
});
