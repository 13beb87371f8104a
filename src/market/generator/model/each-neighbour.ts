import type { Units } from './draw-units.ts';
import type { PlannedActor } from './plan-actors.ts';

/** Actors of a district with their personas. */
interface Drawn {
  readonly actors: readonly PlannedActor[];
  readonly units: Units;
  /** Index of the network that only money leads to, or -1. */
  readonly moneyOnly: number;
}

/**
 * Makes an actor of each persona of residents: a neighbour is one person under one name. It is done after the draws of
 * the units, which so do not depend on it. Units of all other actors stay as they are but for the number of their actor.
 */
export function eachNeighbour({ actors, units: { units, first }, moneyOnly }: Drawn): Drawn {
  const split: PlannedActor[] = [];
  const starts: number[] = [];
  let money = -1;
  const renumbered = actors.flatMap((actor, at) => {
    const own = units.slice(first[at], first[at + 1]);
    const isResident = actor.type === 'resident';
    if (at === moneyOnly) money = split.length;
    return own.map((unit, n) => {
      if (n === 0 || isResident) {
        starts.push((first[at] as number) + n);
        split.push(isResident ? { ...actor, ads: unit.ads } : actor);
      }
      return { ...unit, actor: split.length - 1 };
    });
  });
  return { actors: split, units: { units: renumbered, first: [...starts, units.length] }, moneyOnly: money };
}
