import type { Payment } from '#evidence/payments/model/payment.ts';
import type { LedgerBook, PaymentRole } from '#kinds/ledger/model/ledger.ts';

export const COLUMNS = ['no', 'at', 'from', 'to', 'sim', 'text'] as const;
export type PaymentColumn = (typeof COLUMNS)[number];

/** What is asked of the table. An empty text, account or role asks for nothing. */
export interface PaymentQuery {
  readonly text: string;
  /** An account, or the beginning that a group of payers has in common. */
  readonly account: string;
  readonly role: PaymentRole | 'marked' | '';
  readonly sort: PaymentColumn;
  readonly down: boolean;
}

export const ALL_PAYMENTS: PaymentQuery = { text: '', account: '', role: '', sort: 'no', down: false };

/** True for the id of one account, and not of a group of payers. */
export const isAccountOf = ({ accounts }: LedgerBook, id: string) => accounts.some((account) => account.id === id);

/** True for a party that is this node of the drawing: the account, or one of a group such as "seeker 1". */
export const isOfNode = (party: string, node: string) =>
  party === node || (party.startsWith(`${node} `) && /^\d+$/.test(party.slice(node.length + 1)));

/** The payments that a query asks for, in its order. Every word of the text has to stand in the row. */
export function paymentRows(
  { payments, accounts }: LedgerBook,
  query: PaymentQuery,
  marks: ReadonlyMap<number, PaymentRole>,
): Payment[] {
  const holders = new Map(accounts.map(({ id, holder }) => [id, holder]));
  const words = query.text.toLowerCase().split(/\s+/u).filter(Boolean);
  const textOf = ({ no, at, from, to, sim, text }: Payment) =>
    [no, at, from, holders.get(from), to, holders.get(to), sim, text].join(' ').toLowerCase();
  const found = payments.filter((payment) => {
    const role = marks.get(payment.no);
    const hasRole = query.role === '' || (query.role === 'marked' ? role !== undefined : role === query.role);
    const hasAccount =
      query.account === '' || isOfNode(payment.from, query.account) || isOfNode(payment.to, query.account);
    return hasRole && hasAccount && words.every((word) => textOf(payment).includes(word));
  });
  const sign = query.down ? -1 : 1;
  return found.toSorted((a, b) => {
    const [one, other] = [a[query.sort], b[query.sort]];
    return (one < other ? -sign : one > other ? sign : 0) || a.no - b.no;
  });
}
