import { isCaseFolder } from '#case/language/use-cases/case-file-names.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';

/** The case folders below a folder; the folder itself where it is a case. */
export function casesIn(files: ProjectFiles, folder: string): string[] {
  const isCase = (path: string) => isCaseFolder(files, path);
  if (isCase(folder)) return [folder];
  const inside = folder === '.' ? '' : `${folder}/`;
  return files
    .list(folder)
    .map((name) => inside + name)
    .filter(isCase);
}
