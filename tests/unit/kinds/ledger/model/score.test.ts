import { describe, expect, it } from 'vitest';
import { BLIND_PLAYS, type BlindLedgerPlay, playBlindly } from '#kinds/ledger/model/blind-plays.ts';
import type { FreezeRequest, RequestPart } from '#kinds/ledger/model/freeze-request.ts';
import { rightRequestParts } from '#kinds/ledger/model/judge-request.ts';
import { rightSheetParts } from '#kinds/ledger/model/judge-sheet.ts';
import type { LedgerResponse } from '#kinds/ledger/model/play.ts';
import type { FinancialSheet, SheetPart } from '#kinds/ledger/model/sheet.ts';
import { WORKED_LEDGER } from '#kinds/ledger/model/worked-ledger.ts';
import { readAsOracle } from '#kinds/ledger/use-cases/players.ts';
import { criteriaOf, drawn, handedIn, oracleOf, played, SEEDS } from '../../../../support/kinds/ledger/a-ledger.ts';
import { readHonestly } from '../../../../support/kinds/ledger/honest-reader.ts';

const best = oracleOf(WORKED_LEDGER);
const points = (change: Partial<LedgerResponse>) => criteriaOf({ ...best, ...change }, WORKED_LEDGER);
const raws = (change: Partial<LedgerResponse>) =>
  Object.fromEntries([...points(change)].map(([id, { raw }]) => [id, raw]));
const viewed = (account: string, as: 'profit' | 'harmed' | 'ordinary' | 'open') => ({
  views: [...best.views.filter((view) => view.account !== account), { account, as, seq: 9 }],
});

describe('the oracle', () => {
  it.each(['worked', ...SEEDS])('%s: reaches 1 on every criterion', (seed) => {
    const ledger = seed === 'worked' ? WORKED_LEDGER : drawn(seed);
    const scaled = [...criteriaOf(oracleOf(ledger), ledger).values()].map((one) => one.scaled);

    expect(scaled).toEqual(Array(7).fill(1));
  });
});

describe('blind plays', () => {
  it.each(SEEDS)('%s: stay at the baseline of every criterion, like an empty response', (seed) => {
    const ledger = drawn(seed);
    const plays = [played([]), ...BLIND_PLAYS.map((play) => handedIn(playBlindly(play, ledger.book)))];

    for (const play of plays)
      expect([...criteriaOf(play, ledger).values()].filter(({ scaled }) => scaled > 0)).toEqual([]);
  });

  /** What each of them aims at: accounts, payments, paths, and leaving people alone. */
  const AIMS: readonly (readonly [BlindLedgerPlay, readonly string[]])[] = [
    ['mark-all', ['nodes', 'alone']],
    ['largest-sums', ['nodes', 'payments']],
    ['round-sums', ['nodes', 'payments']],
    ['most-frequent', ['payments', 'path']],
    ['all-ordinary', ['alone']],
  ];

  it.each(AIMS)('%s is beaten by an honest reader on what it aims at, in every ledger', (play, aims) => {
    for (const ledger of [WORKED_LEDGER, ...SEEDS.map(drawn)]) {
      const honest = criteriaOf(handedIn(readHonestly(ledger.book)), ledger);
      const blind = criteriaOf(handedIn(playBlindly(play, ledger.book)), ledger);
      for (const aim of aims) expect(honest.get(aim)?.raw).toBeGreaterThan(blind.get(aim)?.raw ?? 0);
    }
  });

  it('reach the baseline: one of them, or an empty response, sets it', () => {
    const plays = [played([]), ...BLIND_PLAYS.map((play) => handedIn(playBlindly(play, WORKED_LEDGER.book)))].map(
      (play) => criteriaOf(play, WORKED_LEDGER),
    );

    for (const [id, { min }] of points({})) expect(Math.max(...plays.map((play) => play.get(id)?.raw ?? 0))).toBe(min);
  });
});

