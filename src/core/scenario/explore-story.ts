import { initialCombination } from './compiled-scenario.ts';
import type { Role } from './role.ts';
import type { Configuration, Move, Story } from './story.ts';

/** A configuration together with one combination of the variables: everything that decides what may follow. */
export interface Situation {
  readonly configuration: Configuration;
  readonly combination: number;
}

/** All situations that can come about, nearest first, and every step between them; a situation is its number. */
export interface Exploration {
  readonly story: Story;
  readonly count: number;
  /** False where there are more situations than are looked at. */
  readonly complete: boolean;
  readonly configurationOf: (situation: number) => Configuration;
  readonly combinationOf: (situation: number) => number;
  /** The steps out of situation n are those from `steps[n]` to before `steps[n + 1]`. */
  readonly steps: readonly number[];
  /** Where each step leads. */
  readonly to: readonly number[];
  /** Which of the moves of its configuration each step is. */
  readonly moves: readonly number[];
  /** The step by which each situation was reached first, and the situation that it comes from; -1 for where it began. */
  readonly reachedBy: readonly number[];
  readonly reachedFrom: readonly number[];
  /** Steps that would take a variable out of its values; they are not taken. */
  readonly strays: readonly { readonly situation: number; readonly move: Move }[];
}

/** More situations than this are not looked at; a case that has them says so. */
export const MOST_SITUATIONS = 400_000;

/** The situation in which a case begins. */
export function initialSituation(story: Story, role?: Role): Situation {
  return { configuration: story.start, combination: initialCombination(story.scenario, role) };
}

/** Goes every way that the story has from these situations, without going any twice. */
export function exploreStory(story: Story, from: readonly Situation[], most = MOST_SITUATIONS): Exploration {
  const configurations: number[] = [];
  const combinations: number[] = [];
  const reachedBy: number[] = [];
  const reachedFrom: number[] = [];
  const steps: number[] = [0];
  const to: number[] = [];
  const moves: number[] = [];
  const strays: { situation: number; move: Move }[] = [];
  const numbers: Int32Array[] = [];
  let complete = true;

  const visit = (configuration: number, combination: number, step: number, origin: number): number => {
    numbers[configuration] ??= new Int32Array(story.combinations).fill(-1);
    const seen = numbers[configuration] as Int32Array;
    const before = seen[combination] as number;
    if (before >= 0) return before;
    const number = configurations.length;
    if (number >= most) {
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
  // The list grows while it is walked: what is reached is asked where it leads.
  for (let situation = 0; situation < configurations.length; situation++) {
    const combination = combinations[situation] as number;
    const choices = (story.configurations[configurations[situation] as number] as Configuration).moves;
    for (let n = 0; n < choices.length; n++) {
      const move = choices[n] as Move;
      if (move.open && move.open[combination] === 0) continue;
      const after = move.becomes ? (move.becomes[combination] as number) : combination;
      if (after < 0) {
        strays.push({ situation, move });
        continue;
      }
      const target = visit(move.to.index, after, to.length, situation);
      if (target < 0) continue;
      to.push(target);
      moves.push(n);
    }
    steps.push(to.length);
  }
  return {
    story,
    count: configurations.length,
    complete,
    configurationOf: (situation) => story.configurations[configurations[situation] as number] as Configuration,
    combinationOf: (situation) => combinations[situation] as number,
    steps,
    to,
    moves,
    reachedBy,
    reachedFrom,
    strays,
  };
}

/** The least number of steps from there to an end of the case; the largest number there is where none leads to one. */
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
