import type { LetterKind } from '#core/evidence/letters/letter.ts';
import type { Instant } from '#core/kernel/instant.ts';
import type { Market } from '#core/market/market.ts';
import type { WorldState } from '#core/market/world-state.ts';

/** A company that a letter goes to, as far as it can be named. */
export interface LetterReceiver {
  readonly id: string;
  /** What it is called; left out where it goes by the names of its sites. */
  readonly name?: string;
  readonly sites: readonly string[];
}

/** A letter that went out, with what is known of it at this moment of the case. */
export interface KnownLetter {
  /** Its number at the desk where it was written; left out where letters have none. */
  readonly id?: string;
  readonly kind: LetterKind;
  /** Who got it: a company, or the id of a site. Empty where it names nobody. */
  readonly to: LetterReceiver | string;
  readonly sentAt: Instant;
  readonly seq: number;
  /** `unanswered`: an answer is awaited. Left out where what came back is in the story alone. */
  readonly answer?:
    | {
        readonly outcome: 'acknowledged' | 'partial' | 'refused';
        readonly at: Instant;
        /** Set where the company has told the account holder of the letter. */
        readonly holderTold?: true;
      }
    | 'unanswered';
}

/** The case around an exercise, as it stands at a moment. */
export interface CaseAround {
  readonly brief: Readonly<Record<string, unknown>>;
  readonly market: Market;
  readonly world: WorldState;
  readonly clock: Instant;
}
