/** The case of lesson J5, in whole units of the training currency. It is invented, and so is the table for harm. */
export const COMPENSATION_FACTS = {
  received: 2020,
  kept: 280,
  promisedMonth: 1400,
  days: 41,
  costs: 180,
  harm: 3000,
  roomWeeks: 6,
  roomWeek: 25,
  frozen: 2095,
} as const;

/** States of this lesson: where a room that was freely chosen is taken off, and where it is not. */
export type CompensationState = 'solenvast' | 'norvelane';

/** By what the lost earnings are measured: what was taken, what was promised, both together, or nothing. */
export const BASES = ['taken', 'promised', 'both', 'none'] as const;
export type Basis = (typeof BASES)[number];

const DAYS_IN_MONTH = 30;
const { received, kept, promisedMonth, days, costs, harm, roomWeeks, roomWeek, frozen } = COMPENSATION_FACTS;

/** What each measure of the lost earnings comes to, after what the person kept. */
export const EARNINGS: Readonly<Record<Basis, number>> = {
  taken: received - kept,
  promised: Math.round((promisedMonth * days) / DAYS_IN_MONTH) - kept,
  both: received - kept + Math.round((promisedMonth * days) / DAYS_IN_MONTH) - kept,
  none: 0,
};

export const ROOM = roomWeeks * roomWeek;

export interface CompensationClaim {
  readonly basis: Basis;
  readonly costs: boolean;
  readonly harm: boolean;
  /** Whether the price of the room is taken off. */
  readonly room: boolean;
}

export const claimSum = (claim: CompensationClaim): number =>
  EARNINGS[claim.basis] + (claim.costs ? costs : 0) + (claim.harm ? harm : 0) - (claim.room ? ROOM : 0);

/** The claim under the authors' law of a State: the higher measure, costs and harm; only Norvelane takes off a room. */
export const claimIn = (state: CompensationState): CompensationClaim => ({
  basis: EARNINGS.taken >= EARNINGS.promised ? 'taken' : 'promised',
  costs: true,
  harm: true,
  room: state === 'norvelane',
});

/** What the frozen sum pays of a claim: first earnings and costs, then harm. `rest` stays as a claim. */
export function payFromFrozen(claim: CompensationClaim): {
  readonly first: number;
  readonly ofHarm: number;
  readonly rest: number;
} {
  const sum = claimSum(claim);
  const before = claimSum({ ...claim, harm: false });
  const first = Math.min(frozen, before);
  const ofHarm = Math.min(frozen - first, sum - before);
  return { first, ofHarm, rest: sum - first - ofHarm };
}
