import type { Issue } from '#kernel/model/issue.ts';

/** Port for reading authored files. Paths are relative to the project, with forward slashes. */
export interface ProjectFiles {
  /** The file's text; undefined where the file does not exist or cannot be read. */
  read(path: string): string | undefined;
  /** Names of the entries of a folder, sorted; empty where the folder does not exist. */
  list(folder: string): readonly string[];
  /** The name of a folder behind a path such as `.`; left out where every path ends with the name. */
  nameOf?(folder: string): string;
  /** Why an existing file is not read; undefined where it is read or does not exist. */
  fault?(path: string): Issue | undefined;
}
