import { lstatSync, mkdirSync, mkdtempSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NONCE_BYTES, writeTimestampQuery } from '#kernel/formats/timestamp/write-query.ts';
import { aLocker, packed } from '../../support/builders/a-locker.ts';
import { type Called, callInTurn } from '../../support/hostile/call-commands.ts';
import { faultsOf, MAX_WAIT_MS } from '../../support/hostile/faults-of-call.ts';
import { HOSTILE_OUTS } from '../../support/hostile/hostile-outs.ts';
import { HOSTILE_FILES } from '../../support/hostile-files.ts';
import { inFull } from '../../support/in-full.ts';
import { run } from './a-command.ts';

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
  {
    name: 'bench-tool, result to compare with',
    script: 'bench-tool.ts',
    ends: '.json',
    args: (path) => ['--tool', 'no tool is run', '--compare', path],
  },
  {
    name: 'bench-table, a result',
    script: 'bench-table.ts',
    ends: '.json',
    args: (path, home) => ['--out', join(home, 'table.html'), path],
  },
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
});

/** A tool, the folder in which it is called, a hostile file for it, and what stood at its path before the call. */
interface Attack {
  readonly tool: Tool;
  readonly folder: string;
  readonly kind: string;
  readonly path: string;
  readonly before: string;
}

function prepare(tool: Tool, files: typeof HOSTILE_FILES): Attack[] {
  const folder = mkdtempSync(join(home, 'attack-'));
  return files.map((file, n) => {
    const own = join(folder, String(n));
    mkdirSync(own);
    const path = file.make(join(own, `x${tool.ends}`));
    return { tool, folder, kind: file.kind, path, before: kindAt(path) };
  });
}

/** What is wrong with how the calls ended, by tool. */
async function attackAll(attacks: readonly Attack[]): Promise<Map<Tool, string[]>> {
  const calls = attacks.map(({ tool, folder, path }) => ({
    script: tool.script,
    args: tool.args(path, home),
    cwd: folder,
  }));
  const called = await callInTurn(calls, home, MAX_WAIT_MS);
  const faults = new Map<Tool, string[]>();
  for (const [n, { tool, kind, path, before }] of attacks.entries()) {
    const one = called[n] as Called;
    const after = kindAt(path);
    const isGone = before !== 'nothing' && after !== before;
    const found = [
      ...faultsOf(one, tool.codes ?? [1, 2]),
      ...(isGone ? [`makes ${after} of ${before}`] : []),
      ...(one.code !== 0 && before === 'nothing' && after === 'file' ? ['leaves half a file'] : []),
    ].map((fault) => `${kind}: ${fault}: ${(one.said || one.out).slice(0, 200)}`);
    faults.set(tool, [...(faults.get(tool) ?? []), ...found]);
  }
  return faults;
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

  let faults: Awaited<ReturnType<typeof attackAll>>;
  beforeAll(async () => {
    faults = await attackAll([
      ...TOOLS.flatMap((tool, n) =>
        prepare(
          tool,
          HOSTILE_FILES.filter((_, at) => at % PART === n % PART),
        ),
      ),
      ...WRITERS.flatMap((tool, n) =>
        prepare(
          tool,
          HOSTILE_OUTS.filter((_, at) => PART === 1 || at % WRITERS.length === n),
        ),
      ),
    ]);
  });

  it.each(TOOLS)(
    '$name ends with an issue, never with a stack trace, a hang or terminal control characters',
    (tool) => {
      expect(faults.get(tool)).toEqual([]);
    },
  );

  it.each(WRITERS)('$name writes its output, or says why not', (tool) => {
    expect(faults.get(tool)).toEqual([]);
  });
});
