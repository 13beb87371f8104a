import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { MAPPING } from './kind.ts';
import type { CodingBrief } from './schemas.ts';

/** The exercises of a case with a coding task, with their coding briefs. */
export function codedExercises(scenario: Pick<CompiledScenario, 'states'>): [string, CodingBrief][] {
  return MAPPING.exercisesIn(scenario).flatMap(({ state, brief: { coding } }): [string, CodingBrief][] =>
    coding ? [[state, coding]] : [],
  );
}
