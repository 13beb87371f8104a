import { balanceOf, flowsOf, sumOf } from './flows.ts';
import { type FreezeRequest, REQUEST_PARTS, type RequestPart, requestGaps } from './freeze-request.ts';
import type { Ledger } from './ledger.ts';
import { partOf, shownRole, traceMoney } from './trace-money.ts';

/** Maximum days of a freeze, and of an urgent one ordered by a prosecutor, by the invented law of Solenvast. */
export const MAX_FREEZE_DAYS = 90;
export const MAX_URGENT_DAYS = 3;
/** Minimum SIM per month that each holder gets for living out of the frozen money, by the same law. */
export const LIVING_SIM = 200;

/** True for an account of the person who profits; every other account belongs to a third person. */
function isOwnOfTaker({ truth }: Ledger, id: string): boolean {
  const found = truth.accounts.find(({ account }) => account === id);
  return found !== undefined && (found.part === 'profit' || found.part === 'pass') && !found.thirdPerson;
}

/**
 * SIM that may be frozen on an account: the whole balance on an own account of the person who profits; traced funds
 * still held on that of a third person. 0 for every other account.
 */
export function freezeLimit(ledger: Ledger, id: string): number {
  const truth = ledger.truth.accounts.find(({ account }) => account === id);
  const flow = flowsOf(ledger.book).find(({ account }) => account === id);
  if (!flow || (truth?.part !== 'profit' && truth?.part !== 'pass')) return 0;
  if (!truth.thirdPerson) return balanceOf(flow);
  const into = sumOf(ledger.book.payments.filter(({ from, to }) => from === ledger.truth.taker && to === id));
  const gone = traceMoney(ledger).paths.filter(({ hops }) => hops.at(-2) === id);
  return Math.min(balanceOf(flow), into - gone.reduce((sum, { safe }) => sum + safe, 0));
}

/** The amount that a request asks for on one account, and the part of it that may be frozen, in SIM. */
export interface AskedLine {
  readonly account: string;
  readonly sim: number;
  readonly may: number;
}

/** The amount that a request asks for on each account, and the part of it that may be frozen. */
export function askedLines({ lines }: Pick<FreezeRequest, 'lines'>, ledger: Ledger): readonly AskedLine[] {
  return [...new Set(lines.map(({ account }) => account))].map((account) => {
    const sim = sumOf(lines.filter((line) => line.account === account));
    return { account, sim, may: Math.min(sim, freezeLimit(ledger, account)) };
  });
}

/** SIM that may be frozen in all: balances of accounts that may be frozen, limited to the gain. */
export const mostHeld = (ledger: Ledger): number =>
  Math.min(
    traceMoney(ledger).gross,
    ledger.truth.accounts.reduce((sum, { account }) => sum + freezeLimit(ledger, account), 0),
  );

/** Numbers that a text names. */
const numbersIn = (text: string) => [...text.matchAll(/\d+/gu)].map(([digits]) => Number(digits));

/** Parts of a request that are filled in and right. */
export function rightRequestParts(request: FreezeRequest, ledger: Ledger): RequestPart[] {
  const gaps = requestGaps(request);
  const { lines, days = 0, reviewAfter = 0 } = request;
  const gross = traceMoney(ledger).gross;
  const roles = (payments: readonly number[]) => payments.map((no) => shownRole(ledger, no));
  const link = roles(request.link);
  const risk = roles(request.risk);
  const mostDays = request.authority === 'prosecutor' ? MAX_URGENT_DAYS : MAX_FREEZE_DAYS;
  const thirds = new Set(lines.map(({ account }) => account).filter((account) => !isOwnOfTaker(ledger, account)));
  const named = new Set(request.thirds);
  const right: Readonly<Record<RequestPart, () => boolean>> = {
    authority: () => request.authority === 'judge' || request.authority === 'prosecutor',
    account: () =>
      lines.every(({ account }) => partOf(ledger, account) === 'profit' || partOf(ledger, account) === 'pass'),
    amount: () => sumOf(lines) <= gross && lines.every(({ account, sim }) => sim <= freezeLimit(ledger, account)),
    offence: () =>
      (request.offence === 'trafficking-laundering' || request.offence === 'earning-from-sale') &&
      numbersIn(request.facts).some((no) => shownRole(ledger, no) !== undefined),
    link: () =>
      !link.includes(undefined) &&
      link.some((role) => role === 'sweep' || role === 'collection') &&
      link.some((role) => role === 'cover' || role === 'exit'),
    risk: () => risk.every((role) => role === 'cover' || role === 'exit'),
    basis: () => request.basis === 'freeze',
    span: () => days >= 1 && days <= mostDays && reviewAfter >= 1 && reviewAfter <= days,
    third: () =>
      (request.minimum ?? 0) >= LIVING_SIM &&
      named.size === thirds.size &&
      [...thirds].every((account) => named.has(account)),
    route: () => lines.every(({ route }) => route === 'person-first'),
  };
  return REQUEST_PARTS.filter((part) => !gaps.includes(part) && right[part]());
}
