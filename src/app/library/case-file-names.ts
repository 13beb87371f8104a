import type { Issue } from '#core/kernel/issue.ts';
import { nearestName } from './nearest-name.ts';
import type { ProjectFiles } from './project-files.ts';

/** The file that makes a folder a case. */
export const SCENARIO_FILE = 'scenario.yaml';
export const KEY_FILE = 'key.yaml';
export const REVIEW_FILE = 'review.yaml';

/** A translation is named after its language. */
export const TRANSLATION_FILE = /^([a-z]{2})\.yaml$/;

const FILES = [SCENARIO_FILE, KEY_FILE, REVIEW_FILE];

/** A name as an editor or a slip may have made it of one of these: in any case, with an ending too many or another one. */
const ENDINGS = /^(.+?)(?:\.ya?ml)*\.(?:ya?ml|txt|text|md)$/;

/** The file of a case that was meant by a name that none has: `key.yml`, `Key.yaml`, `keys.yaml`, `scenario.yaml.txt`. */
export function fileMeant(name: string): string | undefined {
  if (FILES.includes(name) || TRANSLATION_FILE.test(name)) return undefined;
  const stem = ENDINGS.exec(name.toLowerCase().replaceAll(' ', ''))?.[1];
  if (stem === undefined) return undefined;
  const meant = `${stem}.yaml`;
  if (FILES.includes(meant)) return meant;
  // Any other text may lie in the folder; only what ends like a case file can be one with a slip in its name.
  if (!/\.ya?ml/i.test(name)) return undefined;
  if (TRANSLATION_FILE.test(meant)) return meant;
  return nearestName(meant, FILES);
}

/**
 * What is wrong with the names of the files in a case folder. A file whose name is not quite right is read by nobody, and the
 * file that was meant is not there. `scenario` is the file that is checked as the scenario.
 */
export function checkFileNames(files: ProjectFiles, folder: string, scenario = SCENARIO_FILE): Issue[] {
  const names = files.list(folder);
  return names.flatMap((name): Issue[] => {
    const meant = name === scenario ? undefined : fileMeant(name);
    if (meant === undefined || (meant === SCENARIO_FILE && scenario !== SCENARIO_FILE)) return [];
    const isBeside = names.includes(meant);
    // A file with another ending beside the right one may be the one that is edited.
    if (isBeside && !/\.(?:txt|yml)$/i.test(name)) return [];
    return [
      {
        code: isBeside ? 'file.not-read' : 'file.misnamed',
        severity: isBeside ? 'warning' : 'error',
        path: [],
        params: { name, meant },
        position: { file: `${folder}/${name}`, line: 1, column: 1 },
      },
    ];
  });
}

/** Whether a folder is meant to be a case: it holds a scenario, if only one that cannot be read or has a name that is slightly wrong. */
export function isCaseFolder(files: ProjectFiles, folder: string): boolean {
  return (
    files.read(`${folder}/${SCENARIO_FILE}`) !== undefined ||
    files.fault?.(`${folder}/${SCENARIO_FILE}`) !== undefined ||
    files.list(folder).some((name) => fileMeant(name) === SCENARIO_FILE)
  );
}
