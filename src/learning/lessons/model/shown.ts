import type { Instant } from '#kernel/model/instant.ts';
import type { Ad, AdComment } from '#market/ads/model/market.ts';

/** What a record of one ad shows by itself. */
export type RecordFact =
  | { readonly what: 'note' | 'chat'; readonly text: string }
  | { readonly what: 'numbers'; readonly numbers: readonly string[] }
  | { readonly what: 'renewals'; readonly times: readonly Instant[] }
  | { readonly what: 'opened' | 'consent'; readonly day: Instant }
  /** Money that came into the wallet, and what of it left again. */
  | { readonly what: 'passed'; readonly received: number; readonly passed: number }
  | { readonly what: 'payout'; readonly received: number; readonly passed: number; readonly name: string };

/** What ads of different persons have in common, where only records tell it. */
type SharedFact =
  | { readonly what: 'payer' | 'fees' | 'device' | 'collector'; readonly text: string }
  /** Accounts that were opened in one row. */
  | { readonly what: 'burst'; readonly from: Instant; readonly until: Instant }
  | { readonly what: 'sync'; readonly times: readonly Instant[] }
  | {
      readonly what: 'route' | 'arrival';
      readonly stops: readonly { readonly town: string; readonly from: Instant }[];
    };

/** What stands at one place of an ad, as the page or a record of the site has it. */
export type ShownThere =
  | { readonly what: 'line' | 'template'; readonly text: string }
  | { readonly what: 'field'; readonly field: string; readonly text: string }
  /** A field that an offer of work leaves out. */
  | { readonly what: 'missing'; readonly field: string }
  /** A line that the advertiser took out some minutes after posting. */
  | { readonly what: 'earlier'; readonly text: string; readonly minutes: number }
  | { readonly what: 'comments'; readonly comments: readonly Pick<AdComment, 'by' | 'text'>[] }
  /** All lines, where the way in which they are typed is what shows. */
  | { readonly what: 'typing'; readonly lines: readonly string[] }
  | RecordFact
  | SharedFact;

/** What stands at the place, and in how many ads of other persons the same stands. */
export interface FoundThere {
  readonly shown: ShownThere;
  readonly others?: number;
  /** What it has to be compared with: another field of the same ad, or the usual amount on the market card. */
  readonly beside?: { readonly field: string; readonly text: string };
  readonly usual?: { readonly town: string; readonly sim: number };
}

/** What a reader of places needs beside the label. */
export interface AdAround {
  readonly ad: Ad;
  readonly adOf: (id: string) => Ad | undefined;
  /** Notes and chats of the market by what they show. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** All names that persons of a market can have. */
  readonly names: readonly string[];
  /** The market card names the usual price or pay of each town. */
  readonly towns: readonly { readonly name: string; readonly median: number }[];
}
