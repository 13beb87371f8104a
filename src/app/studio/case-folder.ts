import type { DraftFiles } from '#core/studio/draft.ts';

/** A case of a folder, as it lies on the disk. */
export interface FolderCase {
  /** Its folder, as the author names it. */
  readonly place: string;
  /** Name of that folder. */
  readonly name: string;
  readonly files: DraftFiles;
  /** SHA-256 of all files: the revision on which a write has to rest. */
  readonly digest: string;
  /** Names of files that cannot be read as text; such a case is not written to. */
  readonly unreadable: readonly string[];
}

/** The cases of a folder. */
export interface FolderList {
  readonly schema: 'case-folder/1';
  /** The folder, as the author names it. */
  readonly folder: string;
  readonly cases: readonly FolderCase[];
}

/** How the folder stands now, said at first and after every change on the disk. */
export interface FolderStand {
  /** Another one after each change of the library against which cases are checked. */
  readonly library: string;
  readonly cases: readonly Pick<FolderCase, 'place' | 'digest'>[];
}

/** What became of a write. A refused one leaves the disk as it was. */
export type FolderWritten =
  | { readonly digest: string }
  /** The files on the disk are not those on which the write rests. */
  | { readonly refused: 'newer'; readonly newest: FolderCase }
  /** The case is no longer in the folder. */
  | { readonly refused: 'removed' };

/** What a folder tells while it is open. */
export interface FolderListener {
  stands(stand: FolderStand): void;
  /** False when the program that serves the folder is lost, true when it is there again. */
  reached(there: boolean): void;
}

/** Port to a folder of cases. Whatever is no answer of a kind below is thrown, with a sentence on why. */
export interface CaseFolder {
  list(): Promise<FolderList>;
  /** Undefined where the folder has no such case. */
  read(place: string): Promise<FolderCase | undefined>;
  /** Writes the files of a case, if those on the disk still have the digest `restsOn`. */
  write(place: string, files: DraftFiles, restsOn: string): Promise<FolderWritten>;
  /** The result stops it. */
  listen(listener: FolderListener): () => void;
}
