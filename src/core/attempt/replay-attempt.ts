import { initialTransition, transition } from 'xstate';
import { addMinutes, type Instant } from '#core/kernel/instant.ts';
import { required } from '#core/kernel/invariant.ts';
import type { Market } from '#core/market/market.ts';
import { type AdChange, adsSharingPhone, type WorldState } from '#core/market/world-state.ts';
import {
  type CompiledOption,
  type CompiledScenario,
  type CompiledState,
  isOffered,
  valueIn,
} from '#core/scenario/compiled-scenario.ts';
import { createMachine, type ScenarioEvent } from '#core/scenario/create-machine.ts';
import type { Act } from '#core/scenario/schemas.ts';
import type { AttemptEvent, AttemptLog } from './attempt-log.ts';
import { EXERCISE_PLAYS } from './exercise-play.ts';

/** Where an attempt stands. Always derived from its log. */
export interface AttemptState {
  readonly state: string;
  readonly combination: number;
  /** Case time now. */
  readonly clock: Instant;
  readonly world: WorldState;
  /** States in the order in which they were entered. */
  readonly visited: readonly string[];
  readonly choices: readonly {
    readonly state: string;
    readonly option: string;
    readonly seq: number;
    readonly at: Instant;
  }[];
  readonly acts: readonly { readonly act: Act; readonly seq: number }[];
  /** Responses of the exercises begun so far, by state id. */
  readonly responses: Readonly<Record<string, unknown>>;
  readonly committed: readonly string[];
  readonly ended: boolean;
}

/** A log holds something that could not have happened in this scenario; its text says which event. */
export class ImpossibleEventError extends Error {
  override name = 'ImpossibleEventError';
}

/** Plays events of one scenario over one market; see `replayAttempt`. */
export function createReplay(scenario: CompiledScenario, market: Market) {
  const machine = createMachine(scenario);
  const [first] = initialTransition(machine);
  // XState types the next snapshot by the literal ids of a machine; ours come from a file.
  const snapshotAt = (state: string, combination: number) =>
    machine.resolveState({ value: state as never, context: { combination } });

  function start(): AttemptState {
    return enter(
      {
        state: '',
        combination: first.context.combination,
        clock: scenario.start,
        world: [],
        visited: [],
        choices: [],
        acts: [],
        responses: {},
        committed: [],
        ended: false,
      },
      scenario.initial,
    );
  }

  function enter(before: AttemptState, id: string): AttemptState {
    const state = stateOf(scenario, id);
    const responses =
      state.type === 'exercise' && !Object.hasOwn(before.responses, id)
        ? { ...before.responses, [id]: playOf(state).empty }
        : before.responses;
    return { ...before, state: id, responses, visited: [...before.visited, id], ended: state.type === 'end' };
  }

  /** The state after one more event. Throws `ImpossibleEventError` where the scenario does not allow it. */
  function advance(before: AttemptState, event: AttemptEvent): AttemptState {
    const state = stateOf(scenario, before.state);
    const impossible = (why: string) =>
      new ImpossibleEventError(`Event ${event.seq} (${event.type}) cannot happen: ${why}.`);
    if (event.state !== before.state) throw impossible(`the case stands at ${before.state}`);
    if (event.at !== before.clock) throw impossible(`the case clock says ${before.clock}`);

    if (event.type === 'exercise.acted') {
      if (state.type !== 'exercise') throw impossible('no exercise is open');
      const play = playOf(state);
      const response = play.reduce(before.responses[before.state] ?? play.empty, event.action, {
        at: event.at,
        seq: event.seq,
      });
      return {
        ...before,
        responses: { ...before.responses, [before.state]: response },
        clock: addMinutes(before.clock, play.minutesPerAction),
      };
    }

    const cause: ScenarioEvent =
      event.type === 'decision.made' ? { type: 'option.chosen', option: event.option } : { type: event.type };
    const snapshot = snapshotAt(before.state, before.combination);
    if (!snapshot.can(cause)) throw impossible('the scenario offers no such step here');
    const [after] = transition(machine, snapshot, cause);
    const option =
      event.type === 'decision.made' && state.type === 'decision'
        ? required(
            state.options.find((entry) => entry.id === event.option),
            `option ${event.option}`,
          )
        : undefined;
    const minutes = option?.minutes ?? (state.type === 'narrative' ? state.minutes : 0);
    const clock = addMinutes(before.clock, minutes);
    const combination = after.context.combination;
    const moved: AttemptState = {
      ...before,
      combination,
      clock,
      world: [...before.world, ...newChanges(before.combination, combination, clock)],
      choices: option
        ? [...before.choices, { state: before.state, option: option.id, seq: event.seq, at: event.at }]
        : before.choices,
      acts: option?.act ? [...before.acts, { act: option.act, seq: event.seq }] : before.acts,
      committed: event.type === 'exercise.committed' ? [...before.committed, before.state] : before.committed,
    };
    return enter(moved, String(after.value));
  }

  /** What the story does to ads because a variable has just become true. */
  function newChanges(before: number, after: number, clock: Instant): AdChange[] {
    return scenario.world
      .filter(
        ({ when }) =>
          valueIn(scenario.variables, before, when) === false && valueIn(scenario.variables, after, when) === true,
      )
      .flatMap(({ change, afterMinutes, sharingPhoneWith }) =>
        adsSharingPhone(market, sharingPhoneWith).map(
          (ad): AdChange => ({ ad, change, at: addMinutes(clock, afterMinutes) }),
        ),
      );
  }

  return { start, advance };
}

/** The state of an attempt, from nothing but its log. The same log always gives the same state. */
export function replayAttempt(scenario: CompiledScenario, market: Market, log: AttemptLog): AttemptState {
  const { start, advance } = createReplay(scenario, market);
  return log.events.reduce(advance, start());
}

/** The options that a decision offers in that state of the world, in the order of the file. */
export function offeredOptions(
  scenario: CompiledScenario,
  attempt: Pick<AttemptState, 'state' | 'combination'>,
): readonly CompiledOption[] {
  const state = stateOf(scenario, attempt.state);
  if (state.type !== 'decision') return [];
  return state.options.filter((option) => isOffered(option, attempt.combination));
}

/** The compiled state with that id. */
export function stateOf(scenario: CompiledScenario, id: string): CompiledState {
  return required(scenario.states[id], `state ${id} of scenario ${scenario.id}`);
}

function playOf(state: Extract<CompiledState, { type: 'exercise' }>) {
  return required(EXERCISE_PLAYS[state.kind], `exercise kind ${state.kind}`);
}
