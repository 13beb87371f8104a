import type { CourtFile } from '#core/courtroom/court-file.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';

/** The courtroom exercises of a case that have their bundle, by state. */
export const courtExercises = ({ states }: Pick<CompiledScenario, 'states'>): (readonly [string, CourtFile])[] =>
  Object.entries(states).flatMap(([id, state]) => {
    const brief = state.type === 'exercise' && state.kind === 'courtroom' ? state.brief : undefined;
    return typeof brief?.bundle === 'object' ? [[id, brief as unknown as CourtFile] as const] : [];
  });
