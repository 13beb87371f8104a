import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NONCE_BYTES, writeTimestampQuery } from '#kernel/formats/timestamp/write-query.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import { run } from './a-command.ts';

const home = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What somebody has at the place to which a command is told to write. */
const WORK = 'the work of a day';

/** A command that writes one file, and how it is called with the path of it. */
interface Writer {
  readonly name: string;
  readonly script: string;
  readonly ends: string;
  readonly args: (out: string) => readonly string[];
  /** True where a call with `--force` takes more than some seconds, or needs a built site. */
  readonly isLong?: true;
}

const WRITERS: readonly Writer[] = [
  {
    name: 'make-drill --number',
    script: 'make-drill.ts',
    ends: '.zip',
    args: (out) => ['--number', '3', '--out', out],
  },
  {
    name: 'make-drill --fault',
    script: 'make-drill.ts',
    ends: '.zip',
    args: (out) => ['--fault', 'E5', '--out', out],
  },
  {
    name: 'export-locker',
    script: 'export-locker.ts',
    ends: '.zip',
    args: (out) => ['--scenario', 'quiet-number', '--policy', 'oracle', '--out', out],
  },
  {
    name: 'answer-timestamp --out',
    script: 'answer-timestamp.ts',
    ends: '.tsr',
    args: (out) => [join(home, 'q.tsq'), '--keys', join(home, 'keys'), '--out', out],
  },
  {
    name: 'answer-timestamp, beside the request',
    script: 'answer-timestamp.ts',
    ends: '.tsr',
    args: (out) => {
      const query = out.replace(/\.tsr$/, '.tsq');
      writeFileSync(query, readFileSync(join(home, 'q.tsq')));
      return [query, '--keys', join(home, 'keys')];
    },
  },
  {
    name: 'find-parallel-seeds --file',
    script: 'find-parallel-seeds.ts',
    ends: '.yaml',
    args: (out) => ['find-house-pages', '--file', out],
  },
  {
    name: 'update-golden --file',
    script: 'update-golden.ts',
    ends: '.json',
    args: (out) => ['--file', out],
    // A file that is no golden one is asked for its version, which only JSON has.
    isLong: true,
  },
  {
    name: 'update-report-fingerprints --out',
    script: 'update-report-fingerprints.ts',
    ends: '.prints',
    args: (out) => [join(home, 'report.txt'), '--out', out],
  },
  {
    name: 'bench-tool --out',
    script: 'bench-tool.ts',
    ends: '.json',
    args: (out) => ['--tool', 'no tool is run', '--out', out],
    isLong: true,
  },
  {
    name: 'bench-table --out',
    script: 'bench-table.ts',
    ends: '.html',
    args: (out) => ['--out', out, join(home, 'result.json')],
    isLong: true,
  },
  {
    name: 'pack-case --out',
    script: 'pack-case.ts',
    ends: '.html',
    args: (out) => ['quiet-number', '--no-build', '--out', out],
    isLong: true,
  },
  {
    name: 'pack-case --words',
    script: 'pack-case.ts',
    ends: '.txt',
    args: (out) => [home, '--sealed', '--no-build', '--out', `${out}.html`, '--words', out],
    isLong: true,
  },
  {
    name: 'pack-room --out',
    script: 'pack-room.ts',
    ends: '',
    args: (out) => ['--no-build', '--out', out],
    isLong: true,
  },
];

/** Every command with a file of its own that is written, or nothing, and why it needs no row above. */
const OTHERS: Readonly<Record<string, string>> = {
  'generate-market.ts': 'tested in existing-folders.test.ts',
  'join-shares.ts': 'tested in existing-folders.test.ts',
  'bench-markets.ts': 'tested in existing-folders.test.ts',
  'new-scenario.ts': 'tested in existing-folders.test.ts',
  'take-review.ts': 'tested below: it changes a review',
  'update-figures.ts': 'tested below: it has one file of its own',
  'update-realism.ts': 'tested below: it has one file of its own',
  'update-weights.ts': 'tested below: it has one file of its own',
  'write-scenario-schema.ts': 'tested below: it has files of its own',
  'check.ts': 'writes reports/ and .cache/ of the project alone',
};

beforeAll(() => {
  writeFileSync(join(home, 'q.tsq'), writeTimestampQuery('a manifest', new Uint8Array(NONCE_BYTES).fill(7)));
  writeFileSync(join(home, 'report.txt'), 'one two three four five six seven eight nine ten');
});

const place = (ends: string) => join(mkdtempSync(join(home, 'out-')), `x${ends}`);

