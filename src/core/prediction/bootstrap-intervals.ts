import type { Rng } from '#core/kernel/rng.ts';
import type { ActorWeights } from './scored-ads.ts';

export interface Bootstrap {
  /** Strata of actors, resampled separately, so that no resample loses one of them. */
  readonly strata: readonly (readonly number[])[];
  readonly resamples: number;
  readonly rng: Rng;
}

/** Figures by name: always the same names, whatever the weights. */
export type Measured = Readonly<Record<string, number | undefined>>;

/**
 * 95 % bootstrap intervals of all figures returned by `measure`: actors are resampled with replacement, as many as
 * there are, and the middle 95 % of the results is kept (percentile method). Whole actors are resampled, because ads of
 * one actor are alike. An interval always includes the figure itself; an undefined figure has none.
 * @see B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 8 and 13.
 */
export function bootstrapIntervals(
  { strata, resamples, rng }: Bootstrap,
  measure: (weights: ActorWeights) => Measured,
): ReadonlyMap<string, readonly [low: number, high: number]> {
  const weights = new Uint32Array(strata.reduce((sum, stratum) => sum + stratum.length, 0)).fill(1);
  const own = Object.entries(measure(weights)).filter((entry): entry is [string, number] => entry[1] !== undefined);
  const drawn = new Map(own.map(([name]) => [name, [] as number[]]));
  for (let resample = 0; resample < resamples; resample++) {
    weights.fill(0);
    for (const stratum of strata) drawInto(weights, stratum, rng);
    for (const [name, value] of Object.entries(measure(weights))) if (value !== undefined) drawn.get(name)?.push(value);
  }
  return new Map(
    own.map(([name, value]) => {
      const sorted = Float64Array.from(drawn.get(name) ?? []).sort();
      const low = quantile(sorted, 0.025) ?? value;
      const high = quantile(sorted, 0.975) ?? value;
      return [name, [Math.min(value, low), Math.max(value, high)]];
    }),
  );
}

function drawInto(weights: Uint32Array, stratum: readonly number[], rng: Rng): void {
  for (let n = 0; n < stratum.length; n++) {
    const actor = stratum[rng.int(stratum.length)] as number;
    weights[actor] = (weights[actor] as number) + 1;
  }
}

/** Quantile of sorted values, by linear interpolation. */
function quantile(sorted: Float64Array, part: number): number | undefined {
  const place = part * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}
