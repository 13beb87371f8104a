import { stream } from '#kernel/model/rng.ts';

/** Values by which ads are ranked, each list in the order of the ads. */
export type Rankings = Readonly<Record<string, readonly number[]>>;

/** An area under the ROC curve, and its standard error if whole actors are drawn anew. */
export interface AreaByActor {
  readonly area: number;
  readonly error: number;
}

export interface ComparedAreas {
  readonly areas: Readonly<Record<string, AreaByActor>>;
  /** How far the area of a ranking lies above that of another, with the standard error of this distance. */
  readonly above: (ranking: string, other: string) => AreaByActor;
}

const RESAMPLES = 200;

/**
 * Areas under the ROC curve of several rankings of the same ads. Errors are those of a bootstrap over actors, because
 * the ads of one actor are alike; all rankings are measured in the same resamples.
 */
export function areasByActor(rankings: Rankings, sought: readonly boolean[], actors: readonly string[]): ComparedAreas {
  const numbers = new Map([...new Set(actors)].map((actor, n) => [actor, n]));
  const actorAt = Uint32Array.from(actors, (actor) => numbers.get(actor) as number);
  const ranked = Object.entries(rankings).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
    order: Uint32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number)),
  }));
  const weights = new Uint32Array(numbers.size).fill(1);
  const areaOf = ({ values, order }: (typeof ranked)[number]) => {
    let [below, pairs, mine] = [0, 0, 0];
    for (let at = 0; at < order.length; ) {
      const value = values[order[at] as number];
      let [own, others] = [0, 0];
      for (; at < order.length && values[order[at] as number] === value; at++) {
        const ad = order[at] as number;
        const weight = weights[actorAt[ad] as number] as number;
        if (sought[ad]) own += weight;
        else others += weight;
      }
      pairs += own * (below + others / 2);
      below += others;
      mine += own;
    }
    return pairs / (mine * below);
  };
  const own = new Map(ranked.map((one) => [one.name, areaOf(one)]));
  const drawn = new Map(ranked.map(({ name }) => [name, [] as number[]]));
  const rng = stream('areas by actor', String(numbers.size));
  for (let n = 0; n < RESAMPLES; n++) {
    weights.fill(0);
    for (let draw = 0; draw < numbers.size; draw++) {
      const actor = rng.int(numbers.size);
      weights[actor] = (weights[actor] as number) + 1;
    }
    for (const one of ranked) drawn.get(one.name)?.push(areaOf(one));
  }
  const of = (name: string) => ({ area: own.get(name) as number, resampled: drawn.get(name) as number[] });
  return {
    areas: Object.fromEntries(
      ranked.map(({ name }) => [name, { area: of(name).area, error: deviation(of(name).resampled) }]),
    ),
    above: (ranking, other) => ({
      area: of(ranking).area - of(other).area,
      error: deviation(of(ranking).resampled.map((value, n) => value - (of(other).resampled[n] as number))),
    }),
  };
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
