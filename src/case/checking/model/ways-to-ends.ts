import type { AnswerKey, Rating } from '#case/scoring/model/schemas.ts';
import { moveOf } from './path-in-words.ts';
import { type PlayedCase, playEveryWay } from './played-case.ts';

/** One choice on a way; `option` is left out where the scene has nothing to choose. */
export interface WayStep {
  readonly state: string;
  readonly option?: string;
  readonly rating?: Rating;
}

/** A shortest way through a case. */
export interface Way {
  /** The end to which it leads, or the scene with the red line. */
  readonly to: string;
  /** The red option that it ends with; left out for a way to an end. */
  readonly red?: string;
  readonly steps: readonly WayStep[];
  /** The worst rating on it; undefined where nothing on it is rated. */
  readonly worst?: Rating;
}

/** Maximum situations searched: an author waits for the result. */
const MAX_SITUATIONS = 100_000;
const WORSE: readonly Rating[] = ['good', 'acceptable', 'harmful', 'red'];

/** A shortest way to each end that can be reached, and to each red line, in the order of the file. */
export function waysToEnds(
  played: Pick<PlayedCase, 'source' | 'tree' | 'compiled'>,
  key: AnswerKey | undefined,
): readonly Way[] {
  const { exploration } = playEveryWay(played, MAX_SITUATIONS);
  const { count, configurationOf, reachedFrom, reachedBy, steps } = exploration;
  const ratingOf = (state: string, option: string | undefined) =>
    option === undefined ? undefined : key?.decisions[state]?.options[option]?.rating;

  function stepOf(situation: number, step: number): WayStep {
    const { state, option } = moveOf(exploration, situation, step);
    const rating = ratingOf(state, option?.id);
    return { state, ...(option && { option: option.id }), ...(rating && { rating }) };
  }

  function stepsTo(situation: number): WayStep[] {
    const taken: WayStep[] = [];
    for (let at = situation; reachedFrom[at] !== -1; at = reachedFrom[at] as number)
      taken.unshift(stepOf(reachedFrom[at] as number, reachedBy[at] as number));
    return taken;
  }

  const way = (to: string, taken: readonly WayStep[], red?: string): Way => {
    const rated = taken.flatMap(({ rating }) => (rating ? [rating] : []));
    const worst = rated.toSorted((a, b) => WORSE.indexOf(b) - WORSE.indexOf(a))[0];
    return { to, steps: taken, ...(red !== undefined && { red }), ...(worst && { worst }) };
  };

  const ends = new Map<string, Way>();
  const reds = new Map<string, Way>();
  // Situations come nearest first, so that the first one is at the end of a shortest way.
  for (let situation = 0; situation < count; situation++) {
    const { ended, active } = configurationOf(situation);
    const [end] = active;
    if (ended && end !== undefined && !ends.has(end)) ends.set(end, way(end, stepsTo(situation)));
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++) {
      const taken = stepOf(situation, step);
      const name = `${taken.state} ${taken.option}`;
      if (taken.rating !== 'red' || reds.has(name)) continue;
      reds.set(name, way(taken.state, [...stepsTo(situation), taken], taken.option));
    }
  }
  const order = Object.keys(played.source.states);
  const inOrder = (ways: Iterable<Way>) => [...ways].sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to));
  return [...inOrder(ends.values()), ...inOrder(reds.values())];
}
