import { type BagFiles, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { type ReadRecord, readWarc, UnreadableWarcError } from '#kernel/formats/warc/read-warc.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { faultAt } from './fault-at.ts';

/** Result of reading a capture against its own digests. */
export interface CheckedWarc {
  /** Number of records that were read to the end. */
  readonly records: number;
  readonly responses: readonly ReadRecord[];
  readonly issues: readonly Issue[];
}

/** Compares each record of a capture with its digests, as a stream. Needs a request and a response in it. */
export async function checkWarc(
  bag: BagFiles,
  path: string,
  sha256: ReadonlyMap<string, string>,
): Promise<CheckedWarc> {
  const issues: Issue[] = [];
  const responses: ReadRecord[] = [];
  if (!sha256.has(path)) return { records: 0, responses, issues: [faultAt(path, 'locker.no-capture')] };
  const types = new Set<string>();
  let records = 0;
  try {
    for await (const record of readWarc(bag.read(path))) {
      records += 1;
      types.add(record.type);
      if (record.type === 'response') responses.push(record);
      for (const digest of record.broken)
        issues.push(faultAt(path, 'locker.warc-digest', { record: record.number, digest }));
      if (!record.digested) issues.push(faultAt(path, 'locker.warc-undigested', { record: record.number }, 'warning'));
    }
    for (const needed of ['request', 'response'])
      if (!types.has(needed)) issues.push(faultAt(path, 'locker.warc-pair', { needed }));
  } catch (error) {
    if (error instanceof UnreadableWarcError)
      issues.push(faultAt(path, 'locker.warc-unreadable', { record: error.record, reason: error.message }));
    else if (error instanceof UnreadableFileError)
      issues.push(faultAt(path, 'locker.unreadable-file', { reason: error.message }));
    else throw error;
  }
  return { records, responses, issues };
}
