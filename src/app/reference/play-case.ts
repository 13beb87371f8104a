import { type AttemptDeed, type AttemptEvent, type AttemptLog, recordEvent } from '#core/attempt/attempt-log.ts';
import { createReplay, offeredOptions, overdueTimer, stateOf } from '#core/attempt/replay-attempt.ts';
import type { ExerciseAction } from '#core/exercise/exercise-kind.ts';
import { InvariantError } from '#core/kernel/invariant.ts';
import type { Answers } from '#core/scoring/exercise-scores.ts';
import type { CaseMaterial } from '#core/scoring/score-attempt.ts';
import { POLICIES, type PolicyName } from './policies.ts';

/** More steps than any shipped case needs: a player that never ends is a fault of the case or of the player. */
const MOST_STEPS = 10_000;

/** Plays a case from its first scene to an end without a browser, through the same core, and returns the log. */
export function playCase(material: CaseMaterial, answers: Answers, policyName: PolicyName, wall: string): AttemptLog {
  const policy = POLICIES[policyName];
  const { scenario, market } = material;
  const replay = createReplay(scenario, market);
  const header = {
    schema: 'attempt/1',
    id: `reference-${policyName}`,
    scenario: scenario.id,
    scenarioHash: scenario.hash,
    marketId: market.marketId,
    generatorVersion: market.generatorVersion,
    locale: 'en',
    wall,
  } as const;
  const events: AttemptEvent[] = [];
  let attempt = replay.start();
  const record = (deed: AttemptDeed) => {
    const event = recordEvent({ header, events }, deed, attempt.clock, wall);
    events.push(event);
    attempt = replay.advance(attempt, event);
  };

  while (!attempt.ended) {
    if (events.length > MOST_STEPS)
      throw new InvariantError(`${policyName} finds no end in ${scenario.id}. Check the case with check-scenarios.`);
    const state = stateOf(scenario, attempt.state);
    const table = { material, answers, attempt };
    const timer = overdueTimer(attempt) ?? (state.type === 'timer' ? attempt.state : undefined);
    if (timer !== undefined) record({ type: 'timer.elapsed', state: timer });
    else if (state.type === 'narrative' || state.type === 'inject')
      record({ type: 'scene.continued', state: attempt.state });
    else if (state.type === 'decision')
      record({
        type: 'decision.made',
        state: attempt.state,
        option: policy.decide(table, offeredOptions(scenario, attempt)).id,
      });
    else if (state.type === 'exercise') {
      const actions = state.kind === 'detection' ? policy.detect(table) : policy.preserve(table);
      for (const action of actions)
        record({ type: 'exercise.acted', state: attempt.state, action: action as unknown as ExerciseAction });
      record({ type: 'exercise.committed', state: attempt.state });
    }
  }
  return { header, events };
}
