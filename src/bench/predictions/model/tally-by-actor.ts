import type { ActorCounts } from './actor-rate.ts';

/** Counts trials and successes by actor; only actors that were counted take memory. */
export interface ActorTally {
  readonly add: (actor: number, trials: number, successes: number) => void;
  readonly counts: () => ActorCounts;
}

/** An empty tally. */
export function tallyByActor(): ActorTally {
  const places = new Map<number, number>();
  const trials: number[] = [];
  const successes: number[] = [];
  return {
    add: (actor, more, right) => {
      const place = places.get(actor) ?? places.size;
      places.set(actor, place);
      trials[place] = (trials[place] ?? 0) + more;
      successes[place] = (successes[place] ?? 0) + right;
    },
    counts: () => ({ trials, successes }),
  };
}
