import { balanceOf, flowsOf, sumOf } from './flows.ts';
import { REQUEST_PARTS, type RequestPart, requestGaps } from './freeze-request.ts';
import { type AskedLine, askedLines, mostHeld, rightRequestParts } from './judge-request.ts';
import { rightSheetParts } from './judge-sheet.ts';
import { type AccountPart, type Ledger, PAYMENT_ROLES, type PaymentReading, type PaymentRole } from './ledger.ts';
import { claimed, heldAccounts } from './measure-ledger.ts';
import { type AccountView, type LedgerResponse, playLedger } from './play.ts';
import { SHEET_PARTS, type SheetPart, sheetGaps } from './sheet.ts';
import { layeringIndex, partOf, roleOf, shownRole, type TracedPath, traceMoney } from './trace-money.ts';

/** An account with its truth, the trainee's view, and what the request asks for. */
export interface AccountFact {
  readonly account: string;
  readonly holder: string;
  readonly part: AccountPart;
  /** True if a third person holds it and money of the case is mixed there with other income. */
  readonly thirdPerson: boolean;
  readonly reading?: PaymentReading;
  readonly view?: AccountView;
  /** The event in which that view was stated. */
  readonly seq?: number;
  /** True if the request is to hold it, and the SIM that it asks for there. */
  readonly held: boolean;
  readonly asked: number;
  /** True for an exploited person who also collects money of others for the taker. */
  readonly collects: boolean;
  /** SIM received, the number of payments, and the final balance in SIM. */
  readonly in: number;
  readonly received: number;
  readonly stands: number;
}

/** What happened to a part of the sheet or of the request. */
export interface PartsFact<Part> {
  readonly gaps: readonly Part[];
  /** Filled in, and not right. */
  readonly wrong: readonly Part[];
}

/** The claim on a path, the amount that certainly took it, and the maximum, in SIM. */
export interface PathClaimFact {
  readonly path: string;
  readonly claimed: number;
  readonly safe: number;
  readonly most: number;
}

