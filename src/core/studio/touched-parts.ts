import type { Issue } from '#core/kernel/issue.ts';
import type { Edit, EditPath } from './edit.ts';
import { fileOf } from './place-of-finding.ts';

/** Parts of a case that an edit touches, and in which a finding lies: a scene with its entry of the key, or a field of a file. */
export type CasePart = string;

const scenePart = (scene: string): CasePart => `scene ${scene}`;
const fieldPart = (file: string, field: string): CasePart => `${file} ${field}`;

/** Fields of the story and of the key that hold something for each scene. */
const BY_SCENE = ['states', 'decisions'];

/** The part of a case in which a path of a file lies. */
export function partAt(file: string, [field, scene]: EditPath): CasePart {
  return BY_SCENE.includes(String(field)) && scene !== undefined
    ? scenePart(String(scene))
    : fieldPart(file, String(field ?? ''));
}

/** The parts in which a finding lies: where it stands, and the scene that it is about. */
export function partsOfFinding(issue: Issue, scene: string | undefined): readonly CasePart[] {
  const file = fileOf(issue.position);
  return [
    ...(file === undefined ? [] : [partAt(file, issue.path)]),
    ...(scene === undefined ? [] : [scenePart(scene)]),
  ];
}

/** The parts that edits touch. */
export const touchedBy = (edits: readonly Edit[]): readonly CasePart[] => [
  ...new Set(edits.map(({ file, at }) => partAt(file, at))),
];
