import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolEnvironment } from '../../scripts/site/build.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { callCommand } from '../support/call-command.ts';
import { inFull } from '../support/in-full.ts';
import { has } from './outside-tools.ts';

const ADS = '10000';
const home = mkdtempSync(join(tmpdir(), 'checkathon-examples-'));

/** Runs an example in the folder of the project. */
const example = (name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  execFileSync('sh', [join('examples', 'shares', name), ...args], {
    cwd: ROOT,
    env: { ...toolEnvironment(), ...env },
    encoding: 'utf8',
  });

/** Names and content of all files below a folder. */
const contentOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path), readFileSync(path, 'utf8')])
    .toSorted();

describe.runIf(inFull(true, false))('the examples that write a market in shares', () => {
  let whole: ReturnType<typeof contentOf>;
  beforeAll(async () => {
    const order = ['--profile', 'BUY', '--ads', ADS, '--seed', 'shares', '--prevalence', 'FIELD'];
    await callCommand('generate-market.ts', [...order, '--out', 'whole'], home);
    whole = contentOf(join(home, 'whole'));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it.skipIf(!has('parallel'))('with GNU parallel give the files that one call writes', () => {
    const out = join(home, 'in parallel');
    example('parallel.sh', [out, ADS, '2', 'BUY', 'shares']);

    expect(readdirSync(join(out, 'shares')).toSorted()).toEqual(['0-1', '2-3', '4-4']);
    expect(contentOf(join(out, 'market'))).toEqual(whole);
  });

  it('as an array of Slurm give the files that one call writes', async () => {
    const out = join(home, 'slurm');
    for (const task of ['0', '1', '2'])
      example('slurm.sh', [], {
        OUT: out,
        ADS,
        SEED: 'shares',
        SLURM_ARRAY_TASK_COUNT: '3',
        SLURM_ARRAY_TASK_ID: task,
      });

    const shares = ['0', '1', '2'].map((task) => join(out, 'shares', task));
    const { code } = await callCommand('join-shares.ts', ['--out', join(out, 'market'), ...shares], home);

    expect(code).toBe(0);
    expect(contentOf(join(out, 'market'))).toEqual(whole);
  });

  it.skipIf(!has('parallel'))('write a hidden market where no seed is given', () => {
    const out = join(home, 'hidden');
    example('parallel.sh', [out, ADS, '1']);

    const [seed = '', secret = ''] = readFileSync(join(out, 'secret.txt'), 'utf8').split('\n');
    const truth = readFileSync(join(out, 'market', 'secret', 'ground-truth.json'), 'utf8');
    expect(truth).toContain(`"seed": "${seed}"`);
    for (const [, text] of contentOf(join(out, 'market', 'public'))) {
      expect(text).not.toContain(seed);
      expect(text).not.toContain(secret);
    }
    expect(readFileSync(join(out, 'jobs.tsv'), 'utf8')).not.toContain(seed);
  });
});
