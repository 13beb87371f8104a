import { sumOf } from './flows.ts';
import { REQUEST_PARTS, type RequestPart, requestGaps } from './freeze-request.ts';
import { freezeLimit, rightRequestParts } from './judge-request.ts';
import { rightSheetParts } from './judge-sheet.ts';
import { type AccountPart, type Ledger, PAYMENT_ROLES, type PaymentRole, type Reading } from './ledger.ts';
import { claimed, heldAccounts } from './measure-ledger.ts';
import { type AccountView, type LedgerResponse, playLedger } from './play.ts';
import { SHEET_PARTS, type SheetPart, sheetGaps } from './sheet.ts';
import { layeringIndex, roleOf, type TracedPath, traceMoney } from './trace-money.ts';

/** What an account is, and what was said and asked of it. */
export interface AccountFact {
  readonly account: string;
  readonly holder: string;
  readonly part: AccountPart;
  readonly reading?: Reading;
  readonly view?: AccountView;
  /** The event in which that view was stated. */
  readonly seq?: number;
  /** True if the request is to hold it. */
  readonly held: boolean;
}

/** What happened to a part of the sheet or of the request. */
export interface PartsFact<Part> {
  readonly gaps: readonly Part[];
  /** Filled in, and not right. */
  readonly wrong: readonly Part[];
}

/** What happened in an exercise with a ledger; every sentence about it rests on these facts. All sums in SIM. */
export interface LedgerFacts {
  /** True if anything was done. */
  readonly acted: boolean;
  readonly accounts: readonly AccountFact[];
  /** The last event that changed the request. */
  readonly requestSeq: number;
  readonly keyed: readonly {
    readonly role: PaymentRole;
    readonly no?: number;
    readonly outcome: 'right' | 'wrong' | 'open';
  }[];
  /** `over`: more was claimed than can have come there. */
  readonly traced: {
    readonly claimed: number;
    readonly right: number;
    readonly safe: number;
    readonly most: number;
    readonly outcome: 'none' | 'part' | 'full' | 'over';
  };
  /** The path of the trainee that has most links of a true one; `index` is the disguise that it states. */
  readonly path: {
    readonly links: number;
    readonly of: number;
    readonly whole: boolean;
    readonly index?: number;
    readonly key: number;
  };
  readonly sheet: PartsFact<SheetPart>;
  readonly request: PartsFact<RequestPart>;
  /** Three sums that stand side by side: taken from the earner, asked for, and standing on accounts that may be held. */
  readonly money: { readonly taken: number; readonly asked: number; readonly standing: number };
  /** The true paths, and the payments of each role. */
  readonly paths: readonly TracedPath[];
  readonly roles: Readonly<Record<PaymentRole, readonly number[]>>;
}

/** Builds the facts of one exercise. */
export function ledgerFacts(response: LedgerResponse, ledger: Ledger): LedgerFacts {
  const { book, truth } = ledger;
  const money = traceMoney(ledger);
  const own = money.paths.filter(({ hops }) => hops[0] === truth.earner);
  const held = heldAccounts(response);
  const holderOf = new Map(book.accounts.map(({ id, holder }) => [id, holder]));
  const claim = claimed(response, own);
  const rightSheet = rightSheetParts(response, ledger);
  const sheetMissing = sheetGaps(response.sheet, new Set(Object.values(response.keyed)).size);
  const rightRequest = rightRequestParts(response.request, ledger);
  const requestMissing = requestGaps(response.request);
  return {
    acted: JSON.stringify(response) !== JSON.stringify(playLedger.empty),
    accounts: truth.accounts.map(({ account, part, reading }): AccountFact => {
      const view = response.views.find((one) => one.account === account);
      return {
        account,
        holder: holderOf.get(account) ?? account,
        part,
        ...(reading && { reading }),
        ...(view && { view: view.as, seq: view.seq }),
        held: held.includes(account),
      };
    }),
    requestSeq: response.requestSeq,
    keyed: PAYMENT_ROLES.map((role) => {
      const no = response.keyed[role];
      if (no === undefined) return { role, outcome: 'open' };
      return { role, no, outcome: roleOf(ledger, no) === role ? 'right' : 'wrong' };
    }),
    traced: {
      claimed: claim.all,
      right: claim.right,
      safe: money.safe,
      most: money.most,
      outcome: tracedOutcome(claim, money),
    },
    path: pathFact(response, own),
    sheet: parts(sheetMissing, rightSheet, SHEET_PARTS),
    request: parts(requestMissing, rightRequest, REQUEST_PARTS),
    money: {
      taken: money.taken,
      asked: sumOf(response.request.lines.filter(({ account }) => freezeLimit(ledger, account) > 0)),
      standing: truth.accounts.reduce((sum, { account }) => sum + freezeLimit(ledger, account), 0),
    },
    paths: money.paths,
    roles: {
      sweep: numbersOf(ledger, 'sweep'),
      collection: numbersOf(ledger, 'collection'),
      cost: numbersOf(ledger, 'cost'),
      cover: numbersOf(ledger, 'cover'),
      exit: numbersOf(ledger, 'exit'),
    },
  };
}

const numbersOf = (ledger: Ledger, role: PaymentRole) =>
  ledger.book.payments.filter(({ no }) => roleOf(ledger, no) === role).map(({ no }) => no);

function tracedOutcome(claim: { all: number; right: number }, { safe, most }: { safe: number; most: number }) {
  if (claim.all > most) return 'over';
  if (claim.right === 0) return 'none';
  return claim.right >= safe ? 'full' : 'part';
}

const parts = <Part extends string>(gaps: readonly Part[], right: readonly Part[], all: readonly Part[]) => ({
  gaps,
  wrong: all.filter((part) => !gaps.includes(part) && !right.includes(part)),
});

const linksIn = (hops: readonly string[]) => hops.slice(1).map((to, n) => `${hops[n]} > ${to}`);

function pathFact({ paths }: LedgerResponse, own: readonly TracedPath[]): LedgerFacts['path'] {
  const key = Math.max(...own.map(({ index }) => index));
  const met = paths
    .flatMap((path) =>
      own.map((known) => {
        const [mine, wanted] = [linksIn(path.hops), linksIn(known.hops)];
        const links = mine.filter((link) => wanted.includes(link)).length;
        return {
          links,
          of: wanted.length,
          whole: links === wanted.length && mine.length === links,
          index: layeringIndex(path),
        };
      }),
    )
    .toSorted(
      (a, b) =>
        Number(b.whole) - Number(a.whole) || b.links - a.links || Math.abs(a.index - key) - Math.abs(b.index - key),
    );
  const [best] = met;
  return best ? { ...best, key } : { links: 0, of: linksIn(own[0]?.hops ?? []).length, whole: false, key };
}

/** True if an account of an innocent person, or of one from whom money is taken, is to be held. */
export const holdsWrongly = ({ accounts }: LedgerFacts) =>
  accounts.some(({ held, part }) => held && (part === 'innocent' || part === 'harmed'));
