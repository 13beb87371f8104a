import type { ActionContext } from '#case/exercise/model/exercise-kind.ts';
import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import { EMPTY_REQUEST, type FreezeRequest } from './freeze-request.ts';
import type { PaymentReading, PaymentRole } from './ledger.ts';
import { EMPTY_SHEET, type FinancialSheet } from './sheet.ts';

/**
 * A trainee's view of an account: it profits, its holder is exploited, an ordinary reason explains it, money only
 * passes through, or it stays open.
 */
export const ACCOUNT_VIEWS = ['profit', 'harmed', 'ordinary', 'passes', 'open'] as const;
export type AccountView = (typeof ACCOUNT_VIEWS)[number];

/** How well an ordinary reason explains the money of the case. */
export const READING_WEIGHTS = ['weak', 'even', 'strong'] as const;
export type ReadingWeight = (typeof READING_WEIGHTS)[number];

/** A path as the trainee traces it. */
export interface TracePath {
  readonly hops: readonly string[];
  /** SIM that certainly came this way. */
  readonly sim: number;
  readonly mixed: boolean;
  readonly medium: boolean;
  readonly falseText: boolean;
}

/** Maximum number of paths of one response. */
export const MAX_PATHS = 4;

export interface LedgerResponse {
  readonly marks: readonly { readonly no: number; readonly role: PaymentRole }[];
  /** The five key payments of the sheet, one for each role. */
  readonly keyed: Readonly<Partial<Record<PaymentRole, number>>>;
  readonly views: readonly { readonly account: string; readonly as: AccountView; readonly seq: number }[];
  readonly weighed: Readonly<Partial<Record<PaymentReading, ReadingWeight>>>;
  readonly paths: readonly TracePath[];
  readonly sheet: FinancialSheet;
  readonly request: FreezeRequest;
  /** Number of the last event that changed the request; 0 before the first. */
  readonly requestSeq: number;
}

/** The actions of the kind, as the log keeps them. A missing value withdraws the earlier one. */
export type LedgerAction =
  | { readonly type: 'payment.marked'; readonly no: number; readonly role?: PaymentRole }
  | { readonly type: 'payment.keyed'; readonly role: PaymentRole; readonly no?: number }
  | { readonly type: 'account.viewed'; readonly account: string; readonly as?: AccountView }
  | { readonly type: 'reading.weighed'; readonly reading: PaymentReading; readonly weight: ReadingWeight }
  | { readonly type: 'path.traced'; readonly path: TracePath }
  | { readonly type: 'path.dropped'; readonly n: number }
  | { readonly type: 'sheet.written'; readonly sheet: FinancialSheet }
  | { readonly type: 'freeze.written'; readonly request: FreezeRequest };

/** Minutes per action, with two exceptions: what is written on the sheet takes no time, because it is kept often. */
const MINUTES_PER_ACTION = 2;

export const playLedger: KindPlay<{ response: LedgerResponse; action: LedgerAction }> = {
  kind: 'ledger',
  // Payments are followed in a book.
  showsAds: false,
  empty: {
    marks: [],
    keyed: {},
    views: [],
    weighed: {},
    paths: [],
    sheet: EMPTY_SHEET,
    request: EMPTY_REQUEST,
    requestSeq: 0,
  },
  minutes: ({ type }) => (type === 'sheet.written' || type === 'freeze.written' ? 0 : MINUTES_PER_ACTION),
  reduce,
};

function reduce(response: LedgerResponse, action: LedgerAction, { seq }: ActionContext): LedgerResponse {
  switch (action.type) {
    case 'payment.marked':
      return mark(response, action.no, action.role);
    case 'payment.keyed': {
      const { [action.role]: _, ...others } = response.keyed;
      return { ...response, keyed: action.no === undefined ? others : { ...others, [action.role]: action.no } };
    }
    case 'account.viewed': {
      const { account, as } = action;
      const others = response.views.filter((view) => view.account !== account);
      return { ...response, views: as === undefined ? others : [...others, { account, as, seq }] };
    }
    case 'reading.weighed':
      return { ...response, weighed: { ...response.weighed, [action.reading]: action.weight } };
    case 'path.traced':
      return response.paths.length < MAX_PATHS ? { ...response, paths: [...response.paths, action.path] } : response;
    case 'path.dropped':
      return { ...response, paths: response.paths.filter((_, n) => n !== action.n) };
    case 'sheet.written':
      return { ...response, sheet: action.sheet };
    case 'freeze.written':
      return { ...response, request: action.request, requestSeq: seq };
    default:
      return response;
  }
}

/** Marks a payment with a role, and removes it from its place on the sheet under the earlier role. */
function mark(response: LedgerResponse, no: number, role: PaymentRole | undefined): LedgerResponse {
  const others = response.marks.filter((one) => one.no !== no);
  const keyed = Object.fromEntries(
    Object.entries(response.keyed).filter(([place, one]) => one !== no || place === role),
  );
  return { ...response, keyed, marks: role === undefined ? others : [...others, { no, role }] };
}
