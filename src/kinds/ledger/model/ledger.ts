import type { Payment } from '#evidence/payments/model/payment.ts';

/** What an account is: kept at a bank, or a wallet of the invented coin. */
export type AccountKind = 'bank' | 'coin';

/** An account, with the line of its bank that says who holds it. */
export interface LedgerAccount {
  readonly id: string;
  readonly holder: string;
  readonly kind: AccountKind;
  /** SIM on the account before the first payment. */
  readonly opening: number;
}

/** The public half of a ledger: what a bank provides on an order. A party without an account is given by its name. */
export interface LedgerBook {
  readonly accounts: readonly LedgerAccount[];
  /** In order of time; `no` is the place in this list. */
  readonly payments: readonly Payment[];
}

/** The typologies of payments, and the lawful income that a front business mixes with other money. */
export const LEDGER_RULES = ['L1', 'L1b', 'L2', 'L3', 'L4', 'L5', 'L6', 'L6-lawful', 'L7', 'L8', 'L8b', 'L9'] as const;
export type LedgerRule = (typeof LEDGER_RULES)[number];

/** What a payment can show in the money of one person: see `roleOf` in the truth of a ledger. */
export const PAYMENT_ROLES = ['sweep', 'collection', 'cost', 'cover', 'exit'] as const;
export type PaymentRole = (typeof PAYMENT_ROLES)[number];

/**
 * What an account is in truth. `profit`: the money is kept there, or spent from there. `pass`: money passes through, or
 * is mixed with other income whose books nobody has read. `harmed`: an earner, or a person who is made to collect.
 * `lead`: another offence may stand behind it, which is not this case. `worker`: a person from whom that other offence
 * may take. `innocent`: an ordinary reason explains all of it.
 */
export type AccountPart = 'profit' | 'pass' | 'harmed' | 'lead' | 'worker' | 'innocent';

/** The ordinary reasons that can explain payments; the reason of each innocent account is one of them. */
export const READINGS = ['shared-costs', 'licensed-house', 'family', 'business', 'wages'] as const;
export type PaymentReading = (typeof READINGS)[number];

export interface AccountTruth {
  readonly account: string;
  readonly part: AccountPart;
  /** Set if a third person holds it: only traced money may be frozen there. */
  readonly thirdPerson?: true;
  /** For an innocent account: the reason that explains it. */
  readonly reading?: PaymentReading;
}

/** A path of money, from the account of its owner, over at most four hops. */
export interface TruePath {
  readonly hops: readonly string[];
  /** True if it passes an account that also has lawful income. */
  readonly mixed: boolean;
  /** True if it leaves the banks as coin or as cash. */
  readonly medium: boolean;
  /** True if the text of a payment states a false reason. */
  readonly falseText: boolean;
  /** The rule that it follows. */
  readonly rule: LedgerRule;
}

/** The secret half of a ledger. */
export interface LedgerTruth {
  /** The rule of each payment, in the order of the ledger. */
  readonly rules: readonly LedgerRule[];
  readonly accounts: readonly AccountTruth[];
  /** The account of the taker, which collects the earnings. */
  readonly taker: string;
  /** The person whose earnings are swept. */
  readonly earner: string;
  /** Paths of the earner's money first, the most disguised one at the beginning. */
  readonly paths: readonly TruePath[];
}

export interface Ledger {
  readonly book: LedgerBook;
  readonly truth: LedgerTruth;
}

/** Maximum number of hops of a path. */
export const MAX_HOPS = 4;
