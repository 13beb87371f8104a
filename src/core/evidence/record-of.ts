import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import type { CustodyEntry } from './custody-log.ts';
import type { EvidenceItem, EvidenceRecord, KeptFile } from './evidence-item.ts';

/** The record of an item with the files that hold it and the entries of the custody log that name it. */
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

/** SHA-256 over the files of an item, as `sha256sum` writes their lines, in the order of their paths. */
export function packageSha256(files: readonly Pick<KeptFile, 'path' | 'sha256'>[]): string {
  const lines = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  return sha256Hex([...lines].sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join(''));
}

/** The text of a record: canonical JSON (RFC 8785) and a line end. */
export function writeRecord(record: EvidenceRecord): string {
  return `${canonicalJson(record as unknown as Json)}\n`;
}
