import type { LawOfDesk } from '#core/evidence/law/authority.ts';
import type { Instant } from '#core/kernel/instant.ts';
import type { DataCategory } from './letter.ts';

/** What the case knows of the data that a letter is about. Of what is left out, anything will do. */
export interface LetterSubject {
  /** Ids of the ads; a letter about others asks for more than the case needs. */
  readonly ads: readonly string[];
  readonly accounts: readonly string[];
  readonly urls: readonly string[];
  /** Offences that fit the facts. */
  readonly offences?: readonly string[];
  /** Platforms that hold the data. */
  readonly custodians?: readonly string[];
  /** Language in which the receiver reads. */
  readonly language?: string;
  /** Kinds of data that the case needs and the receiver holds. */
  readonly data?: readonly DataCategory[];
  /** When the first and the last of the ads were posted. */
  readonly posted?: { readonly first: Instant; readonly last: Instant };
  /** When the letter went out. */
  readonly sentAt?: Instant;
  /** What has to follow a request to keep data. */
  readonly intent?: 'order' | 'assistance';
  /** The longest period for which the receiver keeps data. */
  readonly longestDays?: number;
  /** Words of this case for points of a letter, by their names; see `POINTS`. */
  readonly words?: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly law?: LawOfDesk;
}
