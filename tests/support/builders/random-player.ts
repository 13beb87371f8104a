import { type AttemptEvent, type AttemptLog, type AttemptStep, recordEvent } from '#case/attempt/model/attempt-log.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import { canExtend, createReplay, overdueTimer, stateOf } from '#case/attempt/model/replay-attempt.ts';
import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import { isOffered } from '#case/language/model/compiled-scenario.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import type { ActsInTurn, AnyAct } from '../kinds/kind-proofs.ts';
import { PROOFS_OF_KINDS } from '../kinds/proofs-of-kinds.ts';
import { aHeader } from './an-attempt.ts';
import { chances } from './chances.ts';
import { KINDS } from './kinds.ts';

const WALL = '2026-01-01T00:00:00.000Z';
const MAX_STEPS = 3_000;

/**
 * Plays a case with random acts to an end: any option, timers that run out or are made longer, hints, and in each
 * exercise the acts of one who knows all with more or fewer slips, among acts that nobody should do. The same seed
 * plays alike.
 */
export function playAtRandom(material: CaseMaterial, answers: Answers, seed: string): AttemptLog {
  const { scenario, market } = material;
  const draw = chances(seed, scenario.id);
  const role = scenario.roles && draw.one(scenario.roles);
  const replay = createReplay({ scenario, market, kinds: KINDS }, role);
  const header = { ...aHeader(material), id: `random-${seed}`, ...(role && { role }) };
  const events: AttemptEvent[] = [];
  /** Chance of following the model path: players with a high one get further. */
  const diligence = draw.one([0, 0, 50, 90, 100]);
  let attempt = replay.start();
  const record = (step: AttemptStep) => {
    const event = recordEvent({ header, events }, step, attempt.clock, WALL);
    events.push(event);
    attempt = replay.advance(attempt, event);
    const timer = overdueTimer(attempt);
    if (timer !== undefined) record({ type: 'timer.elapsed', state: timer });
  };
  const isOpen = (id: string) => attempt.active.includes(id);
  const acts = (id: string, action: { readonly type: string }) =>
    record({ type: 'exercise.acted', state: id, action: action as unknown as ExerciseAction });

  function work(id: string, kind: string): void {
    const table = { material, answers, attempt: { ...attempt, state: id } };
    const planned = PROOFS_OF_KINDS.get(kind)?.randomActs(table, draw) ?? [];
    const inTurn = 'next' in planned ? planned : oneByOne(planned);
    for (let action = inTurn.next(attempt.clock); action; action = inTurn.next(attempt.clock)) {
      acts(id, action);
      if (!isOpen(id)) return;
    }
    record({ type: 'exercise.committed', state: id });
  }

  while (!attempt.ended && events.length < MAX_STEPS) {
    const id = draw.one(attempt.active);
    const state = stateOf(scenario, id);
    const hints = ('hints' in state && state.hints) || [];
    for (const hint of hints.keys())
      if (draw.often(15) && !attempt.hints.some((taken) => taken.state === id && taken.hint === hint))
        record({ type: 'hint.taken', state: id, hint });
    if (!isOpen(id)) continue;
    const options = 'options' in state ? state.options.filter((one) => isOffered(one, attempt.combination)) : [];
    const model = answers.key.model.filter(([at]) => at === id).map(([, option]) => option);
    const planned = options.find(({ id: option }) => model.includes(option) && !isTaken(id, option));
    const option = planned && draw.often(diligence) ? planned : options.length > 0 ? draw.one(options) : undefined;
    if (state.type === 'narrative' || state.type === 'inject') record({ type: 'scene.continued', state: id });
    else if (state.type === 'exercise') work(id, state.kind);
    else if (state.type === 'timer') {
      if (draw.often(10) && canExtend(attempt, id)) record({ type: 'timer.extended', state: id });
      else if (option && draw.often(60)) record({ type: 'decision.made', state: id, option: option.id });
      else record({ type: 'timer.elapsed', state: id });
    } else if (option) record({ type: 'decision.made', state: id, option: option.id });
  }
  return { header, events };

  function isTaken(state: string, option: string): boolean {
    return attempt.choices.some((choice) => choice.state === state && choice.option === option);
  }
}

/** Acts that are known beforehand, each when it is its turn. */
function oneByOne(planned: readonly AnyAct[]): ActsInTurn {
  const left = planned.values();
  return { next: () => left.next().value };
}
