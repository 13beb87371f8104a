import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';

/** The files below a folder, sorted, depth first. A name without a dot is taken for a folder. */
export function filesBelow(files: ProjectFiles, folder: string, ending: RegExp): string[] {
  return files.list(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (ending.test(name)) return [path];
    return name.includes('.') ? [] : filesBelow(files, path, ending);
  });
}
