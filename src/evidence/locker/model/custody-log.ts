import { type ChainLink, chained, firstBreak } from '#kernel/model/hash-chain.ts';
import type { Instant } from '#kernel/model/instant.ts';

/** What happened to an item, by whom, when and why; each entry holds the hash of the one before. */
export interface CustodyEntry extends ChainLink {
  readonly utc: Instant;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  /** SHA-256 of the object touched, or `-` where no object was. */
  readonly sha256: string;
  readonly reason: string;
}

export type CustodyLog = readonly CustodyEntry[];

/** `prev` of the first entry. */
export const CUSTODY_START = '0'.repeat(64);

/** The log with one more entry, chained to the one before. */
export function appendCustody(log: CustodyLog, entry: Omit<CustodyEntry, keyof ChainLink>): CustodyLog {
  return [...log, chained(entry, log.at(-1), CUSTODY_START)];
}

/** `seq` of the first entry that does not match the one before it; undefined if the chain is unbroken. */
export function firstBrokenLink(log: CustodyLog): number | undefined {
  return firstBreak(log, CUSTODY_START);
}
