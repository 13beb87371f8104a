import type { Columns } from './structure.ts';

/** Ads by columns, of several markets one after another. */
export interface Sample {
  readonly columns: Columns;
  readonly sought: readonly boolean[];
  readonly actors: readonly string[];
}

/** Puts markets one after another; a column that a market lacks does not apply to its ads. */
export function joined(samples: readonly Sample[]): Sample {
  const names = new Set(samples.flatMap(({ columns }) => [...columns.keys()]));
  const count = samples.reduce((sum, { sought }) => sum + sought.length, 0);
  const columns = new Map([...names].map((name) => [name, new Float64Array(count).fill(-9)]));
  let from = 0;
  for (const sample of samples) {
    for (const [name, values] of sample.columns) columns.get(name)?.set(values, from);
    from += sample.sought.length;
  }
  return {
    columns,
    sought: samples.flatMap(({ sought }) => sought),
    actors: samples.flatMap(({ actors }) => actors),
  };
}

/** The same ads with only some of their columns. */
export function only(sample: Sample, isKept: (name: string) => boolean): Sample {
  return { ...sample, columns: new Map([...sample.columns].filter(([name]) => isKept(name))) };
}

/** The same columns of only some of the ads. */
export function those(sample: Sample, isKept: (at: number) => boolean): Sample {
  const kept = [...sample.sought.keys()].filter(isKept);
  return {
    columns: new Map(
      [...sample.columns].map(([name, values]) => [name, Float64Array.from(kept, (at) => values[at] as number)]),
    ),
    sought: kept.map((at) => sample.sought[at] as boolean),
    actors: kept.map((at) => sample.actors[at] as string),
  };
}

/** Learns from one sample, and ranks the ads of another. */
export type Learner = (from: Sample, of: Sample) => number[];

const LINE_ROUNDS = 80;

/** Logistic regression on columns of one scale, by gradient descent with momentum, both sides weighing the same. */
export const learnLine: Learner = (from, of) => {
  const names = [...from.columns.keys()];
  const count = from.sought.length;
  const scales = names.map((name) => {
    const values = from.columns.get(name) as Float64Array;
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count) || 1;
    return { mean, spread };
  });
  const scaled = ({ columns, sought }: Sample) =>
    names.map((name, c) => {
      const { mean, spread } = scales[c] as (typeof scales)[number];
      return Float64Array.from(columns.get(name) ?? new Float64Array(sought.length).fill(mean), (value) =>
        Math.max(-5, Math.min(5, (value - mean) / spread)),
      );
    });
  const rows = scaled(from);
  const mine = from.sought.filter(Boolean).length;
  const weights = new Float64Array(names.length);
  const moves = new Float64Array(names.length);
  const worthOf = (table: readonly Float64Array[], length: number) => {
    const worth = new Float64Array(length);
    table.forEach((values, c) => {
      const weight = weights[c] as number;
      for (let at = 0; at < length; at++) worth[at] = (worth[at] as number) + weight * (values[at] as number);
    });
    return worth;
  };
  for (let round = 0; round < LINE_ROUNDS; round++) {
    const errors = worthOf(rows, count).map((worth, at) => {
      const chance = 1 / (1 + Math.exp(-worth));
      return from.sought[at] ? (1 - chance) / mine : -chance / (count - mine);
    });
    rows.forEach((values, c) => {
      let slope = -0.0005 * (weights[c] as number);
      for (let at = 0; at < count; at++) slope += (errors[at] as number) * (values[at] as number);
      moves[c] = 0.9 * (moves[c] as number) + 0.05 * slope;
      weights[c] = (weights[c] as number) + (moves[c] as number);
    });
  }
  return Array.from(worthOf(scaled(of), of.sought.length));
};

const TREES = 60;
const DEPTH = 4;
const RATE = 0.15;
const BINS = 32;
const MIN_ADS = 25;
/** Added to the weight of a leaf, so that few ads say little. */
const CAUTION = 5;

/**
 * Gradient boosting of small trees on binned columns, as the large libraries do it. Every other column is tried for a
 * tree, by turns.
 * @see G. Ke et al., "LightGBM: a highly efficient gradient boosting decision tree", 2017.
 */
