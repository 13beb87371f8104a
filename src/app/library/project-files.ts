/** Reading of authored files, as the outside makes it real. Paths are relative to the project, with forward slashes. */
export interface ProjectFiles {
  /** The file's text, or undefined where there is none. */
  read(path: string): string | undefined;
  /** Names of the entries of a folder, sorted; empty where there is no such folder. */
  list(folder: string): readonly string[];
  /** The name of a folder that is given by a way to it, as `.` is; left out where every way ends with the name. */
  nameOf?(folder: string): string;
}
