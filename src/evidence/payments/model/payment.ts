/** One payment of a ledger, as the bank that keeps it gives it. */
export interface Payment {
  /** Place in the ledger, from 1. */
  readonly no: number;
  /** When it was booked, UTC, as 2031-03-03T07:00Z. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  /** Whole units of the invented currency SIM. */
  readonly sim: number;
  readonly text: string;
}
