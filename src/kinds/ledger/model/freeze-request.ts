import { isStated } from './sheet.ts';

/** Authorities that could be asked. Each list is in the order in which it is offered. */
export const FREEZE_AUTHORITIES = ['bank', 'judge', 'prosecutor', 'unit-head'] as const;
export const FREEZE_OFFENCES = ['many-ads', 'trafficking-laundering', 'earning-from-sale', 'high-sums'] as const;
export const FREEZE_BASES = ['bank-data', 'platform-order', 'freeze', 'compensation'] as const;
/** Who would be paid from the frozen money. */
export const FREEZE_ROUTES = ['state', 'person-first', 'unit', 'bank'] as const;

export type FreezeAuthority = (typeof FREEZE_AUTHORITIES)[number];
export type FreezeOffence = (typeof FREEZE_OFFENCES)[number];
export type FreezeBasis = (typeof FREEZE_BASES)[number];
export type FreezeRoute = (typeof FREEZE_ROUTES)[number];

/** One account to freeze. */
export interface FreezeLine {
  readonly account: string;
  /** Maximum SIM; 0 if no sum is named. */
  readonly sim: number;
  readonly route?: FreezeRoute | undefined;
}

/** A request to freeze money. An empty field is undefined or empty. */
export interface FreezeRequest {
  readonly authority?: FreezeAuthority | undefined;
  readonly lines: readonly FreezeLine[];
  readonly offence?: FreezeOffence | undefined;
  readonly facts: string;
  /** Numbers of payments that connect offence and account, and of those that show a risk of loss. */
  readonly link: readonly number[];
  readonly risk: readonly number[];
  readonly basis?: FreezeBasis | undefined;
  /** Duration in days, and the day on which a judge reviews it. */
  readonly days?: number | undefined;
  readonly reviewAfter?: number | undefined;
  /** The accounts of third persons that the request affects; an empty list states that there are none. */
  readonly thirds?: readonly string[] | undefined;
  /** SIM per month that are paid out for living costs. */
  readonly minimum?: number | undefined;
}

export const EMPTY_REQUEST: FreezeRequest = { lines: [], facts: '', link: [], risk: [] };

/** The ten parts of a request, in the order of its page. */
export const REQUEST_PARTS = [
  'authority',
  'account',
  'amount',
  'offence',
  'link',
  'risk',
  'basis',
  'span',
  'third',
  'route',
] as const;
export type RequestPart = (typeof REQUEST_PARTS)[number];

/** Parts of the request that are not filled in, right or wrong. */
export function requestGaps(request: FreezeRequest): RequestPart[] {
  const { lines } = request;
  const filled: Readonly<Record<RequestPart, boolean>> = {
    authority: request.authority !== undefined,
    account: lines.length > 0,
    amount: lines.length > 0 && lines.every(({ sim }) => sim > 0),
    offence: request.offence !== undefined && isStated(request.facts),
    link: request.link.length > 0,
    risk: request.risk.length > 0,
    basis: request.basis !== undefined,
    span: request.days !== undefined && request.reviewAfter !== undefined,
    third: request.thirds !== undefined && request.minimum !== undefined,
    route: lines.length > 0 && lines.every(({ route }) => route !== undefined),
  };
  return REQUEST_PARTS.filter((part) => !filled[part]);
}
