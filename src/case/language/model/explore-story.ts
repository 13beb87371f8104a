import { initialCombination } from './compiled-scenario.ts';
import { IntList } from './int-list.ts';
import type { Role } from './role.ts';
import type { Configuration, Story, StoryMove } from './story.ts';

/** A configuration together with one combination of the variables: everything that determines what may follow. */
export interface Situation {
  readonly configuration: Configuration;
  readonly combination: number;
}

/** All reachable situations, nearest first, and every step between them; a situation is referred to by its number. */
export interface Exploration {
  readonly story: Story;
  readonly count: number;
  /** False if the limit of situations was reached. */
  readonly complete: boolean;
  readonly configurationOf: (situation: number) => Configuration;
  readonly combinationOf: (situation: number) => number;
  /** The steps out of situation n are those from `steps[n]` up to, but not including, `steps[n + 1]`. */
  readonly steps: Int32Array;
  /** Target situation of each step. */
  readonly to: Int32Array;
  /** Index of each step among the moves of its configuration. */
  readonly moves: Int32Array;
  /** The step by which each situation was first reached, and the situation it came from; -1 for initial situations. */
  readonly reachedBy: Int32Array;
  readonly reachedFrom: Int32Array;
  /** Steps that would take a variable out of its range; they are not taken. */
  readonly strays: readonly { readonly situation: number; readonly move: StoryMove }[];
}

/** Maximum situations explored; a case with more is reported. */
export const MAX_SITUATIONS = 400_000;

/** Parallel regions multiply: maximum sets of active states, and maximum size of the tables for them. */
const MAX_CONFIGURATIONS = 20_000;
const MAX_ROOM = 16_000_000;

/** The initial situation of a case. */
export function initialSituation(story: Story, role?: Role): Situation {
  return { configuration: story.start, combination: initialCombination(story.scenario, role) };
}

/** Breadth-first search of all situations reachable from these, each visited once. */
export function exploreStory(story: Story, from: readonly Situation[], maxSituations = MAX_SITUATIONS): Exploration {
  const configurations = new IntList();
  const combinations = new IntList();
  const reachedBy = new IntList();
  const reachedFrom = new IntList();
  const steps = new IntList();
  const to = new IntList();
  const moves = new IntList();
  const strays: { situation: number; move: StoryMove }[] = [];
  const numbers: Int32Array[] = [];
  let complete = true;

  const roomFor = (configuration: number): Int32Array | undefined => {
    const room = (configuration + 1) * story.combinations;
    if (configuration >= MAX_CONFIGURATIONS || room > MAX_ROOM) return undefined;
    const made = new Int32Array(story.combinations).fill(-1);
    numbers[configuration] = made;
    return made;
  };

  /** The number of that situation; a new one on the first visit, -1 beyond the limit. */
  const visit = (configuration: number, combination: number, step: number, origin: number): number => {
    const seen = numbers[configuration] ?? roomFor(configuration);
    const before = seen?.[combination] as number;
    if (before >= 0) return before;
    const number = configurations.length;
    if (!seen || number >= maxSituations) {
      complete = false;
      return -1;
    }
    seen[combination] = number;
    configurations.push(configuration);
    combinations.push(combination);
    reachedBy.push(step);
    reachedFrom.push(origin);
    return number;
  };

  for (const { configuration, combination } of from) visit(configuration.index, combination, -1, -1);
  const choicesOf: (readonly StoryMove[])[] = [];
  // The queue of a breadth-first search: it grows during the loop.
  for (let situation = 0; situation < configurations.length; situation++) {
    steps.push(to.length);
    const combination = combinations.at(situation);
    const configuration = configurations.at(situation);
    choicesOf[configuration] ??= (story.configurations[configuration] as Configuration).moves;
    const choices = choicesOf[configuration] as readonly StoryMove[];
    for (let n = 0; n < choices.length; n++) {
      const { open, becomes, to: next } = choices[n] as StoryMove;
      if (open && open[combination] === 0) continue;
      const after = becomes ? (becomes[combination] as number) : combination;
      if (after < 0) {
        strays.push({ situation, move: choices[n] as StoryMove });
        continue;
      }
      const target = visit(next.index, after, to.length, situation);
      if (target < 0) continue;
      to.push(target);
      moves.push(n);
    }
  }
  steps.push(to.length);
  const configurationAt = configurations.toArray();
  const combinationAt = combinations.toArray();
  return {
    story,
    count: configurations.length,
    complete,
    configurationOf: (situation) => story.configurations[configurationAt[situation] as number] as Configuration,
    combinationOf: (situation) => combinationAt[situation] as number,
    steps: steps.toArray(),
    to: to.toArray(),
    moves: moves.toArray(),
    reachedBy: reachedBy.toArray(),
    reachedFrom: reachedFrom.toArray(),
    strays,
  };
}

/**
 * The minimum number of steps from a situation to an end of the case; the maximum safe number if no end is reachable.
 */
export function stepsToEnd(story: Story, from: Situation): number {
  const { count, configurationOf, reachedFrom } = exploreStory(story, [from]);
  for (let situation = 0; situation < count; situation++) {
    if (!configurationOf(situation).ended) continue;
    let steps = 0;
    for (let at = situation; reachedFrom[at] !== -1; at = reachedFrom[at] as number) steps++;
    return steps;
  }
  return Number.MAX_SAFE_INTEGER;
}