export const learnTrees: Learner = (from, of) => {
  const names = [...from.columns.keys()];
  const count = from.sought.length;
  const cuts = names.map((name) => cutsOf(from.columns.get(name) as Float64Array));
  const binned = ({ columns, sought }: Sample) =>
    names.map((name, c) => binsOf(columns.get(name) ?? new Float64Array(sought.length), cuts[c] as Float64Array));
  const [learned, ranked] = [binned(from), binned(of)];
  const [worth, result] = [new Float64Array(count), new Float64Array(of.sought.length)];
  const [slopes, weights] = [new Float64Array(count), new Float64Array(count)];
  const [slopeSums, weightSums, sizes] = [new Float64Array(BINS), new Float64Array(BINS), new Uint32Array(BINS)];
  for (let tree = 0; tree < TREES; tree++) {
    for (let at = 0; at < count; at++) {
      const chance = 1 / (1 + Math.exp(-(worth[at] as number)));
      slopes[at] = Number(from.sought[at]) - chance;
      weights[at] = chance * (1 - chance);
    }
    grow(Uint32Array.from(slopes.keys()), Uint32Array.from(result.keys()), DEPTH, tree);
  }
  return Array.from(result);

  /** Divides the ads that are learned from and those to be ranked, or adds the value of a leaf to both. */
  function grow(mine: Uint32Array, theirs: Uint32Array, depth: number, tree: number): void {
    const [slope, weight] = sums(mine);
    const split = depth > 0 && mine.length >= 2 * MIN_ADS ? bestSplit(mine, slope, weight, tree) : undefined;
    if (!split) {
      const value = (RATE * slope) / (weight + CAUTION);
      for (const at of mine) worth[at] = (worth[at] as number) + value;
      for (const at of theirs) result[at] = (result[at] as number) + value;
      return;
    }
    const [own, other] = [learned[split.column] as Uint8Array, ranked[split.column] as Uint8Array];
    grow(
      mine.filter((at) => (own[at] as number) <= split.bin),
      theirs.filter((at) => (other[at] as number) <= split.bin),
      depth - 1,
      tree,
    );
    grow(
      mine.filter((at) => (own[at] as number) > split.bin),
      theirs.filter((at) => (other[at] as number) > split.bin),
      depth - 1,
      tree,
    );
  }

  function sums(ads: Uint32Array): [number, number] {
    let [slope, weight] = [0, 0];
    for (const at of ads) {
      slope += slopes[at] as number;
      weight += weights[at] as number;
    }
    return [slope, weight];
  }

  function bestSplit(ads: Uint32Array, slope: number, weight: number, tree: number) {
    let best: { readonly column: number; readonly bin: number } | undefined;
    let most = slope ** 2 / (weight + CAUTION) + 1e-6;
    for (let column = tree % 2; column < names.length; column += 2) {
      const bins = learned[column] as Uint8Array;
      slopeSums.fill(0);
      weightSums.fill(0);
      sizes.fill(0);
      for (let n = 0; n < ads.length; n++) {
        const at = ads[n] as number;
        const bin = bins[at] as number;
        slopeSums[bin] = (slopeSums[bin] as number) + (slopes[at] as number);
        weightSums[bin] = (weightSums[bin] as number) + (weights[at] as number);
        sizes[bin] = (sizes[bin] as number) + 1;
      }
      let [left, leftWeight, size] = [0, 0, 0];
      for (let bin = 0; bin + 1 < BINS; bin++) {
        left += slopeSums[bin] as number;
        leftWeight += weightSums[bin] as number;
        size += sizes[bin] as number;
        if (size < MIN_ADS || ads.length - size < MIN_ADS) continue;
        const gain = left ** 2 / (leftWeight + CAUTION) + (slope - left) ** 2 / (weight - leftWeight + CAUTION);
        if (gain <= most) continue;
        most = gain;
        best = { column, bin };
      }
    }
    return best;
  }
};

/** Bounds between bins: between all values if there are few, else between equally many ads. */
function cutsOf(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS) return Float64Array.from(distinct.slice(0, -1));
  const parts = Array.from(
    { length: BINS - 1 },
    (_, n) => sorted[Math.floor(((n + 1) * sorted.length) / BINS)] as number,
  );
  return Float64Array.from(new Set(parts));
}

function binsOf(values: Float64Array, cuts: Float64Array): Uint8Array {
  return Uint8Array.from(values, (value) => {
    let [low, high] = [0, cuts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= (cuts[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}
