import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { NewHash, RunningHash } from '#kernel/model/running-hash.ts';
import { createSha256 } from '#kernel/model/sha256.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import type { FileEntry, FileKind } from '#market/documents/model/shared-schemas.ts';

/** Bytes to append to a file, and the number of ads written so far. */
export interface FilePart {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly ads: number;
}

/** Counts and hashes data files while they are written part by part. */
export interface FileList {
  /** A part of a data file in a folder, with so many more rows. */
  part(folder: string, path: string, kind: FileKind, content: string | Uint8Array, rows: number, ads: number): FilePart;
  /** All files of a folder so far, by path. */
  entriesIn(folder: string): FileEntry[];
  /** Rows of one kind so far, in the files that end so. */
  rowsOf(kind: FileKind, ending: string): number;
}

interface Counted {
  readonly folder: string;
  readonly path: string;
  readonly kind: FileKind;
  rows: number;
  bytes: number;
  readonly hash: RunningHash;
}

/** An empty list. Only a hash (SHA-256) of each file is kept, never its content. */
export function createFileList(newHash: NewHash = createSha256): FileList {
  const files = new Map<string, Counted>();
  return {
    part(folder, path, kind, content, rows, ads) {
      const file = `${folder}/${path}`;
      const bytes = typeof content === 'string' ? utf8(content) : content;
      const counted = files.get(file) ?? { folder, path, kind, rows: 0, bytes: 0, hash: newHash() };
      files.set(file, counted);
      counted.rows += rows;
      counted.bytes += bytes.length;
      counted.hash.update(bytes);
      return { file, bytes, ads };
    },
    entriesIn: (folder) =>
      [...files.values()]
        .filter((counted) => counted.folder === folder)
        .map(({ path, kind, rows, bytes, hash }) => ({ path, kind, rows, bytes, sha256: hash.hex() }))
        .sort((a, b) => compareCodes(a.path, b.path)),
    rowsOf: (kind, ending) =>
      [...files.values()]
        .filter((counted) => counted.kind === kind && counted.path.endsWith(ending))
        .reduce((sum, { rows }) => sum + rows, 0),
  };
}
