import { describe, expect, it } from 'vitest';
import { balanceOf, flowsOf, runningSums } from '#kinds/ledger/model/flows.ts';
import { LEDGER_RULES } from '#kinds/ledger/model/ledger.ts';
import { namesInTitles } from '#kinds/ledger/model/ledger-cast.ts';
import { ledgerOf } from '#kinds/ledger/model/ledger-of.ts';
import { traceMoney } from '#kinds/ledger/model/trace-money.ts';
import { theCase } from '../../../../support/builders/the-library.ts';
import { drawn, SEEDS } from '../../../../support/kinds/ledger/a-ledger.ts';
import { readLedger } from '../../../../support/kinds/ledger/read-ledger.ts';

describe('a drawn ledger', () => {
  it.each(SEEDS)('%s: has some 120 payments of every rule, and no balance below zero', (seed) => {
    const { book, truth } = drawn(seed);

    expect(Math.abs(book.payments.length - 120)).toBeLessThanOrEqual(3);
    expect(new Set(truth.rules)).toEqual(new Set(LEDGER_RULES));
    expect(book.payments.every(({ sim }) => Number.isInteger(sim) && sim > 0)).toBe(true);
    for (const { id } of book.accounts) expect(Math.min(0, ...runningSums(book, id).values())).toBe(0);
  });

  it.each(SEEDS)('%s: a second reader of the payments alone finds the same people and the same sums', (seed) => {
    const ledger = drawn(seed);
    const read = readLedger(ledger.book);
    const money = traceMoney(ledger);

    expect([read.earner, read.taker]).toEqual([ledger.truth.earner, ledger.truth.taker]);
    expect(money).toMatchObject({
      gross: read.gross,
      costs: read.costs,
      kept: read.kept,
      taken: read.taken,
      left: read.left,
      safe: read.frontSafe + read.coinSafe,
      most: read.frontMost + read.coinSafe,
    });
    expect(money.paths.slice(0, 2).map(({ hops }) => hops)).toEqual([
      [read.earner, read.collector, read.taker, read.front, read.savings],
      [read.earner, read.collector, read.taker, read.coins, read.savings],
    ]);
  });

  it('is the same for the same seed, and another for another', () => {
    const { material, answers } = theCase('scenarios/where-the-money-ends');
    const draw = (seed: string) => ledgerOf('drawn', material.market, { ...answers.truth, seed });

    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a').book).not.toEqual(draw('b').book);
  });

  it('does not reveal a part by the number of an account', () => {
    const rankOf = (seed: string) => {
      const { book, truth } = drawn(seed);
      return book.accounts.findIndex(({ id }) => id === truth.taker) / book.accounts.length;
    };
    const ranks = Array.from({ length: 200 }, (_, n) => rankOf(`rank-${n}`));
    const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;

    expect(Math.abs(mean - 0.48)).toBeLessThan(0.08);
    expect(drawn('a').book.accounts.map(({ id }) => id)).toEqual(
      drawn('a')
        .book.accounts.map(({ id }) => id)
        .toSorted(),
    );
  });

  it('ends with the balance of income and outgoings on each account', () => {
    const { book } = drawn('a');
    const known = new Set(book.accounts.map(({ id }) => id));

    for (const flow of flowsOf(book))
      if (known.has(flow.account)) expect([...runningSums(book, flow.account).values()].at(-1)).toBe(balanceOf(flow));
  });
});

describe('the people of a drawn ledger', () => {
  const { material, answers } = theCase('scenarios/where-the-money-ends');
  const names = new Set(namesInTitles(answers.truth.ads).values());

  it('are the actors of the market, where it has them', () => {
    const { book, truth } = ledgerOf('drawn', material.market, answers.truth);
    const nameOf = (id: string) =>
      book.accounts.find((account) => account.id === id)?.holder.replace(/-\d+$/, '') ?? '';
    const actorOf = (name: string) =>
      answers.truth.actors.filter(({ ads }) => ads.some((ad) => namesInTitles(answers.truth.ads).get(ad) === name));

    expect(names.has(nameOf(truth.earner))).toBe(true);
    expect(actorOf(nameOf(truth.earner)).map(({ type }) => type)).toContain('controlled');
    const houses = truth.accounts
      .filter(({ reading }) => reading === 'licensed-house')
      .map(({ account }) => nameOf(account));
    expect(houses.flatMap(actorOf).map(({ type }) => type)).toContain('agency');
  });

  it('have names of the lexicon, and each account its own', () => {
    const { book } = ledgerOf('drawn', material.market, answers.truth);
    const lines = book.accounts.map(({ holder }) => holder);

    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.every((line) => /^[\p{L} ]+(?:-\d+)?(?:, [\p{L} ]+(?:-\d+)?)?$/u.test(line))).toBe(true);
  });
});
