import type { CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import type { EvidenceRecord } from '#evidence/locker/model/evidence-item.ts';
import type { SaidOfItem } from '#evidence/locker/model/said-by-log.ts';
import type { BagFiles } from '#kernel/formats/bagit/bag-files.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { ListedFiles } from './check-copies.ts';

/** The bag and its log, as the check of one item needs them. */
export interface ItemContext extends ListedFiles {
  readonly bag: BagFiles;
  /** Name of the bag in bag-info.txt. */
  readonly bagName: string;
  /** What the log says of the item in this folder; undefined if no entry is about it. */
  readonly said: SaidOfItem | undefined;
  /** False if the chain of the log is broken: then only hashes are compared with it. */
  readonly isChained: boolean;
  /** The entries that name an item, by the name. */
  readonly custodyOf: (item: string) => readonly CustodyEntry[];
  /** Files around the page, in the order of their entries. */
  readonly copies: readonly string[];
  /** Ads for which the log says how they were found. */
  readonly found: ReadonlySet<string>;
  /** Hashes of looks in the log. */
  readonly looks: ReadonlySet<string>;
  /** The record, if it could be read. */
  readonly record: ReadRecordFile;
}

/** A record that was read, or the reasons why it could not be. */
export interface ReadRecordFile {
  readonly record?: EvidenceRecord;
  readonly issues: readonly Issue[];
}
