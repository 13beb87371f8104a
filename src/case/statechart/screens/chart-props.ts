/** How a state is marked by what was found at it. */
export type StateTone = 'error' | 'warning' | 'stop';

/** One way through a chart: the states in the order in which they come. `retry` is the part taken over from a first attempt. */
export interface StatechartPath {
  readonly kind: 'you' | 'model' | 'retry';
  readonly states: readonly string[];
}
