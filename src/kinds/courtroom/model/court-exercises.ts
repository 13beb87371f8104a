import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { CourtFile } from './court-file.ts';

/** Name of the part with the model rulings, below the address of a case. */
export const RULINGS_PART = 'key/rulings.json';

/** The courtroom exercises of a case that have their bundle, by state. */
export const courtExercises = ({ states }: Pick<CompiledScenario, 'states'>): (readonly [string, CourtFile])[] =>
  Object.entries(states).flatMap(([id, state]) => {
    const brief = state.type === 'exercise' && state.kind === 'courtroom' ? state.brief : undefined;
    return typeof brief?.bundle === 'object' ? [[id, brief as unknown as CourtFile] as const] : [];
  });
