import { appendCustody, type CustodyEntry, type CustodyLog } from '../custody-log.ts';
import type { EvidenceItem } from '../evidence-item.ts';
import type { Locker } from '../locker.ts';

/** A custody entry before it has its place in the chain. */
export type LooseEntry = Omit<CustodyEntry, 'seq' | 'prev' | 'hash'>;

/** The entries as a whole chain of their own. Whoever plants a fault leaves a chain that holds: the fault is in what it says. */
export function rechained(entries: readonly LooseEntry[]): CustodyLog {
  return entries.reduce<CustodyLog>(
    (log, { utc, actor, role, action, sha256, reason }) =>
      appendCustody(log, { utc, actor, role, action, sha256, reason }),
    [],
  );
}

/** True where the entry names the item, as `EV-001` or `EV-001, ad 0302`. */
export function namesItem({ reason }: Pick<CustodyEntry, 'reason'>, item: string): boolean {
  return reason.split(/[^\w-]+/).includes(item);
}

/** True where the entry names the ad, as `ad 0302`. */
export function namesAd({ reason }: Pick<CustodyEntry, 'reason'>, ad: string): boolean {
  return reason.split(', ').includes(`ad ${ad}`);
}

/** The locker with one item changed. */
export function withItem(locker: Locker, changed: EvidenceItem): Locker {
  const isIt = ({ facts }: EvidenceItem) => facts.itemId === changed.facts.itemId;
  return { ...locker, items: locker.items.map((item) => (isIt(item) ? changed : item)) };
}
