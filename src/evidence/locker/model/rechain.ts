import { fromEpoch, toEpoch } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import { appendCustody, type CustodyEntry, type CustodyLog } from './custody-log.ts';
import type { EvidenceItem } from './evidence-item.ts';
import type { Locker } from './locker.ts';

/** A custody entry that is not chained yet. */
export type LooseEntry = Omit<CustodyEntry, 'seq' | 'prev' | 'hash'>;

/** Chains the entries anew. A planted fault leaves an unbroken chain: the fault is in what the entries say. */
export function rechained(entries: readonly LooseEntry[]): CustodyLog {
  return entries.reduce<CustodyLog>(
    (log, { utc, actor, role, action, sha256, reason }) =>
      appendCustody(log, { utc, actor, role, action, sha256, reason }),
    [],
  );
}

/** The locker with another log; its time of packing is that of the last entry. */
export function withLog(locker: Locker, entries: readonly LooseEntry[]): Locker {
  return { ...locker, packedAt: entries.at(-1)?.utc ?? locker.packedAt, custody: rechained(entries) };
}

/** Seconds between an inserted entry and its neighbour; the acts of a workbench are further apart. */
export const SHORTLY = 20;

/** A new entry shortly after the one at index `at`, by the same actor. */
export function entryAfter(log: readonly LooseEntry[], at: number, action: string, reason: string): LooseEntry {
  const { utc, actor, role } = required(log.at(at), `entry ${at} of the log`);
  return { utc: fromEpoch(toEpoch(utc) + SHORTLY), actor, role, action, sha256: '-', reason };
}

/**
 * Inserts an entry about an item after the last one that names it, or else at the end; undefined if the log is empty.
 */
export function withEntry(locker: Locker, item: string, action: string, reason: string): Locker | undefined {
  const log: readonly LooseEntry[] = locker.custody;
  if (log.length === 0) return undefined;
  const last = log.findLastIndex((entry) => namesItem(entry, item));
  const at = last < 0 ? log.length - 1 : last;
  return withLog(locker, log.toSpliced(at + 1, 0, entryAfter(log, at, action, reason)));
}

/** True if the entry names the item, as `EV-001` or `EV-001, ad 0302`. */
export function namesItem({ reason }: Pick<CustodyEntry, 'reason'>, item: string): boolean {
  return reason.split(/[^\w-]+/).includes(item);
}

/** True if the entry names the ad, as `ad 0302`. */
export function namesAd({ reason }: Pick<CustodyEntry, 'reason'>, ad: string): boolean {
  return reason.split(', ').includes(`ad ${ad}`);
}

/** The locker with one item changed. */
export function withItem(locker: Locker, changed: EvidenceItem): Locker {
  const isIt = ({ facts }: EvidenceItem) => facts.itemId === changed.facts.itemId;
  return { ...locker, items: locker.items.map((item) => (isIt(item) ? changed : item)) };
}
