import type { Issue } from '#kernel/model/issue.ts';
import type { Edit, EditPath } from './edit.ts';
import { fileOf } from './place-of-finding.ts';

/**
 * A part of a case that an edit changes or a finding is about: a scene with its entry of the key, or a field of a file.
 */
export type CasePart = string;

const scenePart = (scene: string): CasePart => `scene ${scene}`;
const fieldPart = (file: string, field: string): CasePart => `${file} ${field}`;

/** Fields of the story and of the key with an entry for each scene. */
const BY_SCENE = ['states', 'decisions'];

/** The part of a case that contains a path of a file. */
export function partAt(file: string, [field, scene]: EditPath): CasePart {
  return BY_SCENE.includes(String(field)) && scene !== undefined
    ? scenePart(String(scene))
    : fieldPart(file, String(field ?? ''));
}

/** The parts of a finding: its position, and the scene that it is about. */
export function partsOfFinding(issue: Issue, scene: string | undefined): readonly CasePart[] {
  const file = fileOf(issue.position);
  return [
    ...(file === undefined ? [] : [partAt(file, issue.path)]),
    ...(scene === undefined ? [] : [scenePart(scene)]),
  ];
}

/** The parts that edits change. */
export const touchedBy = (edits: readonly Edit[]): readonly CasePart[] => [
  ...new Set(edits.map(({ file, at }) => partAt(file, at))),
];