describe('each criterion by itself', () => {
  const whole = raws({});

  it.each<readonly [string, Partial<LedgerResponse>, Record<string, number>]>([
    ['a person who is made to collect is named', viewed('W02', 'profit'), { nodes: 4 / 5 }],
    ['a house is named', viewed('W10', 'profit'), { nodes: 4 / 5, alone: 6 }],
    ['a worker whose wage goes back is named', viewed('W42', 'profit'), { nodes: 4 / 5, alone: 7 }],
    ['a worker is said to be taken from', viewed('W42', 'harmed'), {}],
    ['a front whose books nobody read is named', viewed('W04', 'profit'), {}],
    ['an account stays open', viewed('W02', 'open'), {}],
    ['the taker is called ordinary', viewed('W03', 'ordinary'), { nodes: 2 / 3, alone: 8 }],
    ['a wallet through which money passes is named', viewed('W05', 'profit'), {}],
    ['a key payment has another role', { keyed: { ...best.keyed, cover: 10 } }, { payments: 4, sheet: 5 }],
    ['the coin alone is traced', { paths: best.paths.slice(1) }, { traced: 390 / 799 }],
    [
      'more is claimed than can have come there',
      { paths: best.paths.map((path, n) => (n === 0 ? { ...path, sim: 941 } : path)) },
      { traced: 390 / 799 },
    ],
    [
      'more is claimed on one path than can have come that way, and less than on both together',
      { paths: best.paths.map((path, n) => ({ ...path, sim: n === 0 ? 980 : 320 })) },
      { traced: 320 / 799 },
    ],
    [
      'the same path is claimed in two halves that are too much together',
      { paths: [...best.paths, ...best.paths.slice(0, 1).map((path) => ({ ...path, sim: 600 }))] },
      { traced: 390 / 799 },
    ],
    [
      'the disguise of one path stands on the other',
      { paths: best.paths.slice(1).map((path) => ({ ...path, mixed: true })) },
      { traced: 390 / 799, path: 5 / 6 },
    ],
    [
      'the mixing is not seen',
      { paths: best.paths.slice(0, 1).map((path) => ({ ...path, mixed: false })) },
      { traced: 409 / 799, path: 5 / 6 },
    ],
  ])('%s', (_, change, changed) => {
    const found = raws(change);

    for (const [id, raw] of Object.entries({ ...whole, ...changed })) expect(found[id], id).toBeCloseTo(raw, 10);
  });

  it('gives the agreement of the worked example: two right, one who is made to collect, one house', () => {
    const views = ['W02', 'W03', 'W06', 'W10'].map((account) => ({ account, as: 'profit' as const, seq: 1 }));

    expect(points({ views }).get('nodes')?.raw).toBeCloseTo(2 / 3, 3);
  });

  it('gives nothing for a request that freezes the money of an exploited person', () => {
    const lines = [...best.request.lines, { account: 'W01', sim: 100, route: 'person-first' as const }];

    expect(points({ request: { ...best.request, lines } }).get('request')?.raw).toBe(0);
  });

  it('counts an account of an innocent person in the request', () => {
    const lines = [{ account: 'W21', sim: 100, route: 'person-first' as const }];

    expect(raws({ request: { ...best.request, lines } })).toMatchObject({ alone: 6, request: 7 });
  });
});

