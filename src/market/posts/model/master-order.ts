import type { Genre } from './genre.ts';
import type { Hand } from './typing.ts';
import type { Variant, WholeAd } from './whole-ad.ts';

/** What a master text has to say, and by whom it is typed. Who is behind the ad is no part of it. */
export interface MasterOrder {
  readonly genre: Genre;
  readonly hand: Hand;
  /** Set if the hand is something that the ad shows, so that no other hand can write it. */
  readonly showsHand: boolean;
  /** Indicators that the text says, in the order of the family's plan. */
  readonly says: readonly string[];
  /** Indicators that stand elsewhere, such as in a field, and forbid lines beside them. */
  readonly elsewhere: readonly string[];
  /** Set if a line has to name the person: there a copy keeps the name of another one. */
  readonly namesPerson: boolean;
  /** Set if several accounts repeat the text: it has words of its own, because its first line shows that. */
  readonly isShared?: boolean;
  /** The sector of an offer of work; empty for other ads. */
  readonly sector: string;
  /** Number of the master; all its choices are drawn for it. */
  readonly master: number;
}

/** A whole ad in one of its variants. */
export interface AssignedAd {
  readonly ad: WholeAd;
  readonly variant: Variant;
}
