import type { Figure } from '#case/exercise/model/exercise-kind.ts';

/** A line of EV-100 with what it earned. */
export interface RubricRow {
  readonly line: string;
  readonly earned: number;
  readonly most: number;
}

const PREFIX = 'rubric.';

/** The lines of the rubric out of the figures of a report, in their order. */
export function rubricRows(figures: readonly Figure[]): RubricRow[] {
  return figures.flatMap(({ id, value, count }) =>
    id.startsWith(PREFIX) && count ? [{ line: id.slice(PREFIX.length), earned: value, most: count[1] }] : [],
  );
}