describe('each part of the request', () => {
  const lines = best.request.lines;
  const changes: Readonly<Record<RequestPart, readonly Partial<FreezeRequest>[]>> = {
    authority: [{ authority: 'bank' }, { authority: 'unit-head' }, { authority: undefined }],
    account: [{ lines: [...lines.slice(1), { account: 'W40', sim: 0, route: 'person-first' }] }],
    amount: [{ lines: lines.map((line) => ({ ...line, sim: line.sim + 2000 })) }],
    offence: [{ offence: 'many-ads' }, { facts: 'Money moves in odd ways here.' }, { facts: '' }],
    link: [{ link: [] }, { link: [6, 23] }, { link: [6, 69, 24] }],
    risk: [{ risk: [] }, { risk: [6] }],
    basis: [{ basis: 'bank-data' }],
    span: [{ days: 91 }, { days: 30, reviewAfter: 31 }, { reviewAfter: 0 }, { days: 0, reviewAfter: 0 }],
    third: [{ thirds: ['W10'] }, { thirds: undefined }, { minimum: 199 }, { minimum: undefined }],
    route: [{ lines: lines.map((line) => ({ ...line, route: 'state' as const })) }],
  };

  it.each(Object.entries(changes))('%s: each defect is found, and does not affect other parts', (part, all) => {
    for (const change of all) {
      const right = rightRequestParts({ ...best.request, ...change }, WORKED_LEDGER);
      expect(right).not.toContain(part);
      expect(right.length).toBeGreaterThanOrEqual(7);
    }
  });

  it('names every third person whose account is affected', () => {
    const held = ['W06', 'W04', 'W21'].map((account) => ({ account, sim: 100, route: 'person-first' as const }));
    const parts = (thirds: readonly string[]) =>
      rightRequestParts({ ...best.request, lines: held, thirds }, WORKED_LEDGER);

    expect(parts(['W04'])).not.toContain('third');
    expect(parts([])).not.toContain('third');
    expect(parts(['W21', 'W04'])).toContain('third');
    expect(parts(['W06', 'W21', 'W04'])).not.toContain('third');
  });

  it('takes earning from the sale of another for an offence, as the law of the desk does', () => {
    expect(rightRequestParts({ ...best.request, offence: 'earning-from-sale' }, WORKED_LEDGER)).toHaveLength(10);
  });

  it('lets a prosecutor freeze money for three days and no longer', () => {
    const urgent = { ...best.request, authority: 'prosecutor' as const };

    expect(rightRequestParts({ ...urgent, days: 3, reviewAfter: 3 }, WORKED_LEDGER)).toHaveLength(10);
    expect(rightRequestParts({ ...urgent, days: 4, reviewAfter: 3 }, WORKED_LEDGER)).not.toContain('span');
  });

  it('allows no more than was taken in all, even if balances are higher', () => {
    const all = [
      { account: 'W03', sim: 644, route: 'person-first' as const },
      { account: 'W06', sim: 1370, route: 'person-first' as const },
    ];
    const parts = (line: number) =>
      rightRequestParts(
        { ...best.request, thirds: ['W04'], lines: [...all, { account: 'W04', sim: line, route: 'person-first' }] },
        WORKED_LEDGER,
      );

    expect(parts(81)).toContain('amount');
    expect(parts(82)).not.toContain('amount');
  });
});

describe('each part of the sheet', () => {
  const changes: Readonly<Record<SheetPart, Partial<FinancialSheet>>> = {
    hypothesis: { hypothesis: 'Somebody takes money from somebody else.' },
    payments: {},
    reading: { test: 'ask-holder' },
    limit: { limit: 'when' },
    step: { step: 'call-holder' },
    others: { deleteAfter: 91 },
  };

  it('accepts its five payments only if each shows its role', () => {
    const keyed = { ...best.keyed, exit: 47 };

    expect(rightSheetParts({ keyed, sheet: best.sheet }, WORKED_LEDGER)).not.toContain('payments');
  });

  it.each(Object.entries(changes))('%s is rated by itself', (part, change) => {
    const keyed = part === 'payments' ? { sweep: 6, collection: 6, cost: 2, cover: 66, exit: 69 } : best.keyed;
    const right = rightSheetParts({ keyed, sheet: { ...best.sheet, ...change } }, WORKED_LEDGER);

    expect(right).toHaveLength(5);
    expect(right).not.toContain(part);
  });
});

describe('the actions of the oracle', () => {
  it('mark every payment that has a role once', () => {
    const marks = readAsOracle(WORKED_LEDGER).filter(({ type }) => type === 'payment.marked');

    // 15 sweeps, 6 collections, 10 costs, 4 covers, and 2 + 4 exits.
    expect(marks).toHaveLength(41);
  });
});
