import type { Issue } from '#kernel/model/issue.ts';
import { isPathBelow, MAX_PATH_LENGTH } from '#kernel/model/path-names.ts';
import type { ZipEntry } from './unpack-entry.ts';

/** Limits of a zip. A zip beyond them is refused before anything is unpacked. */
export interface ZipLimits {
  readonly entries: number;
  readonly totalBytes: number;
  /** Maximum ratio of unpacked to packed size; checked only from a certain size on. */
  readonly ratio: number;
}

/** Records why a zip is not opened: a code, and the name of the entry. */
export type Refuse = (code: string, name: string, params?: Issue['params']) => void;

/** File type bits of a Unix mode; 0 if the zip was made on another system. */
const FILE_TYPE_MASK = 0o170000;
const PLAIN_FILE_TYPES: readonly number[] = [0, 0o100000, 0o040000];
/** Stored and deflated; other methods are rare, and not all browsers support them. */
const METHODS: readonly number[] = [0, 8];
const MIN_BYTES_FOR_RATIO = 10 * 1024 ** 2;

/** Maximum characters of a name that are shown. */
const MAX_SHOWN_LENGTH = 200;

/** A printable form of a name: invisible characters, and those that change the writing direction, are escaped. */
export const visibleName = (name: string): string =>
  (name.length > MAX_SHOWN_LENGTH ? `${name.slice(0, MAX_SHOWN_LENGTH)}...` : name).replaceAll(
    /[\p{Cc}\p{Cf}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );

/**
 * Checks all names and file types before a byte is unpacked: paths out of the folder, links, encryption, names of the
 * same file.
 */
export function checkNames(entries: readonly ZipEntry[], refuse: Refuse): void {
  const names = createNames();
  for (const { filename, directory, encrypted, symlink, unixMode = 0, compressionMethod } of entries) {
    if (!isPathBelow(filename)) refuse('zip.slip', filename);
    if (symlink || !PLAIN_FILE_TYPES.includes(unixMode & FILE_TYPE_MASK)) refuse('zip.symlink', filename);
    if (encrypted) refuse('zip.encrypted', filename);
    else if (!METHODS.includes(compressionMethod)) refuse('zip.method', filename, { method: compressionMethod });
    // A refused name is not compared with others: it may have more folders than the stack can hold.
    if (filename.length > MAX_PATH_LENGTH) continue;
    const other = names.add(filename.replace(/\/$/, ''), directory);
    if (other !== undefined) refuse('zip.same-name', filename, { other: visibleName(other) });
  }
}

/** Checks the declared unpacked sizes, of each file and in total. */
export function checkSizes(entries: readonly ZipEntry[], zipBytes: number, limits: ZipLimits, refuse: Refuse): void {
  const isBomb = (unpacked: number, packed: number) =>
    unpacked > MIN_BYTES_FOR_RATIO && unpacked > limits.ratio * packed;
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const bombs = entries.filter((entry) => isBomb(entry.uncompressedSize, entry.compressedSize));
  for (const { filename } of bombs) refuse('zip.bomb', filename);
  if (bombs.length === 0 && isBomb(total, zipBytes)) refuse('zip.bomb-whole', '', { bytes: total });
  if (total > limits.totalBytes) refuse('zip.too-large', '', { most: limits.totalBytes, bytes: total });
}

/**
 * Case and accent folding of names that denote one file on some system: letter case, composed and decomposed accents, a
 * final dot or space.
 */
const folded = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[. ]+(?=\/|$)/g, '');

/** The names so far, including folders; `add` returns an earlier name of the same file or folder on some system. */
function createNames() {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const addFolder = (name: string): string | undefined => {
    const key = folded(name);
    const other = folders.get(key);
    if (other === undefined) folders.set(key, name);
    return files.get(key) ?? (other === name ? undefined : other);
  };
  const addAbove = (name: string): string | undefined => {
    const end = name.lastIndexOf('/');
    if (end < 0) return undefined;
    const above = name.slice(0, end);
    return folders.get(folded(above)) === above ? undefined : (addAbove(above) ?? addFolder(above));
  };
  return {
    add(name: string, isFolder: boolean): string | undefined {
      const clash = addAbove(name);
      if (isFolder) return clash ?? addFolder(name);
      const key = folded(name);
      const other = files.get(key) ?? folders.get(key);
      if (!files.has(key)) files.set(key, name);
      return clash ?? other;
    },
  };
}
