import type { ProjectFiles } from '#app/library/project-files.ts';

/** The folders of the cases in a folder: those in it, or the folder itself where it is one. */
export function casesIn(files: ProjectFiles, folder: string): string[] {
  const isCase = (path: string) =>
    files.read(`${path}/scenario.yaml`) !== undefined || files.fault?.(`${path}/scenario.yaml`) !== undefined;
  if (isCase(folder)) return [folder];
  const inside = folder === '.' ? '' : `${folder}/`;
  return files
    .list(folder)
    .map((name) => inside + name)
    .filter(isCase);
}
