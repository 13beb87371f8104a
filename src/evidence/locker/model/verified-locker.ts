import type { HashAlgorithm } from '#kernel/model/running-hash.ts';
import type { LogCoverage } from './log-coverage.ts';

/** The part of the verifier's result on which claims rest. */
export interface VerifiedLocker {
  readonly consistent: boolean;
  /** True for a bag that another tool made. */
  readonly foreign: boolean;
  readonly algorithms: readonly HashAlgorithm[];
  readonly paths: readonly { readonly path: string; readonly holds: boolean }[];
  readonly items: readonly {
    readonly folder: string;
    readonly item: string;
    readonly holds: boolean;
    readonly page: PageStanding;
  }[];
  readonly custody: { readonly head: string; readonly expected?: string };
  readonly timestamp: {
    readonly state: 'none' | 'requested' | 'answered';
    readonly signature: 'accepted' | 'refused' | 'not-checked';
    readonly time: string;
    readonly signer: string;
  };
  readonly coverage: LogCoverage;
  readonly issues: readonly FoundIssue[];
}

/** An issue of a report, as far as claims need it. */
export interface FoundIssue {
  readonly code: string;
  readonly severity: string;
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number>>;
}

/** How the page of an item stands to the log: it has the hash of its capture there, it has not, or it is missing. */
export type PageStanding = 'logged' | 'other' | 'missing';
