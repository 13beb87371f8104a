import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { CustodyEntry } from './custody-log.ts';
import type { EvidenceItem, EvidenceRecord, KeptFile } from './evidence-item.ts';

/** Builds the record of an item with its files and the custody entries that name it. */
export function recordOf(
  marketId: string,
  item: Pick<EvidenceItem, 'facts'>,
  files: readonly KeptFile[],
  custody: readonly CustodyEntry[],
): EvidenceRecord {
  return {
    schema: 'evidence-record/1',
    synthetic: true,
    marketId,
    ...item.facts,
    files,
    packageSha256: packageSha256(files),
    custody,
  };
}

/** SHA-256 over the files of an item: over their lines in the format of `sha256sum`, sorted by path. */
export function packageSha256(files: readonly Pick<KeptFile, 'path' | 'sha256'>[]): string {
  const lines = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  return sha256Hex([...lines].sort((a, b) => compareCodes(a.slice(66), b.slice(66))).join(''));
}

/** Text of a record: canonical JSON (RFC 8785) and a newline. */
export function writeRecord(record: EvidenceRecord): string {
  return `${canonicalJson(record as unknown as Json)}\n`;
}
