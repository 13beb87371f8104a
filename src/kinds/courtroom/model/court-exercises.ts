import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';

/** Name of the part with the model rulings, below the address of a case. */
export const RULINGS_PART = 'key/rulings.json';

/** True if a case has a courtroom exercise with its bundle. */
export const hasCourtFile = ({ states }: Pick<CompiledScenario, 'states'>): boolean =>
  Object.values(states).some(
    (state) => state.type === 'exercise' && state.kind === 'courtroom' && typeof state.brief?.bundle === 'object',
  );
