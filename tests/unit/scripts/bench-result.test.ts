import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { readerRow } from '#bench/markets/model/reader-row.ts';
import { type BenchResult, BenchResultSchema } from '#bench/markets/model/schemas.ts';
import { required } from '#kernel/model/invariant.ts';
import { readResult, schemaText } from '../../../scripts/public-bench/result-file.ts';
import { scoreOf } from '../../support/bench/any-bench.ts';
import { drawnTruth, saidBy } from '../../support/bench/predictions/known-tools.ts';
import { aFolder } from './a-command.ts';

const BENCH = { name: 'a-bench', version: 1, generatorVersion: 7 };
const MARKETS = ['BUY', 'JOB'].flatMap((profile) =>
  Array.from({ length: 2 }, (_, n) => ({
    id: `${profile === 'BUY' ? 'b' : 'a'}${n}`.padStart(16, '0'),
    profile: profile as 'BUY' | 'JOB',
    ...saidBy({ distance: 2, shared: 0.5 }, drawnTruth({ size: 'practice', seed: `result ${n}` }), `result ${n}`),
  })),
);

/** A result with a track of figures and one of gaps. */
const RESULT: BenchResult = {
  schema: 'bench-result/2',
  synthetic: true,
  notice: 'SYNTHETIC',
  bench: BENCH,
  split: 'dev',
  rules: 'closed',
  tool: 'a tool',
  threshold: 0.5,
  tracks: (['page', 'fairness'] as const).map((track) => ({
    track,
    runs: MARKETS.map(({ id: market, profile }) => ({ market, profile, seconds: 1.5, peakBytes: null })),
    rows: [
      readerRow(
        'tool',
        track,
        MARKETS.map((market) => scoreOf(market, market.rows, track)),
      ),
    ],
  })),
};

const isValid = new Ajv({ allErrors: true }).compile(JSON.parse(schemaText(BenchResultSchema)) as object);

describe('the file of a result', () => {
  it('is what the published JSON Schema says, as an independent validator reads it', () => {
    const tables = required(RESULT.tracks[0]?.rows[0], 'row').tables;

    expect(tables.map(({ profile, markets }) => [profile, markets])).toEqual([
      ['BUY', 2],
      ['JOB', 2],
      ['all', 4],
    ]);
    expect(BenchResultSchema.safeParse(RESULT).error).toBeUndefined();
    expect([isValid(RESULT), isValid.errors]).toEqual([true, null]);
  });

  it.each([
    ['a total', { ...RESULT, total: 0.9 }],
    ['no mark of training material', { ...RESULT, synthetic: false }],
    ['a track that nobody knows', { ...RESULT, tracks: [{ ...RESULT.tracks[0], track: 'all' }] }],
    ['no track', { ...RESULT, tracks: [] }],
  ])('is refused with %s', (_, value) => {
    const home = aFolder();
    writeFileSync(join(home, 'r.json'), JSON.stringify(value));

    expect(isValid(value)).toBe(false);
    expect(readResult('r.json', BENCH, home)).toMatchObject({ ok: false, issues: [{ code: 'bench.no-result' }] });
  });

  it('is read back as it was written, for this bench alone', () => {
    const home = aFolder();
    writeFileSync(join(home, 'r.json'), JSON.stringify(RESULT));

    expect(readResult('r.json', BENCH, home)).toEqual({ ok: true, value: RESULT });
    expect(readResult('r.json', { ...BENCH, version: 2 }, home)).toMatchObject({
      ok: false,
      issues: [{ code: 'bench.other-bench', params: { found: 'a-bench 1 (generator 7)' } }],
    });
  });
});
