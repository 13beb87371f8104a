import { ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { type BagFiles, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { ByteSource } from './byte-source.ts';
import { checkNames, checkSizes, type Refuse, visibleName, type ZipLimits } from './check-entries.ts';
import { ambiguityOf, reasonOf } from './reason-of.ts';
import { storedBytes, unpackEntry, type ZipEntry } from './unpack-entry.ts';

/** Maximum size of the central directory, which is held in memory; an entry in use takes some 6 kB. */
const MAX_DIRECTORY_BYTES = 64 * 1024 ** 2;
/** Length of the end record, and maximum length of the comment after it. */
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const END_SIGNATURE = 0x06054b50;
/** Lengths of the ZIP64 end record and its locator, for numbers beyond 32 bits. */
const END_RECORD_64_BYTES = 56;
const LOCATOR_64_BYTES = 20;
const MAX_UINT32 = 0xffffffff;

export const ZIP_LIMITS: ZipLimits = { entries: 25_000, totalBytes: 2 * 1024 ** 3, ratio: 200 };

/** Adapter to a zip.js reader; zip.js never reads beyond the end. */
function readerOf({ size, read }: ByteSource) {
  const readUint8Array = (index: number, length: number): Promise<Uint8Array> => {
    const start = Math.min(index, size);
    return read(start, Math.max(0, Math.min(length, size - start)));
  };
  return { size, readUint8Array };
}

/**
 * Opens an untrusted zip: every name is checked before a byte is unpacked, and all issues are reported at once. Content
 * read later is compared with its checksum, its size and its local header. Nothing is written to disk, so a name cannot
 * escape from a folder; such names are refused nevertheless.
 */
export async function readZip(
  source: ByteSource,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<{ readonly issues: readonly Issue[]; readonly files?: BagFiles }> {
  const issues: Issue[] = [];
  const refuse: Refuse = (code, name, params = {}) =>
    issues.push({ code, severity: 'error', path: [name], params: { name: visibleName(name), ...params } });
  const directory = await directoryBytes(source);
  if (source.size > limits.totalBytes || directory > MAX_DIRECTORY_BYTES) {
    refuse('zip.too-large', '', { most: limits.totalBytes, bytes: Math.max(source.size, directory) });
    return { issues };
  }
  const reader = new ZipReader(readerOf(source) as never, {
    useWebWorkers: false,
    strictness: 'balanced',
    maxAppendedDataSize: 0,
    filenameValidation: 'tolerant',
  });
  const entries: ZipEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === limits.entries) {
        refuse('zip.too-many', '', { most: limits.entries });
        return { issues };
      }
      entries.push(entry as unknown as ZipEntry);
    }
  } catch (error) {
    refuse('zip.unreadable', '', { reason: reasonOf(error) });
    return { issues };
  }
  for (const { reason: remark } of reader.warnings ?? []) {
    const reason = ambiguityOf(remark);
    if (reason !== undefined) refuse('zip.unreadable', '', { reason });
  }
  if (entries.every(({ directory }) => directory)) refuse('zip.empty', '');
  checkNames(entries, refuse);
  checkSizes(entries, source.size, limits, refuse);
  if (issues.length > 0) return { issues };
  return { issues, files: filesOf(source, entries) };
}

/** Declared size of the central directory; 0 if there is none, which zip.js then reports. */
async function directoryBytes({ size, read }: ByteSource): Promise<number> {
  const length = Math.min(size, END_RECORD_BYTES + MAX_COMMENT_BYTES);
  const tail = await read(size - length, length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  for (let at = tail.length - END_RECORD_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const bytes = view.getUint32(at + 12, true);
    // A ZIP64 file has this size in the previous record (APPNOTE 4.3.14).
    const end64 = at - LOCATOR_64_BYTES - END_RECORD_64_BYTES;
    return bytes < MAX_UINT32 || end64 < 0 ? bytes : Number(view.getBigUint64(end64 + 40, true));
  }
  return 0;
}

function filesOf(source: ByteSource, entries: readonly ZipEntry[]): BagFiles {
  const files = new Map(entries.filter(({ directory }) => !directory).map((entry) => [entry.filename, entry]));
  const known = (path: string): ZipEntry => {
    const entry = files.get(path);
    if (!entry) throw new UnreadableFileError('there is no such file');
    return entry;
  };
  return {
    files: [...files].map(([path, { uncompressedSize }]) => ({ path, bytes: uncompressedSize })),
    read: (path) => unpackEntry(source, known(path)),
    source: async (path) => storedBytes(source, known(path)),
  };
}
