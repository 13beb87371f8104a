import { filesOfFolder } from '#kernel/browser/dropped-files.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import type { ChosenCaseFile } from '#studio/use-cases/case-archive.ts';

/** The File System Access API, which only some browsers have, as far as it is used here. */
interface FolderHandle {
  readonly name: string;
  entries(): AsyncIterable<readonly [string, FileHandle | FolderHandle]>;
  getFileHandle(name: string, options?: { create: boolean }): Promise<FileHandle>;
  getDirectoryHandle(name: string, options?: { create: boolean }): Promise<FolderHandle>;
  readonly kind: 'directory';
}
interface FileHandle {
  readonly kind: 'file';
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void>; abort(): Promise<void> }>;
}
interface FolderPickers {
  showDirectoryPicker?(options: { id: string; mode: 'read' | 'readwrite' }): Promise<FolderHandle>;
}

/** A folder that the author has chosen, as its files. */
export interface ChosenFolder {
  readonly name: string;
  readonly files: readonly ChosenCaseFile[];
}

/** What became of saving a case into a folder. */
export type SavedFolder = 'saved' | 'cancelled' | 'failed';

const PICKER_ID = 'checkathon-case';
/** Files beyond this number are not listed: no case has as many, and a whole disk may have been chosen. */
const MAX_LISTED = 300;

const pickers = () => globalThis as unknown as FolderPickers;

/** True where the browser can open and save a folder itself; elsewhere a folder is an `input` and a case goes out as a zip. */
export const canPickFolder = (): boolean => typeof pickers().showDirectoryPicker === 'function';

/** Lets the author choose a folder to open; undefined where the choice was cancelled. Call it from a user action. */
export async function pickFolder(): Promise<ChosenFolder | undefined> {
  const folder = await picked('read');
  if (!folder) return undefined;
  const files: ChosenCaseFile[] = [];
  await listBelow(folder, '', files);
  return { name: folder.name, files };
}

/** The files of a folder that was chosen in an `input` with `webkitdirectory`. */
export function folderOfInput(chosen: readonly File[]): ChosenFolder {
  const { name, files } = filesOfFolder(chosen);
  return { name, files: files.map(({ path, file }) => caseFile(path, file)) };
}

/** A file that was chosen or dropped by itself. */
export const caseFile = (path: string, file: Blob): ChosenCaseFile => ({
  path,
  size: file.size,
  read: async () => new Uint8Array(await file.arrayBuffer()),
});

/**
 * Saves a draft into a folder that the author chooses, under the id of its case. Each file is written whole or not at all.
 * Call it from a user action.
 */
export async function saveIntoFolder(caseId: string, files: DraftFiles): Promise<SavedFolder> {
  try {
    const chosen = await picked('readwrite');
    if (!chosen) return 'cancelled';
    const folder = chosen.name === caseId ? chosen : await chosen.getDirectoryHandle(caseId, { create: true });
    for (const [name, text] of Object.entries(files)) await writeWhole(folder, name, text);
    return 'saved';
  } catch {
    // Writing is refused, or the disk is full. The draft on this device is as before.
    return 'failed';
  }
}

async function writeWhole(folder: FolderHandle, name: string, text: string): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  try {
    await stream.write(text);
  } catch (error) {
    await stream.abort();
    throw error;
  }
  await stream.close();
}

async function picked(mode: 'read' | 'readwrite'): Promise<FolderHandle | undefined> {
  try {
    return await pickers().showDirectoryPicker?.({ id: PICKER_ID, mode });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

async function listBelow(folder: FolderHandle, above: string, found: ChosenCaseFile[]): Promise<void> {
  for await (const [name, entry] of folder.entries()) {
    if (found.length > MAX_LISTED) return;
    if (entry.kind === 'directory') await listBelow(entry, `${above}${name}/`, found);
    else found.push(caseFile(`${above}${name}`, await entry.getFile()));
  }
}
