import type { Instant } from '#kernel/model/instant.ts';
import type { CustodyEntry, CustodyLog } from './custody-log.ts';
import type { EvidenceItem, LockerText } from './evidence-item.ts';

/** Loose copies: pictures and context of a page that has no capture in the locker, each as it was hashed then. */
export interface LooseCopies {
  readonly ad: string;
  readonly texts: readonly LockerText[];
}

/** Everything that one preservation exercise kept, before packing. Plain data: the same locker gives the same bytes. */
export interface Locker {
  readonly schema: 'locker/1';
  readonly synthetic: true;
  /** Name of the bag and of its folder. */
  readonly id: string;
  /** The preservation exercise in which it was filled. */
  readonly exercise: string;
  readonly caseId: string;
  readonly caseTitle: string;
  readonly marketId: string;
  /** The line on every printed page that says that nothing in it is real. */
  readonly notice: string;
  /** False until real reviewers have looked at the case. */
  readonly reviewed: boolean;
  /** Case time at which it was packed. */
  readonly packedAt: Instant;
  readonly items: readonly EvidenceItem[];
  /** Copies of pages without a capture in the locker, by ad; left out in older lockers, which did not pack them. */
  readonly loose?: readonly LooseCopies[];
  /** Letters sent from the workbench, as they were hashed then. */
  readonly letters: readonly LockerText[];
  readonly custody: CustodyLog;
}

/** The entries of a log by the names in their reasons; an entry is listed under every name in it. */
export function custodyByName(log: CustodyLog): ReadonlyMap<string, readonly CustodyEntry[]> {
  const named = new Map<string, CustodyEntry[]>();
  for (const entry of log)
    for (const name of new Set(entry.reason.split(/[^\w-]+/))) {
      const entries = named.get(name);
      if (entries) entries.push(entry);
      else named.set(name, [entry]);
    }
  return named;
}
