import { kindInFile } from '#case/language/model/kind-in-files.ts';
import type { PublicPart } from './case-parts.ts';

/**
 * The public part of a case as it was fetched. A part that an earlier edition built names a kind by its earlier id; such
 * a part may lie in the cache of a browser or in the folder of a site.
 */
export function readPublicPart(fetched: unknown): PublicPart {
  const part = fetched as PublicPart;
  const states = Object.entries(part.scenario.states).map(([id, state]) => [
    id,
    state.type === 'exercise' ? { ...state, kind: kindInFile(state.kind) } : state,
  ]);
  return { ...part, scenario: { ...part.scenario, states: Object.fromEntries(states) } };
}
