import type { Payment } from '#evidence/payments/model/payment.ts';
import type { LedgerBook } from './ledger.ts';
import { onceFor } from './once-for.ts';

/** Money into and out of one account or party over the whole ledger, in SIM. */
export interface Flow {
  readonly account: string;
  readonly holder?: string;
  readonly opening: number;
  readonly in: number;
  readonly out: number;
  readonly payments: number;
}

/** All payments of one payer to one payee. */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly sim: number;
  readonly payments: readonly number[];
}

/** Sum of payments in SIM. */
export const sumOf = (payments: readonly Pick<Payment, 'sim'>[]): number =>
  payments.reduce((sum, { sim }) => sum + sim, 0);

/** The net change of an account over the ledger, without its opening balance. */
export const netOf = (flow: Pick<Flow, 'in' | 'out'>): number => flow.in - flow.out;

/** The balance of an account after the last payment, in SIM. */
export const balanceOf = (flow: Pick<Flow, 'opening' | 'in' | 'out'>): number => flow.opening + netOf(flow);

/** The flow of each account in the order of the book, then of each party without an account as it first appears. */
export const flowsOf = onceFor(({ accounts, payments }: LedgerBook): readonly Flow[] => {
  const known = new Map(accounts.map((account) => [account.id, account]));
  const ids = new Set([...known.keys(), ...payments.flatMap(({ from, to }) => [from, to])]);
  return [...ids].map((id): Flow => {
    const account = known.get(id);
    const incoming = payments.filter(({ to }) => to === id);
    const outgoing = payments.filter(({ from }) => from === id);
    return {
      account: id,
      ...(account && { holder: account.holder }),
      opening: account?.opening ?? 0,
      in: sumOf(incoming),
      out: sumOf(outgoing),
      payments: incoming.length + outgoing.length,
    };
  });
});

/** The links of the ledger, in the order of their first payments. */
export const linksOf = onceFor(({ payments }: Pick<LedgerBook, 'payments'>): readonly FlowLink[] => {
  const byEnds = new Map<string, FlowLink>();
  for (const { no, from, to, sim } of payments) {
    const ends = `${from} > ${to}`;
    const link = byEnds.get(ends) ?? { from, to, sim: 0, payments: [] };
    byEnds.set(ends, { ...link, sim: link.sim + sim, payments: [...link.payments, no] });
  }
  return [...byEnds.values()];
});

/** The balance of one account after each of its payments, by the number of the payment. */
export function runningSums({ accounts, payments }: LedgerBook, id: string): ReadonlyMap<number, number> {
  let balance = accounts.find((account) => account.id === id)?.opening ?? 0;
  const sums = new Map<number, number>();
  for (const { no, from, to, sim } of payments) {
    if (from !== id && to !== id) continue;
    balance += (to === id ? sim : 0) - (from === id ? sim : 0);
    sums.set(no, balance);
  }
  return sums;
}
