import type { MeasureId, Safeguard, TableIndicator } from './measures.ts';

/** Who can pay for a measure or be hurt by it. */
export const PARTIES = [
  'state',
  'authorities',
  'large-sites',
  'small-sites',
  'sellers',
  'survivors',
  'support',
  'public',
] as const;
export type Party = (typeof PARTIES)[number];

/** Maximum parties, findings and safeguards that can be named for one measure, so that a choice has to be made. */
export const MAX_NAMED = 3;
export const MAX_SAFEGUARDS = 2;

/** Months after which a measure is reviewed. */
export const REVIEW_MONTHS = [3, 6, 12, 24] as const;
export type ReviewMonths = (typeof REVIEW_MONTHS)[number];
/** Maximum months until a heavy measure is reviewed. */
export const HEAVY_REVIEW_MONTHS = 12;

/** What a table writes down for one measure of its plan. Texts are its own and are not judged. */
export interface Grounds {
  readonly for: string;
  readonly against: string;
  readonly payers: readonly Party[];
  readonly hurt: readonly Party[];
  /** Ids of findings and cards. */
  readonly rests: readonly string[];
  readonly safeguards: readonly Safeguard[];
  /** The milder measure that was considered before a heavy one. */
  readonly milder?: MeasureId;
  readonly months?: ReviewMonths;
  /** The indicator that is watched until then. */
  readonly watch?: TableIndicator;
  /** The condition on which it is stopped. */
  readonly stop: string;
}

export const NO_GROUNDS: Grounds = {
  for: '',
  against: '',
  payers: [],
  hurt: [],
  rests: [],
  safeguards: [],
  stop: '',
};
