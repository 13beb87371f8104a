import type { Kinds } from '#case/exercise/model/kinds.ts';
import { type TimeSpan, wordsIn } from '#case/exercise/model/time-span.ts';
import type { CompiledScenario, CompiledState } from '#case/language/model/compiled-scenario.ts';
import { type Exploration, exploreStory, initialSituation } from '#case/language/model/explore-story.ts';
import type { Role } from '#case/language/model/role.ts';
import type { RoomStep } from '#case/language/model/run-plan.ts';
import { type Scene, type Scenes, sceneFor } from '#case/language/model/scenes.ts';
import { createStory } from '#case/language/model/story.ts';
import type { WorkshopCut } from '#case/language/model/workshop-schemas.ts';
import type { Market } from '#market/ads/model/market.ts';
import { exerciseTime } from './exercise-time.ts';
import { moveOf } from './path-in-words.ts';

/** What is known of a case by everybody: no time on a sheet follows from a key. */
export interface PublicCase {
  readonly scenario: CompiledScenario;
  readonly scenes: Scenes;
  readonly market: Market;
  readonly kinds: Pick<Kinds, 'builds'>;
}

/** A state to be played, and the minutes after which its work is stopped. */
interface Planned {
  readonly state: string;
  readonly minutes?: number;
}

/** Words that are read aloud to a group in a minute. */
const WORDS_ALOUD_A_MINUTE = 140;
/** Seconds to vote alone, to talk, and to decide and write one line why. */
const SECONDS_OF_DECISION = 60 + 120 + 60;
/** Seconds to agree on what comes next, and to tell in a sentence what was left out. */
const SECONDS_OF_CHOICE = 60;
const SECONDS_OF_TELLING = 20;

/** Starts a search for the ways through a case on which given states are played in a given order. */
export function createRoomSteps({ scenario, scenes, market, kinds }: PublicCase) {
  const role = scenario.roles?.[0];
  const story = createStory(scenario);
  const exploration = exploreStory(story, [initialSituation(story, role)]);
  const sceneOf = (state: string): Scene | undefined => {
    const scene = scenes[state];
    return scene && sceneFor(scene, role);
  };

  /**
   * The steps of a group that plays these states and is told the rest of the story; undefined if no way has them so. In a
   * cut it is told too what comes next; in a whole case the group chooses it.
   */
  function stepsFor(planned: readonly Planned[], isCut: boolean): RoomStep[] | undefined {
    const path = pathThrough(
      exploration,
      planned.map(({ state }) => state),
    );
    const seen = new Set<string>();
    return path?.map((state): RoomStep => {
      const again = seen.has(state);
      seen.add(state);
      const plan = again ? undefined : planned.find((one) => one.state === state);
      return stepAt(state, { plan, again, isCut });
    });
  }

  function stepAt(
    id: string,
    { plan, again, isCut }: { readonly plan: Planned | undefined; readonly again: boolean; readonly isCut: boolean },
  ): RoomStep {
    const state = scenario.states[id] as CompiledState;
    const scene = sceneOf(id);
    const at = { state: id, stage: state.stage };
    const reading = again ? 0 : secondsAloud(scene);
    if (plan && state.type === 'exercise') {
      const work = plan.minutes === undefined ? workOf(state.kind, state.brief ?? {}).least : 60 * plan.minutes;
      return { ...at, does: 'work', seconds: work + reading };
    }
    if (plan) return { ...at, does: 'decide', seconds: SECONDS_OF_DECISION + reading };
    if (isPlayable(state) || (isCut && state.type === 'decision'))
      return { ...at, does: 'tell', seconds: again ? 0 : SECONDS_OF_TELLING };
    if (state.type === 'decision') return { ...at, does: 'choose', seconds: SECONDS_OF_CHOICE + reading };
    return { ...at, does: 'read', seconds: reading, ...(state.type === 'inject' && { inject: true as const }) };
  }

  const workOf = (kind: string, brief: Readonly<Record<string, unknown>>): TimeSpan =>
    exerciseTime({ kind, brief }, market, kinds);

  /** What a group plays without a cut: what the story has to play, in the order of the file, as far as one way has it. */
  function whole(): Planned[] {
    const kept: string[] = [];
    const all = scenario.stages.flatMap(({ id }) => playableIn(scenario, id));
    for (const state of all.sort((a, b) => orderOf(scenario, a) - orderOf(scenario, b)))
      if (pathThrough(exploration, [...kept, state])) kept.push(state);
    return kept.map((state) => ({ state }));
  }

  /** The states of a cut, its stages spelled out. */
  const ofCut = ({ play }: Pick<WorkshopCut, 'play'>): Planned[] =>
    play.flatMap((part): Planned[] => {
      if (typeof part !== 'string') return [{ state: part.at, minutes: part.minutes }];
      return scenario.states[part] && isPlayable(scenario.states[part])
        ? [{ state: part }]
        : playableIn(scenario, part).map((state) => ({ state }));
    });

  return { stepsFor, whole, ofCut, role: role as Role | undefined };
}

