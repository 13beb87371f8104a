import type { Payment } from '#evidence/payments/model/payment.ts';
import { linksOf } from './flows.ts';
import { FREEZE_AUTHORITIES, FREEZE_BASES, FREEZE_OFFENCES, FREEZE_ROUTES } from './freeze-request.ts';
import { type LedgerBook, MAX_HOPS, PAYMENT_ROLES, READINGS } from './ledger.ts';
import { type LedgerResponse, playLedger } from './play.ts';
import { DATA_OF_OTHERS, MONEY_LIMITS, NEXT_STEPS, READING_TESTS } from './sheet.ts';

/** Plays that use only the form of payments and ignore patterns. */
export const BLIND_PLAYS = ['mark-all', 'largest-sums', 'round-sums', 'most-frequent', 'all-ordinary'] as const;
export type BlindLedgerPlay = (typeof BLIND_PLAYS)[number];

/** Steps by which a sum is round, the roundest first. */
const ROUND_STEPS = [100, 50, 20, 10, 5, 1] as const;

/** The payments in the order in which a play prefers them. */
function ranked(play: BlindLedgerPlay, book: LedgerBook): readonly Payment[] {
  const often = new Map(linksOf(book).map(({ from, to, payments }) => [`${from} > ${to}`, payments.length]));
  const rank: Readonly<Record<BlindLedgerPlay, (payment: Payment) => number>> = {
    'mark-all': () => 0,
    'all-ordinary': () => 0,
    'largest-sums': ({ sim }) => -sim,
    'round-sums': ({ sim }) => ROUND_STEPS.findIndex((step) => sim % step === 0) - sim / 1_000_000,
    'most-frequent': ({ from, to }) => -(often.get(`${from} > ${to}`) ?? 0),
  };
  return book.payments.toSorted((a, b) => rank[play](a) - rank[play](b) || a.no - b.no);
}

/** The first payment of each link, in the order of preference. */
const ofEachLink = (payments: readonly Payment[]) =>
  payments.filter(({ from, to }, n) => payments.findIndex((one) => one.from === from && one.to === to) === n);

/** Follows the preferred payment out of each account. */
function chainFrom(links: readonly Payment[]): string[] {
  const hops = links.slice(0, 1).map(({ from }) => from);
  for (let at = hops[0]; at !== undefined && hops.length <= MAX_HOPS; ) {
    const next = links.find(({ from, to }) => from === at && !hops.includes(to))?.to;
    if (next !== undefined) hops.push(next);
    at = next;
  }
  return hops;
}

/** The response of a blind play: every field is filled without reading. */
export function playBlindly(play: BlindLedgerPlay, book: LedgerBook): LedgerResponse {
  const links = ofEachLink(ranked(play, book));
  const chosen = links.slice(0, PAYMENT_ROLES.length);
  const isAccount = (id: string) => book.accounts.some((account) => account.id === id);
  const all = book.accounts.map(({ id }) => id);
  const targets = play === 'mark-all' ? all : [...new Set(chosen.map(({ to }) => to))].filter(isAccount);
  if (play === 'all-ordinary')
    return { ...playLedger.empty, views: all.map((account) => ({ account, as: 'ordinary' as const, seq: 0 })) };
  const hops = chainFrom(links);
  const last = linksOf(book).find(({ from, to }) => from === hops.at(-2) && to === hops.at(-1))?.sim ?? 0;
  return {
    ...playLedger.empty,
    marks: book.payments
      .filter((payment) => play === 'mark-all' || chosen.includes(payment))
      .map(({ no }, n) => ({ no, role: PAYMENT_ROLES[n % PAYMENT_ROLES.length] ?? 'sweep' })),
    keyed: Object.fromEntries(PAYMENT_ROLES.map((role, n) => [role, chosen[n]?.no ?? 1])),
    views: targets.map((account) => ({ account, as: 'profit' as const, seq: 0 })),
    paths: hops.length > 1 ? [{ hops, sim: last, mixed: true, medium: true, falseText: true }] : [],
    sheet: {
      hypothesis: `These accounts take the money: ${targets.join(', ')}.`,
      reading: READINGS[0],
      test: READING_TESTS[0],
      limit: MONEY_LIMITS[0],
      step: NEXT_STEPS[0],
      others: DATA_OF_OTHERS[0],
      deleteAfter: 30,
    },
    request: {
      authority: FREEZE_AUTHORITIES[0],
      lines: targets.map((account) => ({
        account,
        sim: book.payments.reduce((sum, { to, sim }) => sum + (to === account ? sim : 0), 0),
        route: FREEZE_ROUTES[0],
      })),
      offence: FREEZE_OFFENCES[0],
      facts: `The payments ${chosen.map(({ no }) => no).join(', ')} stand out in this ledger.`,
      link: chosen.map(({ no }) => no),
      risk: chosen.map(({ no }) => no),
      basis: FREEZE_BASES[0],
      days: 30,
      reviewAfter: 30,
      thirds: [],
      minimum: 100,
    },
  };
}
