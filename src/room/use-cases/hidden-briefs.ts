import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';

/**
 * The public part without the hidden halves of its briefs: what teams are given until the last part is open. Scoring needs
 * the whole part.
 */
export function withoutHiddenHalves(part: PublicPart, kinds: Pick<Kinds, 'inRoom'>): PublicPart {
  const { scenario } = part;
  const states = Object.entries(scenario.states).map(([id, state]) => {
    if (state.type !== 'exercise' || !state.brief) return [id, state];
    const hidden = kinds.inRoom.need(state.kind).hidden;
    return [id, hidden ? { ...state, brief: hidden.openBrief(state.brief) } : state];
  });
  return { ...part, scenario: { ...scenario, states: Object.fromEntries(states) } };
}
