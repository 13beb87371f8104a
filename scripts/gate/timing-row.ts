/** A median with the quartiles of its rounds; all three are equal for a figure that is counted, not timed. */
export interface Timing {
  readonly ratio: number;
  readonly q1: number;
  readonly q3: number;
}

/** One row of the timings: a measurement and its goal. A row with goal `null` is only informative. */
export interface TimingRow {
  readonly name: string;
  readonly goal: number | null;
  /** True where the ratio must be at most the goal; false where it must be at least the goal. */
  readonly atMost: boolean;
  measure(): Timing | Promise<Timing>;
}

export interface TimingResult extends Timing, Pick<TimingRow, 'name' | 'goal' | 'atMost'> {
  readonly met: boolean;
}

/** Tolerance factor for the worse quartile, because machines differ in background load. */
const QUARTILE_TOLERANCE = 1.3;

/**
 * Compares a measurement with the goal of its row: the median must meet it, the worse quartile within the tolerance.
 */
export function judgeRow({ name, goal, atMost }: Omit<TimingRow, 'measure'>, measured: Timing): TimingResult {
  const { ratio, q1, q3 } = measured;
  const reached = (limit: number) =>
    atMost ? ratio <= limit && q3 <= limit * QUARTILE_TOLERANCE : ratio >= limit && q1 >= limit / QUARTILE_TOLERANCE;
  return { name, ratio, q1, q3, goal, atMost, met: goal === null || reached(goal) };
}
