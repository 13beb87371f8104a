import { transition } from 'xstate';
import type { Act } from '#case/exercise/model/acts.ts';
import {
  type CompiledOption,
  type CompiledScenario,
  type CompiledState,
  initialCombination,
  isOffered,
} from '#case/language/model/compiled-scenario.ts';
import { createMachine, type ScenarioEvent } from '#case/language/model/create-machine.ts';
import type { Role } from '#case/language/model/role.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import { activeIn, type StateValue, statechartValue } from './active-states.ts';
import { adChanges } from './ad-changes.ts';
import type { AttemptEvent, AttemptLog } from './attempt-log.ts';
import type { PlayableCase } from './case-material.ts';
import type { AttemptStart } from './start-at.ts';

/** State of an attempt. Always derived from its log. */
export interface AttemptState {
  /** The state in front: the active state in which the last step was taken, or to which it led. */
  readonly state: string;
  /** All active states: one, or one in each region of a parallel state. */
  readonly active: readonly string[];
  readonly combination: number;
  /** Case time now. */
  readonly clock: Instant;
  /** When each running timer is due, by its state. */
  readonly due: Readonly<Record<string, Instant>>;
  /** How often each running timer was extended, by its state. */
  readonly extended: Readonly<Record<string, number>>;
  readonly world: WorldState;
  /** States in the order of entry. */
  readonly visited: readonly string[];
  readonly choices: readonly {
    readonly state: string;
    readonly option: string;
    readonly seq: number;
    readonly at: Instant;
  }[];
  readonly acts: readonly { readonly act: Act; readonly seq: number }[];
  /** Hints taken, with the cost of each. */
  readonly hints: readonly {
    readonly state: string;
    readonly hint: number;
    readonly cost: number;
    readonly seq: number;
  }[];
  /** Responses of the exercises begun so far, by state id. */
  readonly responses: Readonly<Record<string, unknown>>;
  readonly committed: readonly string[];
  readonly ended: boolean;
}

/** A log holds an event that is impossible in this scenario; the message says which. */
export class ImpossibleEventError extends Error {
  override name = 'ImpossibleEventError';
}

/**
 * Creates the transition function of one scenario over one market in one of its roles, from the start or, for an
 * author, from the middle; see `replayAttempt`.
 */
export function createReplay(material: PlayableCase, role?: Role, begun?: AttemptStart) {
  const { scenario } = material;
  if (role !== undefined && !scenario.roles?.includes(role))
    throw new ImpossibleEventError(`The case cannot be played in the role ${role}.`);
  const machine = createMachine(scenario, role);
  // XState types a snapshot by the literal ids of a machine; ours come from a file.
  const snapshotAt = (active: readonly string[], combination: number) =>
    machine.resolveState({ value: statechartValue(scenario, active) as never, context: { combination } });

  function start(): AttemptState {
    const initial = initialCombination(scenario, role);
    const combination = begun?.combination ?? initial;
    const active = begun?.active ?? activeIn(machine.getInitialSnapshot({} as never).value as StateValue);
    const nothing: AttemptState = {
      state: '',
      active: [],
      combination,
      clock: scenario.start,
      due: {},
      extended: {},
      world: adChanges(material, initial, combination, scenario.start),
      visited: [],
      choices: [],
      acts: [],
      hints: [],
      responses: {},
      committed: [],
      ended: false,
    };
    const first = enter(nothing, active, active);
    return begun ? { ...first, state: begun.state } : first;
  }

  /** The attempt with these states active, some of them just entered. A region that is done waits for the others. */
  function enter(before: AttemptState, active: readonly string[], entered: readonly string[]): AttemptState {
    const scenes = entered.filter((id) => stateOf(scenario, id).type !== 'done');
    const open = active.filter((id) => stateOf(scenario, id).type !== 'done');
    const responses = { ...before.responses };
    const due: Record<string, Instant> = {};
    const extended: Record<string, number> = {};
    for (const id of active) {
      const state = stateOf(scenario, id);
      if (state.type === 'exercise') responses[id] ??= playOf(state).empty;
      if (state.type !== 'timer') continue;
      const running = scenes.includes(id) ? undefined : before.due[id];
      due[id] = running ?? addMinutes(before.clock, state.minutes);
      if (running !== undefined && before.extended[id] !== undefined) extended[id] = before.extended[id];
    }
    return {
      ...before,
      state: scenes[0] ?? open[0] ?? active[0] ?? '',
      active,
      due,
      extended,
      responses,
      visited: [...before.visited, ...scenes],
      ended: active.some((id) => stateOf(scenario, id).type === 'end'),
    };
  }

  /** The state after one more event. Throws `ImpossibleEventError` if the scenario does not allow it. */
  function advance(before: AttemptState, event: AttemptEvent): AttemptState {
    const impossible = (why: string) =>
      new ImpossibleEventError(`Event ${event.seq} (${event.type}) cannot happen: ${why}.`);
    if (!before.active.includes(event.state)) throw impossible(`the case stands at ${before.active.join(' and ')}`);
    if (event.at !== before.clock) throw impossible(`the case clock says ${before.clock}`);
    const overdue = overdueTimer(before);
    if (overdue !== undefined && (event.type !== 'timer.elapsed' || event.state !== overdue))
      throw impossible(`the time of ${overdue} has run out and comes first`);
    const state = stateOf(scenario, event.state);

    if (event.type === 'exercise.acted') {
      if (state.type !== 'exercise') throw impossible('no exercise is open');
      const play = playOf(state);
      const response = play.reduce(before.responses[event.state] ?? play.empty, event.action, {
        at: event.at,
        seq: event.seq,
      });
      return {
        ...before,
        state: event.state,
        responses: { ...before.responses, [event.state]: response },
        clock: addMinutes(before.clock, play.minutes(event.action)),
      };
    }
    if (event.type === 'hint.taken') {
      const cost = 'hints' in state ? state.hints?.[event.hint] : undefined;
      if (cost === undefined) throw impossible('there is no such hint');
      if (before.hints.some((taken) => taken.state === event.state && taken.hint === event.hint))
        throw impossible('that hint has been given');
      const { hint, seq } = event;
      return { ...before, state: event.state, hints: [...before.hints, { state: event.state, hint, cost, seq }] };
    }

    if (event.type === 'timer.extended') {
      const due = before.due[event.state];
      if (state.type !== 'timer' || due === undefined) throw impossible('no timer is running');
      if (!canExtend(before, event.state)) throw impossible('no more time can be given');
      return {
        ...before,
        state: event.state,
        due: { ...before.due, [event.state]: addMinutes(due, state.minutes) },
        extended: { ...before.extended, [event.state]: (before.extended[event.state] ?? 0) + 1 },
      };
    }

    const cause: ScenarioEvent =
      event.type === 'decision.made'
        ? { type: 'option.chosen', state: event.state, option: event.option }
        : { type: event.type, state: event.state };
    const snapshot = snapshotAt(before.active, before.combination);
    if (!snapshot.can(cause)) throw impossible('the scenario offers no such step here');
    const [after] = transition(machine, snapshot, cause);
    const option = event.type === 'decision.made' ? optionOf(state, event.option) : undefined;
    const clock = clockAfter(before, event, state, option);
    const { combination } = after.context;
    // Changes caused by a step count from the start of the step; those caused by a timer, from the moment it was due.
    const since = event.type === 'timer.elapsed' ? clock : before.clock;
    const moved: AttemptState = {
      ...before,
      combination,
      clock,
      world: [...before.world, ...adChanges(material, before.combination, combination, since, event.seq)],
      choices: option
        ? [...before.choices, { state: event.state, option: option.id, seq: event.seq, at: event.at }]
        : before.choices,
      acts: option?.act ? [...before.acts, { act: option.act, seq: event.seq }] : before.acts,
      committed: event.type === 'exercise.committed' ? [...before.committed, event.state] : before.committed,
    };
    const active = activeIn(after.value as StateValue);
    return enter(
      moved,
      active,
      active.filter((id) => id === event.state || !before.active.includes(id)),
    );
  }

  function playOf(state: Extract<CompiledState, { type: 'exercise' }>) {
    return material.kinds.plays.need(state.kind);
  }

  return { start, advance };
}

