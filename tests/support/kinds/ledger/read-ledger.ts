import type { Payment } from '#evidence/payments/model/payment.ts';
import type { LedgerBook } from '#kinds/ledger/model/ledger.ts';

/** What a second reader finds in the payments alone: no rule, no part and no role of the truth is read. */
export interface ReadLedger {
  readonly earner: string;
  readonly collector: string;
  readonly taker: string;
  readonly savings: string;
  /** Accounts between taker and savings: with lawful income, and without. */
  readonly front: string;
  readonly coins: string;
  readonly gross: number;
  readonly costs: number;
  readonly kept: number;
  readonly taken: number;
  readonly left: number;
  readonly frontSafe: number;
  readonly frontMost: number;
  readonly coinSafe: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const total = (payments: readonly Payment[]) => payments.reduce((sum, { sim }) => sum + sim, 0);

/** The account to which most of an account's money goes, and what goes there. */
function mainPayee(payments: readonly Payment[], from: string): readonly [string, number] {
  const sums = new Map<string, number>();
  for (const payment of payments)
    if (payment.from === from) sums.set(payment.to, (sums.get(payment.to) ?? 0) + payment.sim);
  return [...sums].toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
}

/** Receipts of an account that it passes on within a day, to 75 % or more. */
function sweptDays(payments: readonly Payment[], id: string): number {
  return payments.filter(
    (received) =>
      received.to === id &&
      payments.some(
        (sent) =>
          sent.from === id &&
          sent.sim >= received.sim * 0.75 &&
          sent.sim <= received.sim &&
          Date.parse(sent.at) > Date.parse(received.at) &&
          Date.parse(sent.at) - Date.parse(received.at) <= DAY_MS,
      ),
  ).length;
}

/** Reads a ledger by its pattern: who is swept day by day, who collects, where it goes from there. */
export function readLedger({ accounts, payments }: LedgerBook): ReadLedger {
  const ids = accounts.map(({ id }) => id);
  const into = (id: string) => payments.filter(({ to }) => to === id);
  const outOf = (id: string) => payments.filter(({ from }) => from === id);
  const between = (from: string, to: string) => outOf(from).filter((payment) => payment.to === to);
  const [earner = ''] = ids.toSorted((a, b) => sweptDays(payments, b) - sweptDays(payments, a));
  const [collector] = mainPayee(payments, earner);
  const [taker] = mainPayee(payments, collector);
  const onward = [...new Set(outOf(taker).map(({ to }) => to))].filter((to) => ids.includes(to));
  const [first = '', second = ''] = onward.toSorted(
    (a, b) => total(into(b)) - total(between(taker, b)) - (total(into(a)) - total(between(taker, a))),
  );
  const [savings] = mainPayee(payments, first);
  const gross = total(between(collector, taker));
  const costs = total(outOf(taker).filter(({ to }) => !ids.includes(to)));
  const toFront = total(between(taker, first));
  const toCoins = total(between(taker, second));
  return {
    earner,
    collector,
    taker,
    savings,
    front: first,
    coins: second,
    gross,
    costs,
    kept: gross - costs - toFront - toCoins,
    taken: total(outOf(earner)),
    left: total(into(earner)) - total(outOf(earner)),
    frontSafe: Math.floor((total(between(first, savings)) * toFront) / total(into(first))),
    frontMost: Math.min(toFront, total(between(first, savings))),
    coinSafe: Math.min(toCoins, total(between(second, savings))),
  };
}
