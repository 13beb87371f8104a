import { flowsOf, linksOf, sumOf } from './flows.ts';
import type { AccountPart, Ledger, LedgerBook, LedgerRule, PaymentRole, TruePath } from './ledger.ts';
import { onceFor } from './once-for.ts';

/** The amounts of money on one path, in SIM. */
export interface TracedPath extends TruePath {
  /** The certain amount: a mixed account passes money on in the proportion of its income. */
  readonly safe: number;
  /** The maximum possible amount. */
  readonly most: number;
  /** See `layeringIndex`. */
  readonly index: number;
}

/** The key figures of a ledger, in SIM; all follow from its payments and the parts of its accounts. */
export interface LedgerFigures {
  /** The total that the taker received from the accounts of earners. */
  readonly gross: number;
  /** What the taker paid for ads, rooms and journeys. */
  readonly costs: number;
  /** The part that stayed on the taker's account, and the parts that went to a front business and to coin. */
  readonly kept: number;
  readonly toBusiness: number;
  readonly toCoin: number;
  /** The earnings swept from the earner, and the rest of the receipts that the earner kept. */
  readonly taken: number;
  readonly left: number;
  /** The certain and the maximum amount at the ends of the paths of the earner's money. */
  readonly safe: number;
  readonly most: number;
  readonly paths: readonly TracedPath[];
}

/**
 * Layering index of a path, 0 to 6: its hops beyond the first (at most three), and one each for money mixed with lawful
 * income, a change of medium, and a false text. It says nothing about guilt.
 */
export function layeringIndex({ hops, mixed, medium, falseText }: Omit<TruePath, 'rule'>): number {
  return Math.min(3, Math.max(0, hops.length - 2)) + Number(mixed) + Number(medium) + Number(falseText);
}

/** Payments of these rules, by their numbers. */
export const ofRule = ({ truth, book }: Ledger, ...rules: readonly LedgerRule[]) =>
  book.payments.filter(({ no }) => rules.includes(truth.rules[no - 1] as LedgerRule));

export const partOf = ({ truth }: Pick<Ledger, 'truth'>, id: string): AccountPart | undefined =>
  truth.accounts.find(({ account }) => account === id)?.part;

/** What a payment shows in the money of the earner; undefined for every other payment. */
export function roleOf(ledger: Ledger, no: number): PaymentRole | undefined {
  const payment = ledger.book.payments[no - 1];
  const rule = ledger.truth.rules[no - 1];
  const { taker, earner } = ledger.truth;
  if (!payment) return undefined;
  if (rule === 'L1' && payment.from === earner) return 'sweep';
  if (rule === 'L1' && payment.to === taker) return 'collection';
  if (rule === 'L2') return 'cost';
  if (rule === 'L6') return payment.from === taker ? 'cover' : 'exit';
  return rule === 'L5' ? 'exit' : undefined;
}

/**
 * The role that a payment may be marked with: that of `roleOf`, or a sweep if another exploited person passes a share
 * on. Marking such a share is right, and leaving it is no error.
 */
export function shownRole(ledger: Ledger, no: number): PaymentRole | undefined {
  const payment = ledger.book.payments[no - 1];
  const isShare =
    ledger.truth.rules[no - 1] === 'L1b' && payment !== undefined && partOf(ledger, payment.from) === 'harmed';
  return isShare ? 'sweep' : roleOf(ledger, no);
}

/** The certain and the maximum amount on the last link of a path. */
function endOf(book: LedgerBook, { hops }: TruePath, dirtyInto: (id: string) => number) {
  const [from, to] = hops.slice(-2);
  const out = linksOf(book).find((link) => link.from === from && link.to === to)?.sim ?? 0;
  const flow = flowsOf(book).find(({ account }) => account === from);
  const dirty = dirtyInto(from as string);
  return { safe: flow && flow.in > 0 ? Math.floor((out * dirty) / flow.in) : 0, most: Math.min(dirty, out) };
}

/** Traces the earner's money through a ledger. */
export const traceMoney = onceFor((ledger: Ledger): LedgerFigures => {
  const { book, truth } = ledger;
  const flow = (id: string) => flowsOf(book).find(({ account }) => account === id);
  const paidBy = (id: string, ...rules: readonly LedgerRule[]) =>
    sumOf(ofRule(ledger, ...rules).filter(({ from }) => from === id));
  const isTaken = ({ from, to }: { from: string; to: string }) =>
    to === truth.taker && partOf(ledger, from) === 'harmed';
  const dirtyInto = (id: string) => sumOf(book.payments.filter(({ from, to }) => from === truth.taker && to === id));
  const paths = truth.paths.map((path): TracedPath => {
    const isOfEarner = path.hops[0] === truth.earner;
    const end = isOfEarner ? endOf(book, path, dirtyInto) : { safe: 0, most: 0 };
    return { ...path, ...end, index: layeringIndex(path) };
  });
  const gross = sumOf(book.payments.filter(isTaken));
  const costs = paidBy(truth.taker, 'L2');
  const toBusiness = paidBy(truth.taker, 'L6');
  const toCoin = paidBy(truth.taker, 'L5');
  const earner = flow(truth.earner);
  return {
    gross,
    costs,
    kept: gross - costs - toBusiness - toCoin,
    toBusiness,
    toCoin,
    taken: earner?.out ?? 0,
    left: (earner?.in ?? 0) - (earner?.out ?? 0),
    safe: paths.reduce((sum, { safe }) => sum + safe, 0),
    most: paths.reduce((sum, { most }) => sum + most, 0),
    paths,
  };
});
