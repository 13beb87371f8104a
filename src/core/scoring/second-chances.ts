import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import { createReplay } from '#core/attempt/replay-attempt.ts';
import type { SecondChance } from '#core/exercise/page-rules.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import type { Market } from '#core/market/market.ts';
import { type CompiledScenario, type CompiledState, isOffered } from '#core/scenario/compiled-scenario.ts';
import type { Scenes } from '#core/scenario/scenes.ts';

/**
 * The events before which an attempt could still take another course, earliest first: each exercise just before it was
 * left, and each choice that offered an act, whatever was chosen. An act is listed if it was possible at that moment:
 * an option counts only if it was offered.
 */
export function secondChances(
  log: AttemptLog,
  scenario: CompiledScenario,
  market: Market,
  scenes: Scenes,
): SecondChance[] {
  const { start, advance } = createReplay(scenario, market, log.header.role);
  let attempt = start();
  return log.events.flatMap((event): SecondChance[] => {
    const { combination } = attempt;
    attempt = advance(attempt, event);
    const { seq, state: id, type } = event;
    const state = scenario.states[id];
    if (!state || (type !== 'decision.made' && type !== 'exercise.committed')) return [];
    const acts = actsFrom(state, combination);
    const kind = state.type === 'exercise' ? { kind: state.kind } : {};
    return acts.length > 0 || state.type === 'exercise' ? [{ seq, step: scenes[id]?.title ?? '', acts, ...kind }] : [];
  });
}

function actsFrom(state: CompiledState, combination: number): SecondChance['acts'] {
  if (state.type === 'exercise') return KIND_PLAYS.of(state.kind)?.doesActs ?? [];
  if (!('options' in state)) return [];
  return [...new Set(state.options.filter((one) => isOffered(one, combination)).flatMap(({ act }) => act ?? []))];
}
