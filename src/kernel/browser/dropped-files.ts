/** A file of a chosen folder, with its path relative to the folder. */
export interface ChosenFile {
  readonly path: string;
  readonly file: Blob;
}

/** Files dropped on the page: loose files, or the files of a folder with its name. */
export type Dropped =
  | { readonly type: 'files'; readonly files: readonly File[] }
  | { readonly type: 'folder'; readonly name: string; readonly files: readonly ChosenFile[] }
  | { readonly type: 'several' };

/** Reads what was dropped. Only one folder is accepted: with several it is not clear which one is meant. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  // Read synchronously: the browser clears the transfer at the first await.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = [...transfer.files];
  const folders = entries.filter(isFolder);
  const [folder] = folders;
  if (!folder) return { type: 'files', files };
  if (entries.length > 1) return { type: 'several' };
  return { type: 'folder', name: folder.name, files: await filesBelow(folder, '') };
}

/** The files of a folder chosen in a dialog, with their paths relative to it. */
export function filesOfFolder(files: readonly File[]): { readonly name: string; readonly files: ChosenFile[] } {
  const [name = ''] = files[0]?.webkitRelativePath.split('/') ?? [];
  return { name, files: files.map((file) => ({ path: file.webkitRelativePath.slice(name.length + 1), file })) };
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function filesBelow(folder: FileSystemDirectoryEntry, above: string): Promise<ChosenFile[]> {
  const found: ChosenFile[] = [];
  const reader = folder.createReader();
  for (;;) {
    // `readEntries` returns at most a hundred entries per call, and none at the end.
    const entries = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (entries.length === 0) return found;
    for (const entry of entries) {
      const path = `${above}${entry.name}`;
      if (isFolder(entry)) found.push(...(await filesBelow(entry, `${path}/`)));
      else found.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
    }
  }
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((done, failed) => entry.file(done, failed));
