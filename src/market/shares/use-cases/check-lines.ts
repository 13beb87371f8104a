import type { Issue } from '#kernel/model/issue.ts';
import type { NewHash } from '#kernel/model/running-hash.ts';
import { createSha256 } from '#kernel/model/sha256.ts';
import { toExportedId } from '#market/documents/model/exported-id.ts';
import type { FileEntry } from '#market/documents/model/shared-schemas.ts';
import { KINDS_BY_AD, type KindByAd } from '#market/documents/use-cases/market-files.ts';
import { adIdOf } from '#market/generator/model/ad-ids.ts';
import type { ReadChunks, Share } from './a-share.ts';
import { adOfLine } from './ad-of-line.ts';
import { issueOfShare } from './issue-of-share.ts';
import { isWhole, linesOfChunks } from './lines-of-chunks.ts';

/** Maximum faults told of one share; the first ones say enough. */
const MAX_FAULTS = 20;

/**
 * Reads all files of all shares once: bytes, hashes and rows are those of the manifest, lines stand in the order of
 * their ads, and no ad is in two places. Shares that pass, and whose manifests fit, hold each ad exactly once. Memory is
 * three bits for each ad of the market.
 */
export function* checkLines(
  shares: readonly Share[],
  read: ReadChunks,
  newHash: NewHash = createSha256,
): Generator<Issue> {
  const size = shares[0]?.manifest.ads ?? 0;
  const seen = new Map<string, Uint8Array>(KINDS_BY_AD.map((kind) => [kind, new Uint8Array(Math.ceil(size / 8))]));
  for (const share of shares) {
    let left = MAX_FAULTS;
    for (const fault of faultsOf(share, { read, newHash }, seen)) {
      yield fault;
      left -= 1;
      if (left === 0) break;
    }
  }
}

/** How files are read and hashed (SHA-256). */
interface Reading {
  readonly read: ReadChunks;
  readonly newHash: NewHash;
}

function* faultsOf(share: Share, reading: Reading, seen: ReadonlyMap<string, Uint8Array>): Generator<Issue> {
  for (const kind of KINDS_BY_AD) {
    const order = createOrder(kind, share.manifest.ads, seen.get(kind) as Uint8Array);
    for (const file of share.manifest.files) if (file.kind === kind) yield* faultsOfFile(share, file, reading, order);
  }
  for (const file of share.manifest.files)
    if (!KINDS_BY_AD.some((kind) => kind === file.kind)) yield* faultsOfFile(share, file, reading);
}

/** What is wrong with a line: its code, and the ad that it names. */
type Order = (line: Uint8Array) => { readonly code: string; readonly ad: string } | undefined;

/** Follows the lines of one kind through the files of a share. */
function createOrder(kind: KindByAd, size: number, seen: Uint8Array): Order {
  const indexOf = adOfLine(kind, size);
  let before = -1;
  return (line) => {
    const index = indexOf(line);
    if (index === -1) return { code: 'share.line', ad: '' };
    const ad = toExportedId(adIdOf(size, index));
    if (index < before) return { code: 'share.line-order', ad };
    before = index;
    const bit = 1 << (index & 7);
    if (((seen[index >>> 3] as number) & bit) !== 0) return { code: 'share.ad-twice', ad };
    seen[index >>> 3] = (seen[index >>> 3] as number) | bit;
    return undefined;
  };
}

function* faultsOfFile(share: Share, file: FileEntry, { read, newHash }: Reading, order?: Order): Generator<Issue> {
  const hash = newHash();
  let bytes = 0;
  function* counted(): Generator<Uint8Array> {
    for (const chunk of read(share, file.path)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  let rows = 0;
  let isDamaged = false;
  for (const line of linesOfChunks(counted())) {
    rows += 1;
    const fault = isWhole(line) ? order?.(line) : { code: 'share.line', ad: '' };
    if (!fault) continue;
    isDamaged = true;
    yield issueOfShare(share, fault.code, { ad: fault.ad }, file.path, rows);
  }
  if (isDamaged) return;
  if (bytes !== file.bytes) yield issueOfShare(share, 'share.other-bytes', { bytes, listed: file.bytes }, file.path);
  else if (rows !== file.rows) yield issueOfShare(share, 'share.other-rows', { rows, listed: file.rows }, file.path);
  else if (hash.hex() !== file.sha256)
    yield issueOfShare(share, 'share.other-hash', {}, file.path, brokenLine(read(share, file.path)));
}

/** Number of the first line that is no JSON, counted from 1; 1 where all are. */
function brokenLine(chunks: Iterable<Uint8Array>): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  for (const line of linesOfChunks(chunks)) {
    number += 1;
    try {
      JSON.parse(decoder.decode(line));
    } catch {
      return number;
    }
  }
  return 1;
}
