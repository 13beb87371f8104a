import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileMeant, isCaseFile, SCENARIO_FILE } from '#case/language/use-cases/case-file-names.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { readBytes } from '#kernel/node/read-file.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import type { FolderCase, FolderList, FolderWritten, WhyUnreadable } from '#studio/use-cases/case-folder.ts';
import { digestOf } from '#studio/use-cases/draft-shelf.ts';

/** Maximum bytes of all files of a case, far above those of any shipped case. */
export const MAX_CASE_BYTES = 2_000_000;

/** Texts that are not written, and why. */
export interface NotWritten {
  readonly refused: 'faulty';
  readonly said: string;
}

/** The cases of a folder, to read and to write. */
export interface CasesOnDisk {
  list(): FolderList;
  /** True where the folder itself is the only case. */
  isSingle(): boolean;
  /** The place of a case by the name of its folder. */
  placeOf(child: string): string;
  read(place: string): FolderCase | undefined;
  /**
   * Writes the texts of a case that differ from those on the disk, each to a file aside that then takes its place, and
   * removes case files that the texts leave out. Nothing is touched where the disk no longer has the digest `restsOn`,
   * and no file but those of this case ever.
   */
  write(place: string, files: unknown, restsOn: string): FolderWritten | NotWritten;
}

/** The disk, as far as cases are read from it. Paths are absolute. */
export interface CaseDisk {
  /** Names in a folder, sorted; empty where it cannot be read. */
  list(folder: string): readonly string[];
  /** The text of a file, byte for byte, or why there is none; undefined where there is no such file. */
  text(path: string): { readonly text: string } | { readonly why: WhyUnreadable } | undefined;
  isLink(path: string): boolean;
  /** The path behind all links; undefined where it leads nowhere. */
  real(path: string): string | undefined;
}