/** True for what a group plays: an exercise, or a decision of the catalogue. */
export const isPlayable = (state: CompiledState): boolean =>
  state.type === 'exercise' || (state.type === 'decision' && state.decision !== undefined);

/**
 * What a group plays of a stage, in the order of the file. Of several states with one decision of the catalogue it is the
 * first: the others ask the same after something else has happened.
 */
export function playableIn({ states }: CompiledScenario, stage: string): string[] {
  const asked = new Set<string>();
  return Object.entries(states).flatMap(([id, state]) => {
    if (state.stage !== stage || !isPlayable(state)) return [];
    if (state.type !== 'decision' || state.decision === undefined) return [id];
    if (asked.has(state.decision)) return [];
    asked.add(state.decision);
    return [id];
  });
}

const orderOf = ({ states }: CompiledScenario, id: string) => Object.keys(states).indexOf(id);

/** Seconds to read a scene aloud: its words, its question and options, and one consequence. */
function secondsAloud(scene: Scene | undefined): number {
  if (!scene) return 0;
  const { title, text, talk, question, note, from, notice, options } = scene;
  const told = new Set(options.map((option) => option.text));
  const consequence = options.length > 0 ? wordsIn(...options.map(({ then }) => then)) / options.length : 0;
  const words = wordsIn(
    title,
    text,
    question,
    note,
    from,
    notice,
    ...talk.flatMap(({ who, says }) => [who, says]),
    ...told,
  );
  return (60 * (words + consequence)) / WORDS_ALOUD_A_MINUTE;
}

/** How a situation was first reached since the last of the wanted states: from where, and by which state. */
interface Layer {
  readonly from: Map<number, number>;
  readonly state: Map<number, string>;
}

/**
 * The states on a short way from the beginning to an end that passes these states in this order; undefined if there is
 * none.
 */
function pathThrough(exploration: Exploration, wanted: readonly string[]): string[] | undefined {
  const { count, reachedFrom, configurationOf } = exploration;
  const layers: Layer[] = [];
  let starts = Array.from({ length: count }, (_, n) => n).filter((n) => reachedFrom[n] === -1);
  const entered: Map<number, { readonly from: number }>[] = [new Map()];
  for (const state of wanted) {
    const { layer, next } = walk(exploration, starts, state);
    if (next.size === 0) return undefined;
    layers.push(layer);
    entered.push(next);
    starts = [...next.keys()];
  }
  const { layer, ended } = walk(exploration, starts, undefined);
  if (ended === undefined || !configurationOf(ended).ended) return undefined;
  layers.push(layer);
  const path: string[] = [];
  let at = ended;
  for (let n = layers.length - 1; n >= 0; n--) {
    const { from, state } = layers[n] as Layer;
    for (; from.has(at); at = from.get(at) as number) path.unshift(state.get(at) as string);
    const entry = entered[n]?.get(at);
    if (!entry) break;
    path.unshift(wanted[n - 1] as string);
    at = entry.from;
  }
  return path;
}

/** Breadth-first from some situations, up to each step out of `target`; without a target, up to the first end. */
function walk(exploration: Exploration, starts: readonly number[], target: string | undefined) {
  const { steps, to, configurationOf } = exploration;
  const from = new Map<number, number>();
  const state = new Map<number, string>();
  const next = new Map<number, { readonly from: number }>();
  const seen = new Set(starts);
  const queue = [...starts];
  for (let n = 0; n < queue.length; n++) {
    const situation = queue[n] as number;
    if (target === undefined && configurationOf(situation).ended)
      return { layer: { from, state }, next, ended: situation };
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++) {
      const move = moveOf(exploration, situation, step);
      const there = to[step] as number;
      if (move.state === target) {
        if (!next.has(there)) next.set(there, { from: situation });
        continue;
      }
      if (seen.has(there)) continue;
      seen.add(there);
      from.set(there, situation);
      state.set(there, move.state);
      queue.push(there);
    }
  }
  return { layer: { from, state }, next, ended: undefined };
}
