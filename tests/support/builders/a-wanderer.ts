import { type AttemptLog, type AttemptStep, recordEvent } from '#case/attempt/model/attempt-log.ts';
import {
  type AttemptState,
  canExtend,
  createReplay,
  overdueTimer,
  stateOf,
} from '#case/attempt/model/replay-attempt.ts';
import { type CompiledScenario, isOffered } from '#case/language/model/compiled-scenario.ts';
import type { Role } from '#case/language/model/role.ts';
import type { Market } from '#market/ads/model/market.ts';
import { aHeader } from './an-attempt.ts';
import { KINDS } from './kinds.ts';

/** Everything that can be done in an attempt now, in any of its active states. */
export function possibleSteps(scenario: CompiledScenario, attempt: AttemptState): AttemptStep[] {
  const timer = overdueTimer(attempt);
  if (timer !== undefined) return [{ type: 'timer.elapsed', state: timer }];
  return attempt.active.flatMap((id): AttemptStep[] => {
    const state = stateOf(scenario, id);
    const options = 'options' in state ? state.options : [];
    const hints = ('hints' in state && state.hints) || [];
    const choices = options
      .filter((option) => isOffered(option, attempt.combination))
      .map(({ id: option }): AttemptStep => ({ type: 'decision.made', state: id, option }));
    const help = hints
      .map((_, hint): AttemptStep => ({ type: 'hint.taken', state: id, hint }))
      .filter((_, hint) => !attempt.hints.some((taken) => taken.state === id && taken.hint === hint));
    if (state.type === 'narrative' || state.type === 'inject') return [{ type: 'scene.continued', state: id }];
    if (state.type === 'timer')
      return [
        ...choices,
        { type: 'timer.elapsed', state: id },
        ...(canExtend(attempt, id) ? [{ type: 'timer.extended', state: id } as const] : []),
      ];
    if (state.type === 'exercise')
      return [
        { type: 'exercise.acted', state: id, action: { type: 'ad.opened', ad: '0301' } },
        { type: 'exercise.committed', state: id },
        ...help,
      ];
    return [...choices, ...help];
  });
}

/** An attempt that goes any way it can, as the draws have it, until it ends or the draws do. */
export function wander(
  scenario: CompiledScenario,
  market: Market,
  draws: readonly number[],
  role?: Role,
): { readonly log: AttemptLog; readonly attempt: AttemptState } {
  const header = { ...aHeader({ scenario, market }), ...(role && { role }) };
  const { start, advance } = createReplay({ scenario, market, kinds: KINDS }, role);
  let log: AttemptLog = { header, events: [] };
  let attempt = start();
  for (const draw of draws) {
    const steps = possibleSteps(scenario, attempt);
    const step = steps[draw % steps.length];
    if (!step) break;
    const event = recordEvent(log, step, attempt.clock, '2026-01-01T00:00:00.000Z');
    attempt = advance(attempt, event);
    log = { ...log, events: [...log.events, event] };
  }
  return { log, attempt };
}
