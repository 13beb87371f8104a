import { ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import { isCaseFile } from '#case/language/use-cases/case-file-names.ts';
import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { type KeyVersion, keyVersionOf } from '#case/parts/use-cases/case-parts.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { StudioCaseFile } from './begin.ts';

/** A shipped case in the list from which an author chooses, with its text and market. */
export interface ShippedEntry extends KeyVersion {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly scenes: number;
  /** Decisions that the key rates. */
  readonly decisions: number;
  readonly exercises: number;
}

/** What the list says of a case. */
export function shippedEntry({ source, scenario, market }: LoadedCase): ShippedEntry {
  const states = stateTree(source).map(({ state }) => state.type);
  return {
    id: source.id,
    title: source.title,
    ...keyVersionOf({ scenario, market }),
    level: source.contentLevel,
    scenes: states.filter((type) => type !== 'group' && type !== 'parallel' && type !== 'done').length,
    decisions: ratedDecisions(scenario).length,
    exercises: states.filter((type) => type === 'exercise').length,
  };
}

/** The files of the shipped case in `scenarios/<id>/`, byte for byte. */
export function shippedCase(
  files: ProjectFiles,
  { id, title }: Pick<LoadedCase['source'], 'id' | 'title'>,
): StudioCaseFile {
  const folder = `scenarios/${id}`;
  const names = files.list(folder).filter(isCaseFile);
  const texts = names.flatMap((name): [string, string][] => {
    const text = files.read(`${folder}/${name}`);
    return text === undefined ? [] : [[name, text]];
  });
  return { schema: 'studio-case/1', id, title, files: Object.fromEntries(texts) };
}
