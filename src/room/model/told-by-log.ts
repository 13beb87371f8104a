import { actsDone } from '#case/attempt/model/acts-done.ts';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { PlayableCase } from '#case/attempt/model/case-material.ts';
import { type AttemptState, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import type { Act } from '#case/exercise/model/acts.ts';
import type { Band } from '#market/signs/model/bands.ts';
import { scenesLeft } from './told-path.ts';
import type { ToldResult } from './told-result.ts';

/** What a result line says of an attempt, from its log, and the attempt. */
export function toldByLog(material: PlayableCase, log: AttemptLog): ToldResult & { attempt: AttemptState } {
  const { scenario } = material;
  const attempt = replayAttempt(material, log);
  const { role } = log.header;
  return {
    attempt,
    ...(role !== undefined && role !== scenario.roles?.[0] && { role }),
    choices: attempt.choices.map(({ state, option }) => ({ state, option })),
    left: scenesLeft(log.events),
    ended: attempt.ended,
    bands: bandsIn(material, attempt),
    order: actsInOrder(material, attempt),
  };
}

/** The acts of an attempt without duplicates, the first first. */
export const actsInOrder = (material: PlayableCase, attempt: AttemptState): Act[] => [
  ...new Set(actsDone(material, attempt).map(({ act }) => act)),
];

function bandsIn({ scenario: { states }, kinds }: PlayableCase, { responses }: AttemptState): ToldResult['bands'] {
  const given = Object.entries(states).flatMap(([id, state]): (readonly [string, ReadonlyMap<string, Band>])[] => {
    if (state.type !== 'exercise') return [];
    const { bands } = kinds.tells.need(state.kind).tell(responses[id] ?? kinds.plays.need(state.kind).empty);
    return bands ? [[id, bands]] : [];
  });
  return Object.fromEntries(given);
}
