import { nearestName } from '#kernel/formats/authored/nearest-name.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue } from '#kernel/model/issue.ts';

/** The file that makes a folder a case. */
export const SCENARIO_FILE = 'scenario.yaml';
export const KEY_FILE = 'key.yaml';
export const REVIEW_FILE = 'review.yaml';
export const WORKSHOP_FILE = 'workshop.yaml';

/** A translation is named after its language. */
export const TRANSLATION_FILE = /^([a-z]{2})\.yaml$/;

const FILES = [SCENARIO_FILE, KEY_FILE, REVIEW_FILE, WORKSHOP_FILE];

/** True for the name of a file that belongs to a case. */
export const isCaseFile = (name: string): boolean => FILES.includes(name) || TRANSLATION_FILE.test(name);

/** A misspelled file name, as an editor or a slip makes it: with a doubled or another ending. */
const ENDINGS = /^(.+?)(?:\.ya?ml)*\.(?:ya?ml|txt|text|md)$/;

/** The case file that a misspelled name means: `key.yml`, `Key.yaml`, `keys.yaml`, `scenario.yaml.txt`. */
export function fileMeant(name: string): string | undefined {
  if (isCaseFile(name)) return undefined;
  const stem = ENDINGS.exec(name.toLowerCase().replaceAll(' ', ''))?.[1];
  if (stem === undefined) return undefined;
  const meant = `${stem}.yaml`;
  if (FILES.includes(meant)) return meant;
  // Other text files are allowed in the folder; only a file with a YAML ending can be a misspelled case file.
  if (!/\.ya?ml/i.test(name)) return undefined;
  if (TRANSLATION_FILE.test(meant)) return meant;
  return nearestName(meant, FILES);
}

/**
 * Issues of the file names in a case folder. A file with a misspelled name is never read, and the file that was meant
 * is missing. `scenario` is the file that is checked as the scenario.
 */
export function checkFileNames(files: ProjectFiles, folder: string, scenario = SCENARIO_FILE): Issue[] {
  const names = files.list(folder);
  return names.flatMap((name): Issue[] => {
    const meant = name === scenario ? undefined : fileMeant(name);
    if (meant === undefined || (meant === SCENARIO_FILE && scenario !== SCENARIO_FILE)) return [];
    const isBeside = names.includes(meant);
    // With both files present, only one with another ending may be the one that the author edits.
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

/**
 * True where a folder is meant to be a case: it holds a scenario, even an unreadable one or one with a misspelled name.
 */
export function isCaseFolder(files: ProjectFiles, folder: string): boolean {
  return (
    files.read(`${folder}/${SCENARIO_FILE}`) !== undefined ||
    files.fault?.(`${folder}/${SCENARIO_FILE}`) !== undefined ||
    files.list(folder).some((name) => fileMeant(name) === SCENARIO_FILE)
  );
}
