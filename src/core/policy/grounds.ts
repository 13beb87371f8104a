import type { Indicator, MeasureId, Safeguard } from './measures.ts';

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

/** Most parties, findings and safeguards that can be named for one measure: who names all has chosen none. */
export const MAX_NAMED = 3;
export const MAX_SAFEGUARDS = 2;

/** Months after which a measure is looked at again. */
export const REVIEW_MONTHS = [3, 6, 12, 24] as const;
export type ReviewMonths = (typeof REVIEW_MONTHS)[number];
/** A heavy measure is looked at again within so many months. */
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
  /** The milder means that was weighed before a heavy measure. */
  readonly milder?: MeasureId;
  readonly months?: ReviewMonths;
  /** The indicator that is watched until then. */
  readonly watch?: Indicator;
  /** What would stop it. */
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