/** By log, its last replay: the report, the locker and the second chances of one attempt all ask for it. */
const replays = new WeakMap<AttemptLog, Replay>();

interface Replay {
  readonly scenario: CompiledScenario;
  readonly market: Market;
  readonly plays: PlayableCase['kinds']['plays'];
  readonly events: number;
  readonly state: AttemptState;
}

/** Replays a log into the state of its attempt. The same log always gives the same state. */
export function replayAttempt(material: PlayableCase, log: AttemptLog): AttemptState {
  const {
    scenario,
    market,
    kinds: { plays },
  } = material;
  const last = replays.get(log);
  const isSame = last?.scenario === scenario && last.market === market && last.plays === plays;
  if (isSame && last.events === log.events.length) return last.state;
  const { start, advance } = createReplay(material, log.header.role);
  const state = log.events.reduce(advance, start());
  replays.set(log, { scenario, market, plays, events: log.events.length, state });
  return state;
}

/** The options that the state in front offers, given the variables (`combination`), in the order of the file. */
export function offeredOptions(
  scenario: CompiledScenario,
  attempt: Pick<AttemptState, 'state' | 'combination'>,
): readonly CompiledOption[] {
  const state = stateOf(scenario, attempt.state);
  return 'options' in state ? state.options.filter((option) => isOffered(option, attempt.combination)) : [];
}

/** A timer that is due; of several, the one that was due first. It has to be recorded before any other event. */
export function overdueTimer({ due, clock }: Pick<AttemptState, 'due' | 'clock'>): string | undefined {
  const over = Object.entries(due).filter(([, instant]) => instant <= clock);
  return over.sort(([, a], [, b]) => compareCodes(a, b))[0]?.[0];
}

/** Maximum extensions of a timer, each by its own minutes (WCAG 2.2, 2.2.1 Timing Adjustable: ten times). */
export const MAX_EXTENSIONS = 10;

/** True where more time may still be asked for. */
export function canExtend({ due, extended }: Pick<AttemptState, 'due' | 'extended'>, timer: string): boolean {
  return due[timer] !== undefined && (extended[timer] ?? 0) < MAX_EXTENSIONS;
}

/** The compiled state with that id. */
export function stateOf(scenario: CompiledScenario, id: string): CompiledState {
  return required(scenario.states[id], `state ${id} of scenario ${scenario.id}`);
}

/** Case time after an event: the end of the step, or the moment at which a timer was due. */
function clockAfter(
  { clock, due }: AttemptState,
  { type, state: id }: AttemptEvent,
  state: CompiledState,
  option: CompiledOption | undefined,
): Instant {
  if (type === 'timer.elapsed') {
    const instant = due[id] ?? clock;
    return instant > clock ? instant : clock;
  }
  const passes = state.type === 'narrative' || state.type === 'inject' ? state.minutes : 0;
  return addMinutes(clock, option?.minutes ?? passes);
}

function optionOf(state: CompiledState, id: string): CompiledOption {
  const options = 'options' in state ? state.options : [];
  return required(
    options.find((option) => option.id === id),
    `option ${id}`,
  );
}
