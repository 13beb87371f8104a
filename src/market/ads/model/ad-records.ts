import type { Instant } from '#kernel/model/instant.ts';

/** Names of the records of an ad that a lawful request brings. */
export const AD_RECORDS = [
  'account',
  'phones',
  'device',
  'payer',
  'fees',
  'renewals',
  'route',
  'notes',
  'ledger',
  'consent',
  'contacts',
  'moderation',
] as const;

export type RecordLocator = `r:${(typeof AD_RECORDS)[number]}`;

/** A payment in the simulation, in SIM (the invented currency). */
export interface LedgerEntry {
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly sim: number;
  readonly note?: string;
}

/** What a lawful request to a site, a bank or a helpline would bring about one ad. All invented. */
export interface AdRecords {
  readonly account: { readonly createdAt: Instant; readonly device: string; readonly address: string };
  /** Phone numbers the ad has shown within thirty days, the present one last. */
  readonly phones: readonly string[];
  readonly payer: string;
  /** Account that pays the fees of ads, rooms or journeys. */
  readonly fees: string;
  readonly renewals: { readonly at: readonly Instant[]; readonly byTool: boolean };
  readonly route: readonly { readonly town: string; readonly from: Instant }[];
  readonly notes: readonly string[];
  readonly wallet: string;
  readonly payoutName: string;
  readonly ledger: readonly LedgerEntry[];
  readonly consent?: { readonly dated: Instant; readonly inPerson: boolean };
  readonly contacts?: readonly string[];
  readonly moderation: readonly { readonly at: Instant; readonly action: string }[];
}
