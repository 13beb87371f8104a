import { describe, expect, it } from 'vitest';
import { resultsSideBySide } from '#bench/markets/model/results-side-by-side.ts';
import type { BenchResult } from '#bench/markets/model/schemas.ts';
import { aResult, MARKETS } from '../../../../support/bench/a-result.ts';

const inOrder = (a: string, b: string) => a.localeCompare(b, 'en');
const beside = (...results: readonly BenchResult[]) =>
  resultsSideBySide(
    results.map((result, n) => ({ file: `${n}.json`, result })),
    inOrder,
  );

describe('results side by side', () => {
  it('have a row for each team of a track in the order of their names, whatever they reached', () => {
    const found = beside(aResult('zeta', { tracks: ['page', 'fairness'] }), aResult('Alpha'), aResult('beta'));
    const readers = [{ name: 'signs', missing: 0 }];
    const names = (...teams: string[]) => teams.map((name) => ({ name, missing: 0 }));

    expect(found).toMatchObject({
      ok: true,
      value: [
        { track: 'page', settings: [{ profile: 'JOB', teams: names('Alpha', 'beta', 'zeta'), beside: readers }] },
        { track: 'fairness', settings: [{ profile: 'JOB', teams: names('zeta'), beside: readers }] },
      ],
    });
  });

  it('of different rules stand in tables of their own, under one name too, and are not held against each other', () => {
    const open = { ...aResult('a', { rules: 'open', markets: [0, 1] }), threshold: 0.4 };
    const found = beside(open, aResult('a'), aResult('b'));
    const tables = found.ok ? found.value : [];

    expect(tables.map(({ rules, track }) => [rules, track])).toEqual([
      ['closed', 'page'],
      ['open', 'page'],
    ]);
    expect(tables.map(({ settings }) => settings[0]?.teams.map(({ name }) => name))).toEqual([['a', 'b'], ['a']]);
  });

  it('have figures only with a score in every market of a setting, and the readers then are in the same ones', () => {
    const found = beside(
      aResult('a', { failed: [0, 1] }),
      aResult('b', { failed: [0, 1, 2] }),
      aResult('c', { failed: [2] }),
      aResult('whole'),
    );
    const setting = found.ok ? found.value[0]?.settings[0] : undefined;

    expect(setting?.markets).toBe(3);
    expect(setting?.teams.map(({ name, missing, table }) => [name, missing, table?.markets])).toEqual([
      ['a', 2, undefined],
      ['b', 3, undefined],
      ['c', 1, undefined],
      ['whole', 0, 3],
    ]);
    expect(setting?.beside.map(({ table }) => table?.markets)).toEqual([3]);
  });

  it('have no readers in a setting where no team has a score in every market, and the teams stand there', () => {
    const found = beside(aResult('a', { failed: [0] }), aResult('b', { failed: [0, 1, 2] }));
    const setting = found.ok ? found.value[0]?.settings[0] : undefined;

    expect(setting?.teams.map(({ name, missing }) => [name, missing])).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
    expect(setting?.beside).toEqual([]);
  });

  it.each([
    ['other markets', aResult('b', { markets: [0, 1] }), 'bench.table-other-markets', { market: MARKETS[2]?.id }],
    [
      'another threshold',
      { ...aResult('b'), threshold: 0.4 },
      'bench.table-other-threshold',
      { found: 0.4, asked: 0.5 },
    ],
    ['the same name', aResult('a'), 'bench.table-same-name', { name: 'a', first: '0.json' }],
  ])('are refused by name with %s', (_, other, code, params) => {
    expect(beside(aResult('a'), other)).toMatchObject({
      ok: false,
      issues: [{ code, params, position: { file: '1.json' } }],
    });
  });

  it('are refused where a reader beside them was changed, in whichever result it stands first', () => {
    const forged = structuredClone(aResult('b', { failed: [0] }));
    const figures = forged.tracks[0]?.rows[1]?.byMarket[1]?.figures ?? {};
    figures['auc'] = 0.1;

    expect(beside(aResult('a', { failed: [2] }), forged, aResult('c'))).toMatchObject({
      ok: false,
      issues: [
        {
          code: 'bench.table-other-figures',
          params: { reader: 'signs', first: '1.json' },
          position: { file: '2.json' },
        },
      ],
    });
    expect(beside(aResult('a'), forged)).toMatchObject({ ok: false, issues: [{ position: { file: '1.json' } }] });
  });
});