/** Opens the cases in `folder`. Places are relative to `cwd`. */
export function openCases(folder: string, cwd: string, disk: CaseDisk = DISK): CasesOnDisk {
  const name = relative(cwd, folder) || '.';
  const inside = name === '.' ? '' : `${name}/`;
  const root = disk.real(folder) ?? folder;
  const at = (place: string, file = '') => join(cwd, place, file);
  /** A file that is a link out of the folder is not read: a case from elsewhere could bring one. */
  const textAt = (path: string) => {
    if (!disk.isLink(path)) return disk.text(path);
    return disk.real(path)?.startsWith(root + sep) ? disk.text(path) : ({ why: 'linked' } as const);
  };
  /** A folder is meant to be a case if it has a scenario, even an unreadable one or one with a misspelled name. */
  const isCase = (place: string) =>
    disk.list(at(place)).some((file) => file === SCENARIO_FILE || fileMeant(file) === SCENARIO_FILE);
  const isSingle = () => isCase(name);
  /** A case that is a link leads out of the folder; only the folder that was given may be one. */
  const isPlace = (place: string) => !disk.isLink(at(place)) && isCase(place);

  function places(): string[] {
    if (isSingle()) return [name];
    return disk.list(folder).flatMap((child) => (isPlace(inside + child) ? [inside + child] : []));
  }

  /** True for the place of a case. The folder is listed once, however many cases it has. */
  function isThere(place: string): boolean {
    if (isSingle()) return place === name;
    const child = place.slice(inside.length);
    return place === inside + child && disk.list(folder).includes(child) && isPlace(place);
  }

  function readThere(place: string): FolderCase {
    const files: Record<string, string> = {};
    const unreadable: Record<string, WhyUnreadable> = {};
    for (const file of disk.list(at(place)).filter(belongsToCase)) {
      const got = textAt(at(place, file));
      if (got && 'text' in got) files[file] = got.text;
      else if (got) unreadable[file] = got.why;
    }
    // What cannot be read counts for the digest, so that a page hears when it has been mended.
    const left = Object.entries(unreadable).map(([file, why]) => [`${file} ${why}`, '']);
    const digest = digestOf({ ...files, ...Object.fromEntries(left) });
    return { place, name: basename(resolve(cwd, place)), files, digest, unreadable };
  }

  const read = (place: string) => (isThere(place) ? readThere(place) : undefined);

  function write(place: string, files: unknown, restsOn: string): FolderWritten | NotWritten {
    const lying = read(place);
    if (!lying) return { refused: 'removed' };
    if (!areTexts(files)) return faulty('These are no texts of a case.');
    const names = Object.keys(files);
    const odd = names.find((file) => !isCaseFile(file) && !Object.hasOwn(lying.files, file));
    if (odd !== undefined) return faulty(`${JSON.stringify(odd)} is no file of a case.`);
    if (names.reduce((bytes, file) => bytes + Buffer.byteLength(files[file] ?? ''), 0) > MAX_CASE_BYTES)
      return faulty(`A case has up to ${MAX_CASE_BYTES} bytes.`);
    const [stuck] = Object.keys(lying.unreadable);
    if (stuck !== undefined) return faulty(`${stuck} is no text.`);
    if (lying.digest !== restsOn) return { refused: 'newer', newest: lying };
    const gone = Object.keys(lying.files).filter((file) => !Object.hasOwn(files, file));
    if (gone.includes(SCENARIO_FILE)) return faulty(`A case has a file ${SCENARIO_FILE}.`);
    const changed = names.filter((file) => files[file] !== lying.files[file]);
    const path = (file: string) => at(place, file);
    const linked = [...changed, ...gone].find((file) => disk.isLink(path(file)));
    if (linked !== undefined) return faulty(`${linked} is a link to another place.`);
    const aside = new Map<string, string>();
    try {
      for (const file of changed) aside.set(file, writeAside(path(file), files[file] ?? ''));
      // An editor may have saved meanwhile.
      const now = read(place);
      if (!now) return { refused: 'removed' };
      if (now.digest !== restsOn) return { refused: 'newer', newest: now };
      for (const [file, written] of aside) renameSync(written, path(file));
      for (const file of gone) rmSync(path(file));
      aside.clear();
      return { digest: digestOf(files) };
    } finally {
      for (const written of aside.values()) rmSync(written, { force: true });
    }
  }

  return {
    isSingle,
    placeOf: (child) => inside + child,
    list: () => ({
      schema: 'case-folder/1',
      folder: name,
      cases: places().map(readThere),
    }),
    read,
    write,
  };
}

/** True for the files of a case, also under a name that is not quite right: the checker says so. */
const belongsToCase = (name: string) => isCaseFile(name) || fileMeant(name) !== undefined;

const DISK: CaseDisk = {
  list: createProjectFiles('/').list,
  isLink: (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false,
  real(path) {
    try {
      return realpathSync(path);
    } catch {
      return undefined;
    }
  },
  text(path) {
    const read = readBytes(path, MAX_CASE_BYTES);
    if (!read.ok) {
      const code = read.issues[0]?.code ?? '';
      return code === 'file.missing' ? undefined : { why: WHY_OF_CODE[code] ?? 'refused' };
    }
    try {
      return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.value) };
    } catch {
      return { why: 'no-text' };
    }
  },
};

/** Why a file is not read, by the code of `readBytes`. */
const WHY_OF_CODE: Readonly<Record<string, WhyUnreadable>> = {
  'file.too-large': 'too-large',
  'file.folder': 'no-file',
  'file.no-file': 'no-file',
  'file.link-loop': 'linked',
};

function areTexts(files: unknown): files is DraftFiles {
  return (
    typeof files === 'object' &&
    files !== null &&
    !Array.isArray(files) &&
    Object.values(files).every((text) => typeof text === 'string' && text.isWellFormed())
  );
}

/** Writes a text to a new file beside the one that it will replace, and returns its path. */
function writeAside(path: string, text: string): string {
  const aside = `${path}.${randomUUID()}.part`;
  const mode = lstatSync(path, { throwIfNoEntry: false })?.mode;
  // A file that is there already is not opened, whatever it leads to.
  const file = openSync(aside, 'wx', (mode ?? 0o666) & 0o777);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return aside;
}

const faulty = (said: string): NotWritten => ({ refused: 'faulty', said });
