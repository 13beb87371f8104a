import type { LawOfDesk } from '#evidence/law/model/authority.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { DataCategory } from './letter.ts';

/** What the case says about the data that a letter concerns. A field that is left out is not checked. */
export interface LetterSubject {
  /** Ids of the ads; a letter about other ads asks for more than the case needs. */
  readonly ads: readonly string[];
  readonly accounts: readonly string[];
  readonly urls: readonly string[];
  /** Offences that fit the facts. */
  readonly offences?: readonly string[];
  /** Platforms that hold the data. */
  readonly custodians?: readonly string[];
  /** Language of the receiver. */
  readonly language?: string;
  /** Kinds of data that the case needs and the receiver holds. */
  readonly data?: readonly DataCategory[];
  /** When the first and the last of the ads were posted. */
  readonly posted?: { readonly first: Instant; readonly last: Instant };
  /** When the letter was sent. */
  readonly sentAt?: Instant;
  /** What must follow a preservation request. */
  readonly intent?: 'order' | 'assistance';
  /** The longest period for which the receiver keeps data. */
  readonly longestDays?: number;
  /** Accepted words of this case for points of a letter, by name of the point; see `POINTS`. */
  readonly words?: Readonly<Partial<Record<string, readonly string[]>>>;
  /** False if the receiver runs no ads, so that it can take none down. */
  readonly runsAds?: boolean;
  readonly law?: LawOfDesk;
}
