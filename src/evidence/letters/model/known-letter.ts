import type { LetterKind } from '#evidence/letters/model/letter.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';

/** Recipient of a letter: a company, as far as it can be named. */
export interface LetterReceiver {
  readonly id: string;
  /** Its name; left out if only the names of its sites are known. */
  readonly name?: string;
  readonly sites: readonly string[];
}

/** A letter that was sent, with what is known of it at this moment of the case. */
export interface KnownLetter {
  /** Its number at the desk where it was written; left out if the letters of the desk have none. */
  readonly id?: string;
  readonly kind: LetterKind;
  /** Recipient: a company, or the id of a site. Empty if the letter names none. */
  readonly to: LetterReceiver | string;
  /** Set if it went to an office of another State about that company: its point of contact or its central authority. */
  readonly by?: { readonly office: 'point' | 'authority'; readonly state: string };
  readonly sentAt: Instant;
  readonly seq: number;
  /** `unanswered`: the answer is pending. Left out if only the story tells what came back. */
  readonly answer?:
    | {
        readonly outcome: 'acknowledged' | 'partial' | 'refused';
        readonly at: Instant;
        /** Set if the company told the account holder about the letter. */
        readonly holderTold?: true;
      }
    | 'unanswered';
}

/** The state of the case around an exercise at one moment. */
export interface CaseAround<Given extends object = object> {
  readonly brief: Given;
  readonly market: Market;
  readonly world: WorldState;
  readonly clock: Instant;
}
