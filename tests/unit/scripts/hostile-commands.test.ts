import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, callInTurn } from '../../support/hostile/call-commands.ts';
import { HOSTILE_PLACES } from '../../support/hostile/hostile-places.ts';
import { HOSTILE_FILES } from '../../support/hostile-files.ts';
import { aFolder, run } from './a-command.ts';

/** Every hostile file for every command with PROVE=1, else each of them for one command or two. */
const PART = process.env['PROVE'] === '1' ? 1 : 12;
const MINUTES = 60_000;
/** Of a processor. A call that takes longer than the second of both on a busy machine has not ended. */
const MOST_CPU_MS = 10_000;
const MOST_WAIT_MS = 90_000;

interface Tool {
  readonly name: string;
  readonly script: string;
  readonly ends: string;
  readonly args: (path: string, home: string) => readonly string[];
  /** Codes with which it may end: a harmless text is nothing to a linter, and is no fault of it. */
  readonly codes?: readonly number[];
}

const TOOLS: readonly Tool[] = [
  { name: 'score-attempt', script: 'score-attempt.ts', ends: '.json', args: (path) => ['--log', path] },
  {
    name: 'export-locker',
    script: 'export-locker.ts',
    ends: '.json',
    args: (path, home) => ['--scenario', 'quiet-number', '--log', path, '--out', join(home, 'out.zip')],
  },
  { name: 'verify-locker', script: 'verify-locker.ts', ends: '.zip', args: (path) => [path] },
  {
    name: 'score-predictions, table',
    script: 'score-predictions.ts',
    ends: '.csv',
    args: (path, home) => ['--truth', join(home, 'market'), '--predictions', path],
  },
  {
    name: 'score-predictions, truth',
    script: 'score-predictions.ts',
    ends: '.json',
    args: (path, home) => ['--truth', path, '--predictions', join(home, 'p.csv')],
  },
  {
    name: 'score-predictions, moderation',
    script: 'score-predictions.ts',
    ends: '.json',
    args: (path, home) => [
      ...['--truth', join(home, 'market', 'secret', 'moderation-truth.json'), '--moderation', path],
      ...['--predictions', join(home, 'p.csv')],
    ],
  },
  ...['.json', '.ndjson', '.yaml', '.mdx', '.astro', '.txt'].map(
    (ends): Tool => ({
      name: `lint-content ${ends}`,
      script: 'lint-content.ts',
      ends,
      args: (path) => [path],
      codes: [0, 1, 2],
    }),
  ),
  { name: 'check-scenarios', script: 'check-scenarios.ts', ends: '.yaml', args: (path) => [path] },
  {
    name: 'answer-timestamp',
    script: 'answer-timestamp.ts',
    ends: '.tsq',
    args: (path, home) => [path, '--keys', join(home, 'keys')],
  },
];

/** Commands that write where they are told to. A place at which a file can be made is no hostile one. */
const WRITING: readonly Omit<Tool, 'codes'>[] = [
  { name: 'new-scenario', script: 'new-scenario.ts', ends: '', args: (path) => ['a-case', '--in', path] },
  { name: 'make-drill', script: 'make-drill.ts', ends: '.zip', args: (path) => ['--fault', 'E5', '--out', path] },
  {
    name: 'generate-market',
    script: 'generate-market.ts',
    ends: '',
    args: (path) => ['--profile', 'BUY', '--preset', 'mini', '--seed', '1', '--out', path],
  },
];
const WRITERS: readonly Tool[] = WRITING.map((tool) => ({ ...tool, codes: [0, 1, 2] }));

const home = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeAll(async () => {
  writeFileSync(join(home, 'p.csv'), 'ad,probability\n0001,0.5\n');
  const order = ['--profile', 'BUY', '--preset', 'mini', '--seed', '1', '--moderation', '--out', join(home, 'market')];
  expect(await run('generate-market.ts', order)).toMatchObject({ code: 0 });
}, MINUTES);

/** A line of an issue: place and sentence, or the author's own line as it should read. */
const IS_TOLD = /:|\. |^ *\d+ \|/;

/** What is wrong with how a call has ended. */
function faultsOf({ code, out, said, ms }: Called, codes: readonly number[]): string[] {
  const printed = out + said;
  return [
    ...(codes.some((allowed) => allowed === code) ? [] : [`ends with ${code}`]),
    ...(code !== 0 && printed.trim() === '' ? ['says nothing'] : []),
    ...(/^\s+at .*:\d+|file:\/\//m.test(printed) ? ['prints a stack'] : []),
    ...(printed.includes('command.unforeseen') ? ['did not foresee it'] : []),
    ...(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(printed.replaceAll(/\r?\n/g, ''))
      ? ['prints control characters']
      : []),
    ...(code === 1 && said.split('\n').some((line) => line !== '' && !IS_TOLD.test(line)) ? ['prints no issue'] : []),
    ...(ms > MOST_CPU_MS ? [`takes ${ms} ms of a processor`] : []),
  ];
}

async function attack(tool: Tool, files: typeof HOSTILE_FILES): Promise<string[]> {
  const folder = aFolder();
  const calls = files.map((file, n) => {
    const own = join(folder, String(n));
    mkdirSync(own);
    return tool.args(file.make(join(own, `x${tool.ends}`)), home);
  });
  const called = await callInTurn(tool.script, calls, folder, MOST_WAIT_MS);
  return called.flatMap((one, n) =>
    faultsOf(one, tool.codes ?? [1, 2]).map(
      (fault) => `${files[n]?.kind}: ${fault}: ${(one.said || one.out).slice(0, 200)}`,
    ),
  );
}

describe('a command that gets what it did not ask for', () => {
  it('is tried with more than sixty kinds of files', () => {
    expect(new Set(HOSTILE_FILES.map(({ kind }) => kind)).size).toBe(HOSTILE_FILES.length);
    expect(HOSTILE_FILES.length).toBeGreaterThan(60);
  });

  it.each(TOOLS.map((tool, n) => ({ ...tool, n })))(
    '$name ends with an issue, never in a stack, a hang or a terminal',
    async ({ n, ...tool }) => {
      expect(
        await attack(
          tool,
          HOSTILE_FILES.filter((_, at) => at % PART === n % PART),
        ),
      ).toEqual([]);
    },
    20 * MINUTES,
  );

  it.each(WRITERS.map((tool, n) => ({ ...tool, n })))(
    '$name writes, or says why it does not',
    async ({ n, ...tool }) => {
      expect(
        await attack(
          tool,
          HOSTILE_PLACES.filter((_, at) => PART === 1 || at % 3 === n),
        ),
      ).toEqual([]);
    },
    20 * MINUTES,
  );
});
