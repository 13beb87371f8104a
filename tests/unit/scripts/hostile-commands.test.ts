import { lstatSync, mkdirSync, mkdtempSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NONCE_BYTES, writeTimestampQuery } from '#formats/timestamp/write-query.ts';
import { aLocker, packed } from '../../support/builders/a-locker.ts';
import { callInTurn } from '../../support/hostile/call-commands.ts';
import { faultsOf, MAX_WAIT_MS } from '../../support/hostile/faults-of-call.ts';
import { HOSTILE_OUTS } from '../../support/hostile/hostile-outs.ts';
import { HOSTILE_FILES } from '../../support/hostile-files.ts';
import { inFull } from '../../support/in-full.ts';
import { aFolder, run } from './a-command.ts';

const MINUTES = 60_000;

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
  ...['token', 'ca'].map(
    (name): Tool => ({
      name: `verify-locker --${name}`,
      script: 'verify-locker.ts',
      ends: name === 'token' ? '.tsr' : '.pem',
      args: (path, home) => [join(home, 'locker.zip'), `--${name}`, path],
    }),
  ),
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

/** Commands with an output path. A path at which a file can be created is not hostile. */
const WRITING: readonly Omit<Tool, 'codes'>[] = [
  { name: 'new-scenario', script: 'new-scenario.ts', ends: '', args: (path) => ['a-case', '--in', path] },
  {
    name: 'pack-case',
    script: 'pack-case.ts',
    ends: '.html',
    args: (path) => ['quiet-number', '--no-build', '--out', path],
  },
  { name: 'pack-room', script: 'pack-room.ts', ends: '', args: (path) => ['--no-build', '--out', path] },
  { name: 'make-drill', script: 'make-drill.ts', ends: '.zip', args: (path) => ['--fault', 'E5', '--out', path] },
  {
    name: 'generate-market',
    script: 'generate-market.ts',
    ends: '',
    args: (path) => ['--profile', 'BUY', '--preset', 'mini', '--seed', '1', '--out', path],
  },
  {
    name: 'export-locker',
    script: 'export-locker.ts',
    ends: '.zip',
    args: (path) => ['--scenario', 'quiet-number', '--policy', 'oracle', '--out', path],
  },
  {
    name: 'answer-timestamp',
    script: 'answer-timestamp.ts',
    ends: '.tsr',
    args: (path, home) => [join(home, 'q.tsq'), '--keys', join(home, 'keys'), '--out', path],
  },
  {
    name: 'answer-timestamp --keys',
    script: 'answer-timestamp.ts',
    ends: '',
    args: (path, home) => [join(home, 'q.tsq'), '--keys', path, '--out', join(home, 'a.tsr')],
  },
];
const WRITERS: readonly Tool[] = WRITING.map((tool) => ({ ...tool, codes: [0, 1, 2] }));

const home = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeAll(async () => {
  writeFileSync(join(home, 'p.csv'), 'ad,probability\n0001,0.5\n');
  writeFileSync(join(home, 'q.tsq'), writeTimestampQuery('a manifest', new Uint8Array(NONCE_BYTES).fill(7)));
  writeFileSync(join(home, 'locker.zip'), await packed(aLocker()));
  const order = ['--profile', 'BUY', '--preset', 'mini', '--seed', '1', '--moderation', '--out', join(home, 'market')];
  expect(await run('generate-market.ts', order)).toMatchObject({ code: 0 });
}, MINUTES);

async function attack(tool: Tool, files: typeof HOSTILE_FILES): Promise<string[]> {
  const folder = aFolder();
  const paths = files.map((file, n) => {
    const own = join(folder, String(n));
    mkdirSync(own);
    return file.make(join(own, `x${tool.ends}`));
  });
  const before = paths.map(kindAt);
  const calls = paths.map((path) => tool.args(path, home));
  const called = await callInTurn(tool.script, calls, folder, MAX_WAIT_MS);
  return called.flatMap((one, n) => {
    const after = kindAt(paths[n] ?? '');
    const isGone = before[n] !== 'nothing' && after !== before[n];
    return [
      ...faultsOf(one, tool.codes ?? [1, 2]),
      ...(isGone ? [`makes ${after} of ${before[n]}`] : []),
      ...(one.code !== 0 && before[n] === 'nothing' && after === 'file' ? ['leaves half a file'] : []),
    ].map((fault) => `${files[n]?.kind}: ${fault}: ${(one.said || one.out).slice(0, 200)}`);
  });
}

/** What stands at a path itself, and not behind a link there. */
function kindAt(path: string): string {
  const isKind = (stats: Stats) =>
    stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'device or pipe';
  try {
    return isKind(lstatSync(path));
  } catch {
    return 'nothing';
  }
}

/** Every hostile file for every command with PROVE=1, else each of them for one command. */
const PART = inFull(1, TOOLS.length);

describe('a command with an unexpected file', () => {
  it('is tested with more than sixty kinds of files', () => {
    expect(new Set(HOSTILE_FILES.map(({ kind }) => kind)).size).toBe(HOSTILE_FILES.length);
    expect(HOSTILE_FILES.length).toBeGreaterThan(60);
  });

  it.each(TOOLS.map((tool, n) => ({ ...tool, n })))(
    '$name ends with an issue, never with a stack trace, a hang or terminal control characters',
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
    '$name writes its output, or says why not',
    async ({ n, ...tool }) => {
      expect(
        await attack(
          tool,
          HOSTILE_OUTS.filter((_, at) => PART === 1 || at % WRITERS.length === n),
        ),
      ).toEqual([]);
    },
    20 * MINUTES,
  );
});
