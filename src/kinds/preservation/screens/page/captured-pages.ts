import type { Instant } from '#kernel/model/instant.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import type { CapturedItem } from '#kinds/preservation/model/play.ts';
import type { KeptPage } from '#kinds/preservation/screens/item/kept-page.ts';
import type { Look } from './look.ts';

type See = (ad: string, at?: Instant) => KeptPage;
type Hash = (bytes: Uint8Array) => string;

/**
 * The page of an item: kept in this window, or what the site sent then; never other bytes than those that were captured.
 */
export function pageOf(
  item: CapturedItem,
  captures: ReadonlyMap<string, KeptPage>,
  see: See,
  hash: Hash,
): KeptPage | undefined {
  const kept = captures.get(item.sha256) ?? see(item.ad, item.capturedAt);
  return hash(kept.served.body) === item.sha256 ? kept : undefined;
}

/** A picture with its size in bytes and its hash. */
export function hashed(svg: string, hash: Hash): Look['picture'] {
  const bytes = utf8(svg);
  return { svg, bytes: bytes.length, sha256: hash(bytes) };
}
