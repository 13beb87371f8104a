import { describe, expect, it } from 'vitest';
import { balanceOf, flowsOf, netOf, runningSums } from '#kinds/ledger/model/flows.ts';
import { freezeLimit } from '#kinds/ledger/model/judge-request.ts';
import { layeringIndex, roleOf, traceMoney } from '#kinds/ledger/model/trace-money.ts';
import { WORKED_LEDGER } from '#kinds/ledger/model/worked-ledger.ts';
import { readLedger } from '../../../../support/kinds/ledger/read-ledger.ts';

const { book, truth } = WORKED_LEDGER;

describe('the worked ledger', () => {
  it('has 120 payments from 3 March to 13 April 2031, in order of time', () => {
    expect(book.payments.map(({ no }) => no)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
    expect([book.payments[0]?.at, book.payments[119]?.at]).toEqual(['2031-03-03T07:00Z', '2031-04-13T11:00Z']);
    expect(book.payments.map(({ at }) => at)).toEqual(book.payments.map(({ at }) => at).toSorted());
  });

  it('lets no balance fall below zero', () => {
    for (const { id } of book.accounts) expect(Math.min(0, ...runningSums(book, id).values())).toBe(0);
  });

  it('counts the payments of each rule', () => {
    const counts = Object.groupBy(truth.rules, (rule) => rule);

    expect(Object.fromEntries(Object.entries(counts).map(([rule, of]) => [rule, of?.length]))).toEqual({
      L1: 36,
      L1b: 12,
      L2: 10,
      L3: 7,
      L4: 8,
      L5: 4,
      L6: 6,
      'L6-lawful': 6,
      L7: 12,
      L8: 7,
      L8b: 6,
      L9: 6,
    });
  });

  it('gives the key figures that were worked out by hand', () => {
    const money = traceMoney(WORKED_LEDGER);

    expect(money).toMatchObject({
      gross: 2095,
      costs: 201,
      kept: 544,
      toBusiness: 940,
      toCoin: 410,
      taken: 1740,
      left: 280,
      safe: 799,
      most: 1330,
    });
    expect(money.kept + money.toBusiness + money.toCoin).toBe(1894);
    expect(money.paths.map(({ index }) => index)).toEqual([5, 4, 2, 1, 0, 0]);
    expect(
      flowsOf(book)
        .filter(({ account }) => account === 'W02')
        .map(netOf),
    ).toEqual([20]);
  });

  it('limits a freeze to the balance, and on the account of a third person to traced money', () => {
    expect(['W03', 'W04', 'W06', 'W01', 'W02', 'W07', 'W10'].map((id) => freezeLimit(WORKED_LEDGER, id))).toEqual([
      644, 531, 1370, 0, 0, 0, 0,
    ]);
    expect(
      flowsOf(book)
        .filter(({ account }) => account === 'W06')
        .map(balanceOf),
    ).toEqual([1370]);
  });

  it('shows the five key payments in their roles', () => {
    expect([6, 23, 2, 66, 69].map((no) => roleOf(WORKED_LEDGER, no))).toEqual([
      'sweep',
      'collection',
      'cost',
      'cover',
      'exit',
    ]);
    expect([7, 13, 16, 24, 28, 47, 103].map((no) => roleOf(WORKED_LEDGER, no))).toEqual(Array(7).fill(undefined));
  });

  it('is read alike by a second reader who sees the payments alone', () => {
    expect(readLedger(book)).toMatchObject({
      earner: 'W01',
      collector: 'W02',
      taker: 'W03',
      front: 'W04',
      coins: 'W05',
      savings: 'W06',
      costs: 201,
      taken: 1740,
      left: 280,
      frontSafe: 409,
      frontMost: 940,
      coinSafe: 390,
      kept: 544,
      gross: 2095,
    });
  });
});

describe('the layering index', () => {
  const path = { hops: ['a', 'b'], mixed: false, medium: false, falseText: false };

  it.each([
    [{}, 0],
    [{ hops: ['a', 'b', 'c'] }, 1],
    [{ hops: ['a', 'b', 'c', 'd', 'e'] }, 3],
    [{ hops: ['a', 'b', 'c', 'd', 'e', 'f'] }, 3],
    [{ mixed: true, medium: true, falseText: true }, 3],
    [{ hops: ['a', 'b', 'c', 'd', 'e'], mixed: true, medium: true, falseText: true }, 6],
  ])('counts hops beyond the first, and one each for mixing, medium and text: %j is %i', (signs, index) => {
    expect(layeringIndex({ ...path, ...signs })).toBe(index);
  });
});
