import type { Saying, SentenceRule } from '#kernel/model/sentence.ts';
import type { Act } from './acts.ts';

/** A report or a contact after which pages that had not been captured were changed or deleted. */
export interface OvertakenPages {
  readonly act: 'notify' | 'contact';
  /** The event of the choice that was the act, and the title of its scene. */
  readonly seq: number;
  readonly step: string;
  /** Ads whose page was gone or changed before it was first captured. */
  readonly ads: readonly string[];
}

/** An event before which the attempt could still take another course: a retry continues just before it. */
export interface SecondChance {
  readonly seq: number;
  /** Title of the scene that is open at that point. */
  readonly step: string;
  /** Acts possible at that point: in the open exercise, or by an offered option. */
  readonly acts: readonly Act[];
  /** The kind of the open exercise; left out at a choice. */
  readonly kind?: string;
}

/** Facts about the case that every rule of the first page may read. */
export interface CaseGist {
  /** True if a closed card was copied in some exercise. */
  readonly copiedClosedCard: boolean;
  readonly overtaken: readonly OvertakenPages[];
  /** Earliest first. */
  readonly chances: readonly SecondChance[];
}

/**
 * A sentence of the first page of a debrief about all exercises of one kind. Of each list one sentence is said: the
 * true one with the lowest rank. Rules of the case itself share this order (`debrief/one-page.ts`).
 */
export interface PageRule<Facts = unknown> extends Pick<SentenceRule<unknown>, 'id' | 'ground' | 'sources'> {
  readonly rank: number;
  /** `facts` are those of every exercise of the kind, in the order of the case. */
  says(facts: readonly Facts[], gist: CaseGist): readonly Saying[];
  /**
   * For a rule of `change`: the step from which the trainee can do what it asks for, as a saying of `next.retry`. Empty
   * if there is no such step; left out if a retry would not help.
   */
  retry?(facts: readonly Facts[], gist: CaseGist): readonly Saying[];
}

/** A chance as a saying of `next.retry`; empty if there is none. */
export const goBackTo = (chance: Pick<SecondChance, 'seq' | 'step'> | undefined): readonly Saying[] =>
  chance ? [{ params: { step: chance.step }, events: [chance.seq] }] : [];

/**
 * What a kind adds to the first page. Ranks of `keep`: below 30 no one was harmed, below 60 an order was followed or
 * pages were kept, below 80 what was found. Ranks of `change`: below 30 what cannot be repaired, below 60 what was lost
 * by the trainee's own act, below 80 what could have caused harm, below 100 persons overlooked or flagged without
 * cause, from 100 on what is missing, late or faulty.
 */
export interface PageRules<Facts = unknown> {
  readonly keep?: readonly PageRule<Facts>[];
  readonly change?: readonly PageRule<Facts>[];
  readonly next?: readonly PageRule<Facts>[];
  /** False if something was done that rules out the sentence that nothing could have caused harm. */
  isSafe?(facts: readonly Facts[], gist: CaseGist): boolean;
  /**
   * False if something was lost or came too late, even if the acts of the case were in order: the case counts acts
   * only, and would praise their order beside what was lost.
   */
  isInTime?(facts: readonly Facts[], gist: CaseGist): boolean;
}
