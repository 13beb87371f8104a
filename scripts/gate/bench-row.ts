/** A figure with the quartiles of its rounds; a figure that is counted, not timed, is its own quartiles. */
export interface Measured {
  readonly ratio: number;
  readonly q1: number;
  readonly q3: number;
}

/** One line of the bench: what is measured, and what it has to reach. A row whose goal is null is for information. */
export interface BenchRow {
  readonly name: string;
  readonly goal: number | null;
  /** True where the ratio may be at most the goal, false where it has to be at least the goal. */
  readonly atMost: boolean;
  measure(): Measured | Promise<Measured>;
}

export interface BenchResult extends Measured, Pick<BenchRow, 'name' | 'goal' | 'atMost'> {
  readonly met: boolean;
}

/** How far beyond the goal the worse quartile may lie: one machine is not as quiet as the next. */
const LEEWAY = 1.3;

/** Holds the figure against the goal of its row: the median has to reach it, the worse quartile to come near it. */
export function judgeRow({ name, goal, atMost }: Omit<BenchRow, 'measure'>, measured: Measured): BenchResult {
  const { ratio, q1, q3 } = measured;
  const reached = (limit: number) =>
    atMost ? ratio <= limit && q3 <= limit * LEEWAY : ratio >= limit && q1 >= limit / LEEWAY;
  return { name, ratio, q1, q3, goal, atMost, met: goal === null || reached(goal) };
}
