import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileMeant, isCaseFile, SCENARIO_FILE } from '#case/language/use-cases/case-file-names.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { readBytes } from '#kernel/node/read-file.ts';
import { casesIn } from '#library/cases/use-cases/cases-in.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import type { FolderCase, FolderList, FolderWritten } from '#studio/use-cases/case-folder.ts';
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
  read(place: string): FolderCase | undefined;
  /**
   * Writes the texts of a case that differ from those on the disk, each to a file aside that then takes its place, and
   * removes case files that the texts leave out. Nothing is touched where the disk no longer has the digest `restsOn`,
   * and no file but those of this case ever.
   */
  write(place: string, files: unknown, restsOn: string): FolderWritten | NotWritten;
}

/** Opens the cases in `folder`. Places are relative to `cwd`. */
export function openCases(folder: string, cwd: string): CasesOnDisk {
  const project = createProjectFiles(cwd);
  const name = relative(cwd, folder) || '.';
  /** A case that is a link leads out of the folder; only the folder that was given may be one. */
  const places = () => casesIn(project, name).filter((place) => place === name || !isLink(join(cwd, place)));

  function read(place: string): FolderCase | undefined {
    if (!places().includes(place)) return undefined;
    const files: Record<string, string> = {};
    const unreadable: string[] = [];
    for (const file of project.list(place).filter(belongsToCase)) {
      const text = textOf(join(cwd, place, file));
      if (text === undefined) unreadable.push(file);
      else files[file] = text;
    }
    return { place, name: basename(resolve(cwd, place)), files, digest: digestOf(files), unreadable };
  }

  function write(place: string, files: unknown, restsOn: string): FolderWritten | NotWritten {
    const lying = read(place);
    if (!lying) return { refused: 'removed' };
    if (!areTexts(files)) return faulty('These are no texts of a case.');
    const names = Object.keys(files);
    const odd = names.find((file) => !isCaseFile(file) && !Object.hasOwn(lying.files, file));
    if (odd !== undefined) return faulty(`${JSON.stringify(odd)} is no file of a case.`);
    if (names.reduce((bytes, file) => bytes + Buffer.byteLength(files[file] ?? ''), 0) > MAX_CASE_BYTES)
      return faulty(`A case has up to ${MAX_CASE_BYTES} bytes.`);
    const [stuck] = lying.unreadable;
    if (stuck !== undefined) return faulty(`${stuck} is no text.`);
    if (lying.digest !== restsOn) return { refused: 'newer', newest: lying };
    const gone = Object.keys(lying.files).filter((file) => !Object.hasOwn(files, file));
    if (gone.includes(SCENARIO_FILE)) return faulty(`A case has a file ${SCENARIO_FILE}.`);
    const changed = names.filter((file) => files[file] !== lying.files[file]);
    const at = (file: string) => join(cwd, place, file);
    const linked = [...changed, ...gone].find((file) => isLink(at(file)));
    if (linked !== undefined) return faulty(`${linked} is a link to another place.`);
    const aside = new Map<string, string>();
    try {
      for (const file of changed) aside.set(file, writeAside(at(file), files[file] ?? ''));
      // An editor may have saved meanwhile.
      const now = read(place);
      if (!now) return { refused: 'removed' };
      if (now.digest !== restsOn) return { refused: 'newer', newest: now };
      for (const [file, path] of aside) renameSync(path, at(file));
      for (const file of gone) rmSync(at(file));
      aside.clear();
      return { digest: digestOf(files) };
    } finally {
      for (const path of aside.values()) rmSync(path, { force: true });
    }
  }

  return {
    list: () => ({
      schema: 'case-folder/1',
      folder: name,
      cases: places().flatMap((place) => read(place) ?? []),
    }),
    read,
    write,
  };
}

/** True for the files of a case, also under a name that is not quite right: the checker says so. */
const belongsToCase = (name: string) => isCaseFile(name) || fileMeant(name) !== undefined;

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** The text of a file, byte for byte; undefined where it is too large, no file, or not UTF-8. */
function textOf(path: string): string | undefined {
  const read = readBytes(path, MAX_CASE_BYTES);
  if (!read.ok) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.value);
  } catch {
    return undefined;
  }
}

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
