import type { Act } from '#case/exercise/model/acts.ts';
import type { CaseFacts } from '#case/scoring/model/case-facts.ts';

/** An act that was done, with every log entry that shows it. */
export interface ActDone {
  readonly act: Act;
  readonly entries: readonly number[];
}

const ACTS: readonly Act[] = ['preserve', 'request', 'notify', 'contact'];

/** The acts that were done, in the order of their first entries, and those that the case offers and that never were. */
export function actsInOrder({ done, offered }: Pick<CaseFacts, 'done' | 'offered'>): {
  readonly done: readonly ActDone[];
  readonly never: readonly Act[];
} {
  const entries = new Map<Act, number[]>();
  for (const { act, seq } of [...done].sort((a, b) => a.seq - b.seq))
    entries.set(act, [...(entries.get(act) ?? []), seq]);
  return {
    done: [...entries].map(([act, seqs]) => ({ act, entries: seqs })),
    never: ACTS.filter((act) => offered.includes(act) && !entries.has(act)),
  };
}