/** What happened in an exercise with a ledger; every sentence about it rests on these facts. All sums in SIM. */
export interface LedgerFacts {
  /** True if anything was done. */
  readonly acted: boolean;
  readonly accounts: readonly AccountFact[];
  /** The account of the taker, who collects the earnings, and that of the person whose earnings are swept. */
  readonly taker: string;
  readonly earner: string;
  /** The last event that changed the request. */
  readonly requestSeq: number;
  readonly keyed: readonly {
    readonly role: PaymentRole;
    readonly no?: number;
    readonly outcome: 'right' | 'wrong' | 'open';
  }[];
  /** Payments that were marked with a role that they do not show, and payments of a role without its mark. */
  readonly marked: readonly {
    readonly role: PaymentRole;
    readonly wrong: readonly number[];
    readonly open: readonly number[];
  }[];
  /** `over`: paths on which the claim exceeds the possible amount; `above`: it exceeds the certain amount. */
  readonly traced: {
    readonly right: number;
    readonly safe: number;
    readonly most: number;
    readonly outcome: 'none' | 'part' | 'full';
    readonly over: readonly PathClaimFact[];
    readonly above: readonly PathClaimFact[];
  };
  /**
   * Maximum number of links of a true path that one path of the trainee has, and the complete paths, each with the stated
   * disguise (`index`) and the true one (`key`).
   */
  readonly path: {
    /** Number of paths that were kept. */
    readonly kept: number;
    readonly links: number;
    readonly of: number;
    readonly whole: readonly { readonly path: string; readonly index: number; readonly key: number }[];
    /** Kept paths other than those of the earner's money, without duplicates. */
    readonly other: readonly string[];
  };
  readonly sheet: PartsFact<SheetPart>;
  readonly request: PartsFact<RequestPart>;
  /** The amount that was asked for, the part of it that may be frozen, and the maximum that may be frozen in all. */
  readonly money: {
    readonly asked: number;
    readonly may: number;
    readonly most: number;
    readonly gross: number;
    readonly lines: readonly AskedLine[];
    /** The money that went from the account of each earner to the collecting account. */
    readonly left: readonly { readonly holder: string; readonly sim: number }[];
  };
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
  const claims = claimed(response, own);
  const right = claims.reduce((sum, claim) => sum + claim.right, 0);
  const flowOf = new Map(flowsOf(book).map((flow) => [flow.account, flow]));
  const lines = askedLines(response.request, ledger);
  const rightSheet = rightSheetParts(response, ledger);
  const sheetMissing = sheetGaps(response.sheet, new Set(Object.values(response.keyed)).size);
  const rightRequest = rightRequestParts(response.request, ledger);
  const requestMissing = requestGaps(response.request);
  return {
    acted: JSON.stringify(response) !== JSON.stringify(playLedger.empty),
    accounts: truth.accounts.map(({ account, part, reading, thirdPerson = false }): AccountFact => {
      const view = response.views.find((one) => one.account === account);
      return {
        account,
        holder: holderOf.get(account) ?? account,
        part,
        thirdPerson,
        ...(reading && { reading }),
        ...(view && { view: view.as, seq: view.seq }),
        held: held.includes(account),
        asked: sumOf(response.request.lines.filter((one) => one.account === account)),
        collects: part === 'harmed' && book.payments.some(({ from, to }) => from === account && to === truth.taker),
        in: flowOf.get(account)?.in ?? 0,
        received: book.payments.filter(({ to }) => to === account).length,
        stands: balanceOf(flowOf.get(account) ?? { opening: 0, in: 0, out: 0 }),
      };
    }),
    taker: truth.taker,
    earner: truth.earner,
    requestSeq: response.requestSeq,
    keyed: PAYMENT_ROLES.map((role) => {
      const no = response.keyed[role];
      if (no === undefined) return { role, outcome: 'open' };
      return { role, no, outcome: shownRole(ledger, no) === role ? 'right' : 'wrong' };
    }),
    marked: PAYMENT_ROLES.map((role) => {
      const marks = response.marks.filter((mark) => mark.role === role).map(({ no }) => no);
      const wanted = numbersOf(ledger, role);
      return {
        role,
        wrong: marks.filter((no) => shownRole(ledger, no) !== role).toSorted((a, b) => a - b),
        open: wanted.filter((no) => !marks.includes(no)),
      };
    }),
    traced: {
      right,
      safe: money.safe,
      most: money.most,
      outcome: right === 0 ? 'none' : right >= money.safe ? 'full' : 'part',
      over: claims.filter(({ sim, most }) => sim > most).map(claimFact),
      above: claims.filter(({ sim, safe, most }) => sim > safe && sim <= most).map(claimFact),
    },
    path: pathFact(response, own),
    sheet: parts(sheetMissing, rightSheet, SHEET_PARTS),
    request: parts(requestMissing, rightRequest, REQUEST_PARTS),
    money: {
      asked: sumOf(lines),
      may: Math.min(
        money.gross,
        lines.reduce((sum, { may }) => sum + may, 0),
      ),
      most: mostHeld(ledger),
      gross: money.gross,
      lines,
      left: earningsLeft(ledger),
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

/** A path as one line, with its accounts in order. */
const lineOf = (hops: readonly string[]) => hops.join(' › ');

/** The money from each earner to the collecting account, that is, payments between two exploited persons. */
const earningsLeft = (ledger: Ledger) =>
  ledger.book.accounts.flatMap(({ id, holder }) => {
    const isHarmed = (account: string) => partOf(ledger, account) === 'harmed';
    const sim = sumOf(ledger.book.payments.filter(({ from, to }) => from === id && isHarmed(from) && isHarmed(to)));
    return sim > 0 ? [{ holder, sim }] : [];
  });

const parts = <Part extends string>(gaps: readonly Part[], right: readonly Part[], all: readonly Part[]) => ({
  gaps,
  wrong: all.filter((part) => !gaps.includes(part) && !right.includes(part)),
});

const claimFact = ({ hops, sim, safe, most }: ReturnType<typeof claimed>[number]): PathClaimFact => ({
  path: lineOf(hops),
  claimed: sim,
  safe,
  most,
});

const linksIn = (hops: readonly string[]) => hops.slice(1).map((to, n) => `${hops[n]} > ${to}`);

function pathFact({ paths }: LedgerResponse, own: readonly TracedPath[]): LedgerFacts['path'] {
  const links = paths.flatMap(({ hops }) =>
    own.map((known) => linksIn(hops).filter((link) => linksIn(known.hops).includes(link)).length),
  );
  // A path that was kept twice with the same disguise counts once.
  const whole = new Map(
    paths.flatMap((path) => {
      const line = lineOf(path.hops);
      const index = layeringIndex(path);
      const known = own.find(({ hops }) => lineOf(hops) === line);
      return known ? [[`${line} ${index}`, { path: line, index, key: known.index }] as const] : [];
    }),
  );
  return {
    kept: paths.length,
    links: Math.max(0, ...links),
    of: linksIn(own[0]?.hops ?? []).length,
    whole: [...whole.values()],
    other: [...new Set(paths.map(({ hops }) => lineOf(hops)))].filter((line) =>
      own.every(({ hops }) => lineOf(hops) !== line),
    ),
  };
}

/**
 * True if the request would freeze an account of an innocent or an exploited person, or of a possibly exploited one.
 */
export const isHeldWrongly = ({ held, part }: AccountFact) =>
  held && (part === 'innocent' || part === 'harmed' || part === 'worker');

/** True if somebody is wrongly named as profiting, including accounts that belong to another possible offence. */
export const isNamedWrongly = ({ part, view }: AccountFact) =>
  view === 'profit' && part !== 'profit' && part !== 'pass';

/** True if the account of an exploited or possibly exploited person was called ordinary. */
export const isOverlooked = ({ part, view }: AccountFact) =>
  view === 'ordinary' && (part === 'harmed' || part === 'worker');

export const holdsWrongly = ({ accounts }: LedgerFacts) => accounts.some(isHeldWrongly);
