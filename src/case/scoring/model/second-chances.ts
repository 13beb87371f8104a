import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import type { SecondChance } from '#case/exercise/model/page-rules.ts';
import { type CompiledState, isOffered } from '#case/language/model/compiled-scenario.ts';

/**
 * The events before which an attempt could still take another course, earliest first: each exercise just before it was
 * left, and each choice that offered an act, whatever was chosen. An act is listed if it was possible at that moment:
 * an option counts only if it was offered.
 */
export function secondChances(log: AttemptLog, material: CaseMaterial): SecondChance[] {
  const { scenario, scenes, kinds } = material;
  const { start, advance } = createReplay(material, log.header.role);
  let attempt = start();
  return log.events.flatMap((event): SecondChance[] => {
    const { combination } = attempt;
    attempt = advance(attempt, event);
    const { seq, state: id, type } = event;
    const state = scenario.states[id];
    if (!state || (type !== 'decision.made' && type !== 'exercise.committed')) return [];
    const acts = actsFrom(state, combination, kinds);
    const kind = state.type === 'exercise' ? { kind: state.kind } : {};
    return acts.length > 0 || state.type === 'exercise' ? [{ seq, step: scenes[id]?.title ?? '', acts, ...kind }] : [];
  });
}

function actsFrom(state: CompiledState, combination: number, { plays }: CaseMaterial['kinds']): SecondChance['acts'] {
  if (state.type === 'exercise') return plays.of(state.kind)?.doesActs ?? [];
  if (!('options' in state)) return [];
  return [...new Set(state.options.filter((one) => isOffered(one, combination)).flatMap(({ act }) => act ?? []))];
}
