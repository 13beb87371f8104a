import type { Issue } from '#core/kernel/issue.ts';
import type { ZipEntry } from './unpack-entry.ts';

/** What a zip may hold at most. A zip beyond it is refused before anything in it is unpacked. */
export interface ZipLimits {
  readonly entries: number;
  readonly totalBytes: number;
  /** Unpacked to packed; checked from a size on at which it matters. */
  readonly ratio: number;
}

/** Notes why a zip is not opened: a code, and the name in the zip that it is about. */
export type Refuse = (code: string, name: string, params?: Issue['params']) => void;

const MAX_NAME = 1000;
/** Kinds of a file in the mode of Unix; nothing is set where another system has packed it. */
const KIND_OF_FILE = 0o170000;
const PLAIN_KINDS: readonly number[] = [0, 0o100000, 0o040000];
/** Stored and deflated; the others are rare, and not every browser reads them. */
const METHODS: readonly number[] = [0, 8];
const RATIO_MATTERS_FROM = 10 * 1024 ** 2;
/** Signs that turn the direction of writing, so that a name is read as another one. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** So much of a name is shown. */
const MAX_SHOWN = 200;

/** A name as it can be shown: signs that cannot be seen, or that turn what stands around them, are spelled out. */
export const visibleName = (name: string): string =>
  (name.length > MAX_SHOWN ? `${name.slice(0, MAX_SHOWN)}...` : name).replaceAll(
    /[\p{Cc}\p{Cf}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );

/** Looks at every name and kind before a byte is unpacked: ways out of the folder, links, locks, names that are one file. */
export function checkNames(entries: readonly ZipEntry[], refuse: Refuse): void {
  const names = createNames();
  for (const { filename, directory, encrypted, symlink, unixMode = 0, compressionMethod } of entries) {
    if (isUnsafe(filename)) refuse('zip.slip', filename);
    if (symlink || !PLAIN_KINDS.includes(unixMode & KIND_OF_FILE)) refuse('zip.symlink', filename);
    if (encrypted) refuse('zip.encrypted', filename);
    else if (!METHODS.includes(compressionMethod)) refuse('zip.method', filename, { method: compressionMethod });
    // A name that is refused is compared with no other: it may have more folders than the stack has room.
    if (filename.length > MAX_NAME) continue;
    const other = names.add(filename.replace(/\/$/, ''), directory);
    if (other !== undefined) refuse('zip.same-name', filename, { other: visibleName(other) });
  }
}

/** Looks at what the zip says that it would unpack to, file by file and as a whole. */
export function checkSizes(entries: readonly ZipEntry[], zipBytes: number, limits: ZipLimits, refuse: Refuse): void {
  const isBomb = (unpacked: number, packed: number) =>
    unpacked > RATIO_MATTERS_FROM && unpacked > limits.ratio * packed;
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const bombs = entries.filter((entry) => isBomb(entry.uncompressedSize, entry.compressedSize));
  for (const { filename } of bombs) refuse('zip.bomb', filename);
  if (bombs.length === 0 && isBomb(total, zipBytes)) refuse('zip.bomb-whole', '', { bytes: total });
  if (total > limits.totalBytes) refuse('zip.too-large', '', { most: limits.totalBytes, bytes: total });
}

function isUnsafe(name: string): boolean {
  const parts = name.replace(/\/$/, '').split('/');
  return (
    name.length > MAX_NAME ||
    /[\\:\p{Cc}]/u.test(name) ||
    TURNING.test(name) ||
    parts.some((part) => part === '' || part === '.' || part === '..' || part === '__proto__')
  );
}

/** Names that are one file on some machine: letters of another case, one accent in two spellings, a dot or blank at the end. */
const folded = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[. ]+(?=\/|$)/g, '');

/** The names so far, folders included; `add` gives the earlier name that is the same file or folder on some machine. */
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
