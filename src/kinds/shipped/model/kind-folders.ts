/** Kinds whose folder below `src/kinds/` has another name than the kind has in files. */
const FOLDERS: Readonly<Record<string, string>> = { checkathon: 'platform-test' };

/** The folder of a kind below `src/kinds/`. Its name stands also in the names of the built files of the kind. */
export const folderOfKind = (kind: string): string => FOLDERS[kind] ?? kind;