describe('the commands that write', () => {
  it('are all in these tables', () => {
    const WRITES = /\b(?:write(?:Text|Bytes|Parts|Part|Folder|Once|FileSync)|openRoom|makeFolder|updateMeasured)\(/;
    const writing = readdirSync(join(ROOT, 'scripts'))
      .filter((name) => name.endsWith('.ts') && WRITES.test(readFileSync(join(ROOT, 'scripts', name), 'utf8')))
      .sort();

    expect(writing).toEqual([...new Set([...WRITERS.map(({ script }) => script), ...Object.keys(OTHERS)])].sort());
  });

  it.each(WRITERS)('$name leaves a file that is there as it is', async ({ script, ends, args }) => {
    const out = place(ends);
    writeFileSync(out, WORK);

    const { code, said } = await run(script, args(out), home);

    expect({ code, now: readFileSync(out, 'utf8') }).toEqual({ code: 2, now: WORK });
    expect(said).toContain('is there already');
  });

  it.each(WRITERS)('$name leaves a link and a folder as they are', async ({ script, ends, args }) => {
    const [linked, folder] = [place(ends), place(ends)];
    writeFileSync(`${linked}.target`, WORK);
    symlinkSync(`${linked}.target`, linked);
    mkdirSync(folder);
    writeFileSync(join(folder, 'kept'), WORK);

    for (const out of [linked, folder]) expect((await run(script, args(out), home)).code).not.toBe(0);
    expect(lstatSync(linked).isSymbolicLink()).toBe(true);
    expect(readFileSync(linked, 'utf8')).toBe(WORK);
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  it.each(WRITERS)('$name makes no file through a link to nothing', async ({ script, ends, args }) => {
    const out = place(ends);
    symlinkSync(`${out}.nowhere`, out);

    expect((await run(script, args(out), home)).code).toBe(2);
    expect(() => lstatSync(`${out}.nowhere`)).toThrow('ENOENT');
  });

  it.each(WRITERS.filter(({ isLong }) => !isLong))('$name replaces it with --force', async ({ script, ends, args }) => {
    const out = place(ends);
    writeFileSync(out, WORK);

    const { code, said } = await run(script, [...args(out), '--force'], home);

    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(readFileSync(out, 'utf8')).not.toContain(WORK);
  });
});

describe('a command that keeps a file up to date', () => {
  it('replaces what it has written before: find-parallel-seeds', async () => {
    const out = place('.yaml');
    const args = ['find-house-pages', '--file', out];
    await run('find-parallel-seeds.ts', args, home);
    const first = readFileSync(out, 'utf8');

    expect(await run('find-parallel-seeds.ts', args, home)).toMatchObject({ code: 0, said: '' });
    expect(readFileSync(out, 'utf8')).toBe(first);
  });

  it('keeps the pairs of exercises that are not named: find-parallel-seeds', async () => {
    const out = place('.yaml');
    const shipped = readFileSync(join(ROOT, 'content/parallel-tests.yaml'), 'utf8');
    writeFileSync(out, shipped);

    const { code, said } = await run('find-parallel-seeds.ts', ['find-house-pages', '--file', out], home);

    expect(code).toBe(2);
    expect(said).toContain('find-apple-weeks, find-thirty-looks too. Name all of its exercises');
    expect(readFileSync(out, 'utf8')).toBe(shipped);
  });

  it('replaces fingerprints with others: update-report-fingerprints', async () => {
    const out = place('.prints');
    writeFileSync(join(home, 'other.txt'), 'ten nine eight seven six five four three two one');
    await run('update-report-fingerprints.ts', [join(home, 'report.txt'), '--out', out], home);
    const first = readFileSync(out, 'utf8');

    expect(await run('update-report-fingerprints.ts', [join(home, 'other.txt'), '--out', out], home)).toMatchObject({
      code: 0,
    });
    expect(readFileSync(out, 'utf8')).not.toBe(first);
  });

  it('knows its own shipped files by their beginning', () => {
    const OWN: readonly (readonly [script: string, file: string])[] = [
      ['update-figures', 'tests/golden/figures.json'],
      ['update-realism', 'content/bench/realism.json'],
      ['update-realism', 'content/genres/realism.yaml'],
      ['update-weights', 'content/indicators/weights.yaml'],
      ['update-golden', 'tests/golden/markets.json'],
      ['write-scenario-schema', 'scenarios/scenario.schema.json'],
      ['write-scenario-schema', 'scenarios/key.schema.json'],
    ];
    for (const [script, file] of OWN) {
      const source = readFileSync(join(ROOT, 'scripts', `${script}.ts`), 'utf8');
      const marks = [...source.matchAll(/^(?:const OF_[A-Z]+ =|\s+begins:)\s*\/(\^.+)\/[;,]$/gm)];
      const knows = (text: string) => marks.some(([, mark = '']) => new RegExp(mark).test(text));
      expect([script, file, knows(readFileSync(join(ROOT, file), 'utf8').slice(0, 500))]).toEqual([script, file, true]);
      expect([script, knows('{ "name": "a package" }')]).toEqual([script, false]);
      expect(source).toMatch(/refuseToReplaceOther\(|updateMeasured\(/);
    }
  });

  it('adds to a review, and replaces none that it cannot read: take-review', async () => {
    const project = mkdtempSync(join(home, 'project-'));
    mkdirSync(join(project, 'content/reviews/lessons'), { recursive: true });
    mkdirSync(join(project, 'content/en/lessons'), { recursive: true });
    writeFileSync(
      join(project, 'content/en/lessons/j1.mdx'),
      readFileSync(join(ROOT, 'content/en/lessons/j1.mdx'), 'utf8'),
    );
    const review = join(project, 'content/reviews/lessons/j1.yaml');
    writeFileSync(review, WORK);
    writeFileSync(join(project, 'form.json'), '{}');

    expect((await run('take-review.ts', ['form.json', '--project', '.'], project)).code).toBe(1);
    expect(readFileSync(review, 'utf8')).toBe(WORK);
  });
});
