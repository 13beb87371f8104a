import type { Issue } from '#core/kernel/issue.ts';
import type { HashAlgorithm } from '#core/kernel/running-hash.ts';
import type { CheckedItem } from './check-item.ts';
import type { CheckedTimestamp } from './check-timestamp.ts';

/** What holds in a locker and what does not, by path and by item. */
export interface LockerReport {
  readonly schema: 'locker-report/2';
  /**
   * True where nothing in the bag contradicts anything else in it; warnings and gaps of records do not count. It does not
   * mean unchanged: see `lockerClaims`.
   */
  readonly consistent: boolean;
  /** True where nothing outside the bag contradicts it either: the answer of an authority, a head hash from elsewhere. */
  readonly faultless: boolean;
  /** True for a bag of another tool: no custody log, no items. */
  readonly foreign: boolean;
  /** The hash algorithms of the manifests that were read. */
  readonly algorithms: readonly HashAlgorithm[];
  readonly paths: readonly {
    readonly path: string;
    readonly item?: string;
    readonly sha256: string;
    readonly holds: boolean;
  }[];
  readonly items: readonly Omit<CheckedItem, 'issues'>[];
  readonly custody: {
    readonly entries: number;
    readonly head: string;
    /** The head that somebody wrote down elsewhere, as it was given. */
    readonly expected?: string;
  };
  readonly timestamp: Omit<CheckedTimestamp, 'issues'>;
  readonly issues: readonly Issue[];
}
