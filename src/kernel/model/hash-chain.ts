import { canonicalJson, type Json } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

/** Fields of every entry of a hash chain: its number from 1, the hash of the previous entry, and its own hash. */
export interface ChainLink {
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
}

/**
 * The entry, appended after `last`. The hash is SHA-256 over the previous hash and the canonical JSON (RFC 8785) of the
 * rest.
 */
export function chained<Entry extends object>(
  entry: Entry,
  last: ChainLink | undefined,
  start: string,
): Entry & ChainLink {
  const prev = last?.hash ?? start;
  const body = { ...entry, seq: (last?.seq ?? 0) + 1, prev };
  return { ...body, hash: hashOf(body) };
}

/**
 * The number of the first entry that does not follow from the one before it, or undefined if the chain is intact. The
 * first `checked` entries are taken for right.
 */
export function firstBreak(entries: readonly ChainLink[], start: string, checked = 0): number | undefined {
  let before = entries[checked - 1]?.hash ?? start;
  for (const [index, { hash, ...body }] of entries.slice(checked).entries()) {
    const seq = checked + index + 1;
    if (body.prev !== before || body.seq !== seq || hashOf(body) !== hash) return seq;
    before = hash;
  }
  return undefined;
}

const hashOf = (body: Omit<ChainLink, 'hash'>) => sha256Hex(body.prev + canonicalJson(body as unknown as Json));
