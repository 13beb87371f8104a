import { createProjectFiles } from '#kernel/node/project-files.ts';
import { ROOT } from '../command/root.ts';

/** The ids of the catalogue, from its file names; two other files in the folder are no indicators. */
export function catalogueIds(): ReadonlySet<string> {
  const names = createProjectFiles(ROOT).list('content/indicators');
  const ids = names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));
  return new Set(ids.filter((id) => id !== 'planting' && id !== 'weights'));
}
