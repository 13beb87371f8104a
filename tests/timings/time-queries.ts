import type { Timing } from '../../scripts/gate/timing-row.ts';
import { quantile, summarize } from './harness.ts';

/** Answers queries, and gives back a number that depends on each answer. */
export interface Engine<Query> {
  readonly answer: (query: Query) => number;
  /** Repetitions of a query per round; the median counts, so that a pause of the machine has little effect. */
  readonly times: number;
}

const SLOW = 0.95;

/**
 * How long the slow queries of one engine take over those of another: of each the time below which 95 of 100 queries
 * stay, round by round. Within a round each query is put to both, one right after the other, in turns of who comes
 * first.
 */
export function slowQueriesAgainst<Query>(
  queries: readonly Query[],
  engine: Engine<Query>,
  reference: Engine<Query>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Timing {
  let kept = 0;
  const timeOf = ({ answer, times }: Engine<Query>, query: Query) => {
    const taken = Array.from({ length: times }, () => {
      const start = performance.now();
      kept = (kept + answer(query)) % 1;
      return performance.now() - start;
    });
    return quantile(taken, 0.5);
  };
  for (let n = 0; n < warmUp; n++) for (const query of queries) kept = (kept + engine.answer(query)) % 1;
  const ratios = Array.from({ length: rounds }, (_, round) => {
    const [own, other]: [number[], number[]] = [[], []];
    queries.forEach((query, n) => {
      const isFirst = (n + round) % 2 === 0;
      if (isFirst) own.push(timeOf(engine, query));
      other.push(timeOf(reference, query));
      if (!isFirst) own.push(timeOf(engine, query));
    });
    return quantile(own, SLOW) / quantile(other, SLOW);
  });
  return summarize(ratios);
}
