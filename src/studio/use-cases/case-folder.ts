import type { DraftFiles } from '#studio/model/draft.ts';

/** Why a file of a case is not read: it is no UTF-8, too large, a link out of the folder, no file, or refused by the system. */
export type WhyUnreadable = 'no-text' | 'too-large' | 'linked' | 'no-file' | 'refused';

/** A case in a folder on the disk. */
export interface FolderCase {
  /** Its folder, as the author names it. */
  readonly place: string;
  /** Name of that folder. */
  readonly name: string;
  readonly files: DraftFiles;
  /** SHA-256 of all files: the revision that a write has to name. */
  readonly digest: string;
  /** Files that cannot be read as text, by name; such a case is read-only. */
  readonly unreadable: Readonly<Record<string, WhyUnreadable>>;
}

/** The cases of a folder. */
export interface FolderList {
  readonly schema: 'case-folder/1';
  /** The folder, as the author names it. */
  readonly folder: string;
  readonly cases: readonly FolderCase[];
}

/** The present state of the folder, sent at first and after every change on the disk. */
export interface FolderStand {
  /** Digest of the library against which cases are checked. */
  readonly library: string;
  readonly cases: readonly Pick<FolderCase, 'place' | 'digest'>[];
}

/** The result of a write. A refused one leaves the disk unchanged. */
export type FolderWritten =
  | { readonly digest: string }
  /** The files on the disk have another digest than the write names. */
  | { readonly refused: 'newer'; readonly newest: FolderCase }
  /** The case is no longer in the folder. */
  | { readonly refused: 'removed' };

/** Notifications of an open folder. */
export interface FolderListener {
  stands(stand: FolderStand): void;
  /** False when the connection to the program that serves the folder is lost, true when it is back. */
  reached(there: boolean): void;
}

/** Port to a folder of cases. Any other failure is thrown, with a sentence on the cause. */
export interface CaseFolder {
  list(): Promise<FolderList>;
  /** Undefined if the folder has no such case. */
  read(place: string): Promise<FolderCase | undefined>;
  /** Writes the files of a case, if those on the disk still have the digest `restsOn`. */
  write(place: string, files: DraftFiles, restsOn: string): Promise<FolderWritten>;
  /** Returns a function that stops it. */
  listen(listener: FolderListener): () => void;
}
