import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { CodingBrief, MappingBrief } from './schemas.ts';

/** The exercises of a case with a coding task, with their coding briefs. */
export function codedExercises({ states }: Pick<CompiledScenario, 'states'>): [string, CodingBrief][] {
  return Object.entries(states).flatMap(([id, state]) => {
    if (state.type !== 'exercise' || state.kind !== 'mapping') return [];
    const { coding } = (state.brief ?? {}) as MappingBrief;
    return coding ? [[id, coding] as [string, CodingBrief]] : [];
  });
}
