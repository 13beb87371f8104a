import type { LogCoverage } from '#evidence/locker/model/log-coverage.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { HashAlgorithm } from '#kernel/model/running-hash.ts';
import type { CheckedItem } from './check-item.ts';
import type { CheckedTimestamp } from './check-timestamp.ts';

/** Result of verifying a locker, by path and by item. */
export interface LockerReport {
  readonly schema: 'locker-report/3';
  /**
   * True if no part of the bag contradicts another; warnings and gaps of records do not count. It does not mean
   * unchanged: see `lockerClaims`.
   */
  readonly consistent: boolean;
  /**
   * True if evidence outside the bag (authority's answer, head hash that was given) does not contradict it either.
   */
  readonly faultless: boolean;
  /** True for a bag that another tool made: no custody log, no items. */
  readonly foreign: boolean;
  /** The hash algorithms of the manifests that were read. */
  readonly algorithms: readonly HashAlgorithm[];
  readonly paths: readonly {
    readonly path: string;
    readonly item?: string;
    readonly sha256: string;
    readonly holds: boolean;
  }[];
  readonly items: readonly Omit<CheckedItem, 'issues' | 'named' | 'compared' | 'remade'>[];
  readonly custody: {
    readonly entries: number;
    readonly head: string;
    /** The head hash that was given to the check. */
    readonly expected?: string;
  };
  readonly timestamp: Omit<CheckedTimestamp, 'issues'>;
  /** What was compared with the custody log, and what was not. */
  readonly coverage: LogCoverage;
  readonly issues: readonly Issue[];
}
