import type { Issue } from '#core/kernel/issue.ts';

/** Reading of authored files, as the outside makes it real. Paths are relative to the project, with forward slashes. */
export interface ProjectFiles {
  /** The file's text, or undefined where there is none, or it cannot be read. */
  read(path: string): string | undefined;
  /** Names of the entries of a folder, sorted; empty where there is no such folder. */
  list(folder: string): readonly string[];
  /** The name of a folder that is given by a way to it, as `.` is; left out where every way ends with the name. */
  nameOf?(folder: string): string;
  /** Why something that stands at that path is not read; undefined where nothing stands there, or it is read. */
  fault?(path: string): Issue | undefined;
}
