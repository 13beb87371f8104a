import type { Act } from './acts.ts';
import type { Saying } from './sentence.ts';

/** A report or a contact after which pages were changed or deleted that nobody had captured. */
export interface OvertakenPages {
  readonly act: 'notify' | 'contact';
  /** The choice that was the act, with the title of its scene. */
  readonly seq: number;
  readonly step: string;
  /** Ads whose page was gone, or no longer the same, before the first capture of it. */
  readonly ads: readonly string[];
}

/** A place in the log at which the attempt could still go another way: a new one goes on just before that event. */
export interface SecondChance {
  readonly seq: number;
  /** Title of the scene that is open there. */
  readonly step: string;
  /** Acts that can be done there: at the exercise that is open, or by an option that is offered. */
  readonly acts: readonly Act[];
  /** The kind of the exercise that is open there; left out at a choice. */
  readonly kind?: string;
}

/** What the case tells every rule of the first page. */
export interface CaseGist {
  /** A closed card was copied in some exercise. */
  readonly copiedClosedCard: boolean;
  readonly overtaken: readonly OvertakenPages[];
  /** The earliest first. */
  readonly chances: readonly SecondChance[];
}

/**
 * A sentence of the first page of a debrief about all exercises of one kind. Of each list one sentence is said: of those that
 * are true the one with the lowest rank. Rules of the case itself stand in the same order (`debrief/one-page.ts`).
 */
export interface PageRule {
  /** Key of the message in `i18n/messages/<locale>/sentences.json`. */
  readonly id: string;
  readonly rank: number;
  /** `facts` are those of every exercise of the kind, in the order of the case. */
  says(facts: readonly unknown[], gist: CaseGist): readonly Saying[];
  /**
   * Of a rule of `change`: the step from which one can do what it asks for, as the sentence `next.retry` names it. None where
   * there is no such step; left out where another try at the case is not what one needs.
   */
  retry?(facts: readonly unknown[], gist: CaseGist): readonly Saying[];
}

/** A chance as `next.retry` names it; nothing where there is none. */
export const goBackTo = (chance: Pick<SecondChance, 'seq' | 'step'> | undefined): readonly Saying[] =>
  chance ? [{ params: { step: chance.step }, events: [chance.seq] }] : [];

/**
 * What a kind adds to the first page. Ranks of `keep`: below 30 nobody was harmed, below 60 an order or pages that were kept,
 * below 80 what was found. Ranks of `change`: below 30 what cannot be repaired, below 60 what an own act has lost, below 80
 * what could have harmed, below 100 persons overlooked or flagged without cause, from 100 on what is missing, late or faulty.
 */
export interface PageRules {
  readonly keep?: readonly PageRule[];
  readonly change?: readonly PageRule[];
  readonly next?: readonly PageRule[];
  /** False where something was done that forbids to say that nothing could have harmed. */
  isSafe?(facts: readonly unknown[], gist: CaseGist): boolean;
  /**
   * False where something was lost or came too late, even if the acts of the case came in their order: the case counts acts,
   * and its order would be praised beside what it has lost.
   */
  isInTime?(facts: readonly unknown[], gist: CaseGist): boolean;
}
