import type { AttemptEvent } from '#case/attempt/model/attempt-log.ts';
import { initialCombination } from '#case/language/model/compiled-scenario.ts';
import type { Role } from '#case/language/model/role.ts';
import type { Configuration, Story, StoryMove } from '#case/language/model/story.ts';
import type { Digit } from './mixed-digits.ts';

/** A choice on the path, in the order in which it was made. */
export interface ToldChoice {
  readonly state: string;
  readonly option: string;
}

/** The path of an attempt as a result line tells it. */
export interface ToldPath {
  readonly choices: readonly ToldChoice[];
  /** Scenes that were left, in order. */
  readonly left: readonly string[];
  readonly ended: boolean;
}

/** Maximum steps of a path, so that decoding a case with loops ends. */
const MAX_STEPS = 2_000;

interface Place {
  readonly at: Configuration;
  readonly combination: number;
}

const startOf = (story: Story, role: Role | undefined): Place => ({
  at: story.start,
  combination: initialCombination(story.scenario, role),
});

const openMoves = ({ at, combination }: Place): StoryMove[] =>
  at.moves.filter(({ open, becomes }) => (!open || open[combination] === 1) && (becomes?.[combination] ?? 0) >= 0);

const after = ({ combination }: Place, { to, becomes }: StoryMove): Place => ({
  at: to,
  combination: becomes?.[combination] ?? combination,
});

/** The move of an event of an attempt; undefined for an event without a transition. */
const MOVES: Readonly<Partial<Record<AttemptEvent['type'], StoryMove['type']>>> = {
  'scene.continued': 'scene.continued',
  'decision.made': 'option.chosen',
  'exercise.committed': 'exercise.committed',
  'timer.elapsed': 'timer.elapsed',
};

/** The scenes that events of an attempt left, in order. */
export const scenesLeft = (events: readonly AttemptEvent[]): string[] =>
  events.flatMap(({ type, state }) => (MOVES[type] === undefined ? [] : [state]));

/**
 * The steps of an attempt as digits: for each step with an alternative, its index among the steps that were possible
 * there. The story has to allow the events.
 */
export function pathDigits(story: Story, role: Role | undefined, events: readonly AttemptEvent[]): Digit[] | undefined {
  let place = startOf(story, role);
  const digits: Digit[] = [];
  for (const event of events) {
    const type = MOVES[event.type];
    if (type === undefined) continue;
    const moves = openMoves(place);
    const value = moves.findIndex(
      (move) =>
        move.type === type &&
        move.state === event.state &&
        (event.type !== 'decision.made' || move.option?.id === event.option),
    );
    const taken = moves[value];
    if (!taken) return undefined;
    if (moves.length > 1) digits.push({ value, base: moves.length });
    place = after(place, taken);
  }
  return digits;
}

/**
 * The path from its digits. `steps` is the number of scenes that were left, of a path that was not ended; undefined for
 * one that was. Undefined where the digits lead nowhere.
 */
export function readPath(
  story: Story,
  role: Role | undefined,
  steps: number | undefined,
  next: (base: number) => number,
): ToldPath | undefined {
  let place = startOf(story, role);
  const choices: ToldChoice[] = [];
  const left: string[] = [];
  for (let step = 0; step < MAX_STEPS; step++) {
    if (step === steps) return { choices, left, ended: false };
    if (place.at.ended) return steps === undefined ? { choices, left, ended: true } : undefined;
    const moves = openMoves(place);
    if (moves.length === 0) return undefined;
    const taken = moves[moves.length > 1 ? next(moves.length) : 0] as StoryMove;
    left.push(taken.state);
    if (taken.option) choices.push({ state: taken.state, option: taken.option.id });
    place = after(place, taken);
  }
  return undefined;
}
