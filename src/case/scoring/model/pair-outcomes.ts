import type { Act, DoneAct } from '#case/exercise/model/acts.ts';

/**
 * Outcome of two acts of which the first has to come before the second: `kept`, the first was done and the second came
 * later or not at all; `late`, both were done and the second came first; `never`, the first was not done.
 */
export type PairOutcome = 'kept' | 'late' | 'never';

/** Outcome as reported: `alone` is a pair that was kept because its second act was never done. */
export type PairTold = PairOutcome | 'alone';

/** The outcome of a pair as reported. */
export const toldOf = ({ outcome, events }: PairFact): PairTold =>
  outcome === 'kept' && events.length === 1 ? 'alone' : outcome;

export interface PairFact {
  readonly first: Act;
  readonly second: Act;
  readonly outcome: PairOutcome;
  /** Numbers of the first event of each act that was done. */
  readonly events: readonly number[];
}

/** The outcome of each pair of the key, from the acts that were done; each act counts from its first occurrence. */
export function pairOutcomes(before: readonly (readonly [Act, Act])[], done: readonly DoneAct[]): PairFact[] {
  const seqOf = (wanted: Act) => done.find(({ act }) => act === wanted)?.seq;
  return before.map(([first, second]) => {
    const [one, other] = [seqOf(first), seqOf(second)];
    const events = [one, other].flatMap((seq) => seq ?? []);
    if (one === undefined) return { first, second, outcome: 'never', events };
    return { first, second, outcome: other === undefined || one < other ? 'kept' : 'late', events };
  });
}
