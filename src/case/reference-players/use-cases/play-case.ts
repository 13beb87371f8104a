import { type AttemptEvent, type AttemptLog, type AttemptStep, recordEvent } from '#case/attempt/model/attempt-log.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import { createReplay, offeredOptions, overdueTimer, stateOf } from '#case/attempt/model/replay-attempt.ts';
import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import type { Role } from '#case/language/model/role.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import { keyInRole } from '#case/scoring/model/key-in-role.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import { InvariantError } from '#kernel/model/invariant.ts';
import type { WithPlayers } from './players.ts';
import { POLICIES } from './policies.ts';
import type { PolicyName } from './policy-names.ts';

/** Step limit, above the needs of every shipped case: exceeding it means a fault of the case or of the player. */
const MAX_STEPS = 10_000;

/**
 * Plays a case from its first scene to an end without a browser, with the same model, and returns the log. `attemptId`
 * names the attempt; `role` is the role played, the usual one of the case if left out.
 */
export function playCase(
  material: CaseMaterial & { readonly kinds: WithPlayers },
  allAnswers: Answers,
  policyName: PolicyName,
  wall: string,
  attemptId = `reference-${policyName}`,
  role?: Role,
): AttemptLog {
  const policy = POLICIES[policyName];
  const { scenario, market, kinds } = material;
  const answers = { ...allAnswers, key: keyInRole(allAnswers.key, role ?? scenario.roles?.[0]) };
  const replay = createReplay(material, role);
  const header = {
    schema: 'attempt/1',
    id: attemptId,
    scenario: scenario.id,
    scenarioHash: scenario.hash,
    marketId: market.marketId,
    generatorVersion: market.generatorVersion,
    locale: FIRST_LANGUAGE,
    ...(role && { role }),
    wall,
  } as const;
  const events: AttemptEvent[] = [];
  let attempt = replay.start();
  const record = (step: AttemptStep) => {
    const event = recordEvent({ header, events }, step, attempt.clock, wall);
    events.push(event);
    attempt = replay.advance(attempt, event);
    const timer = overdueTimer(attempt);
    if (timer !== undefined) record({ type: 'timer.elapsed', state: timer });
  };

  while (!attempt.ended) {
    if (events.length > MAX_STEPS)
      throw new InvariantError(`${policyName} finds no end in ${scenario.id}. Check the case with check-scenarios.`);
    const id = attempt.state;
    const state = stateOf(scenario, id);
    const table = { material, answers, attempt };
    if (state.type === 'timer') record({ type: 'timer.elapsed', state: id });
    else if (state.type === 'narrative' || state.type === 'inject') record({ type: 'scene.continued', state: id });
    else if (state.type === 'decision') {
      const { id: option } = policy.decide(table, offeredOptions(scenario, attempt));
      record({ type: 'decision.made', state: id, option });
    } else if (state.type === 'exercise') {
      const actions = kinds.players.of(state.kind)?.[policyName]?.(table) ?? [];
      const isOpen = () => attempt.active.includes(id);
      for (const action of actions)
        if (isOpen()) record({ type: 'exercise.acted', state: id, action: action as unknown as ExerciseAction });
      if (isOpen()) record({ type: 'exercise.committed', state: id });
    }
  }
  return { header, events };
}
