import { actsDone } from '#core/attempt/acts-done.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import { type AttemptState, replayAttempt } from '#core/attempt/replay-attempt.ts';
import type { Act } from '#core/exercise/acts.ts';
import type { Band } from '#core/indicators/bands.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import { scenesLeft } from './told-path.ts';
import type { LineCase, ToldResult } from './told-result.ts';

/** What a result line says of an attempt, from its log, and the attempt. */
export function toldByLog({ scenario, market }: LineCase, log: AttemptLog): ToldResult & { attempt: AttemptState } {
  const attempt = replayAttempt(scenario, market, log);
  const { role } = log.header;
  return {
    attempt,
    ...(role !== undefined && role !== scenario.roles?.[0] && { role }),
    choices: attempt.choices.map(({ state, option }) => ({ state, option })),
    left: scenesLeft(log.events),
    ended: attempt.ended,
    bands: bandsIn(scenario, attempt),
    order: actsInOrder(scenario, attempt),
  };
}

/** The acts of an attempt without duplicates, the first first. */
export const actsInOrder = (scenario: CompiledScenario, attempt: AttemptState): Act[] => [
  ...new Set(actsDone(scenario, attempt).map(({ act }) => act)),
];

function bandsIn({ states }: CompiledScenario, { responses }: AttemptState): ToldResult['bands'] {
  const given = Object.entries(states).flatMap(([id, state]): (readonly [string, ReadonlyMap<string, Band>])[] => {
    const play = state.type === 'exercise' ? KIND_PLAYS.of(state.kind) : undefined;
    return play?.bandsIn ? [[id, play.bandsIn(responses[id] ?? play.empty)]] : [];
  });
  return Object.fromEntries(given);
}
