import type { CustodyEntry } from './custody-log.ts';

/**
 * Facts of a record or of a bag that no entry of the custody log gives. Some of them the log gives for one page and not
 * for another.
 */
export const UNLOGGED_FACTS = [
  'market',
  'operator',
  'ad',
  'written-address',
  'written-time',
  'address',
  'redirects',
  'status',
  'request',
  'headers',
  'ip',
  'clock-source',
  'clock',
  'basis',
  'child-check',
  'login',
  'tool',
  'tool-version',
  'method',
  'title',
  'account',
  'identifiers',
  'standing',
  'language',
  'view',
  'notes',
] as const;
export type UnloggedFact = (typeof UNLOGGED_FACTS)[number];

/** Facts of a record that the log gives, or a page or a picture that the log names by its hash. */
export const LOGGED_FACTS = [
  'time',
  'operator',
  'ad',
  'basis',
  'clock',
  'child-check',
  'login',
  'tool',
  'notes',
  'title',
  'language',
  'market',
  'status',
  'account',
  'address',
] as const;
export type LoggedFact = (typeof LOGGED_FACTS)[number];

/** Why a file is not covered by the log. */
export type UncoveredWhy =
  /** No entry names it, and this program does not make it. */
  | 'unknown'
  /** It was not made again, because something else does not fit. */
  | 'not-made'
  /** The WACZ: its captures are those of the bag; the rest was not made again, because something else does not fit. */
  | 'wacz-captures'
  /** It was not made again, because no page was compared with the log. */
  | 'no-page'
  /** It was not made again, because the words of the kit were not given. */
  | 'no-words'
  /** It belongs to a page of which another file does not fit. */
  | 'wrong-page'
  /** A record or a capture: it was compared in part, because another file of its page does not fit. */
  | 'page-part'
  /** Another version of this kit wrote it. */
  | 'other-version'
  /** The request for a time stamp: its random number cannot be made again. */
  | 'request'
  /** The answer of a time-stamp authority: its signature is checked by itself. */
  | 'answer';

/** What was compared with the custody log of a bag, and what was not. */
export interface LogCoverage {
  /** True if the entries of the log fit one another. Else only hashes were compared with it. */
  readonly isChained: boolean;
  /** Folders of the items that were compared with the log. */
  readonly items: readonly string[];
  /** Files whose bytes have the hash that their own entry names. */
  readonly named: readonly string[];
  /** How many pages, pictures with context, and letters the log names by a hash. */
  readonly logged: { readonly pages: number; readonly copies: number; readonly letters: number };
  /** Files that were compared fact by fact with the log, the page and each other. See `facts` for what is left open. */
  readonly reconciled: readonly string[];
  /** Files that were made again from the log, the named files and the records, and are the same. */
  readonly derived: readonly string[];
  readonly uncovered: readonly { readonly path: string; readonly why: UncoveredWhy }[];
  /** Facts that were compared in at least one record. */
  readonly compared: readonly LoggedFact[];
  /** Facts that the log does not give; `items` is left out if this is so for all of them, or for the bag. */
  readonly facts: readonly { readonly fact: UnloggedFact; readonly items?: readonly string[] }[];
  /** Entries whose hash was compared with nothing. */
  readonly entries: readonly Pick<CustodyEntry, 'seq' | 'action'>[];
}

/** Gathers facts by item: those of all `items` lose their list. */
export function factsOf(
  facts: Iterable<readonly [fact: UnloggedFact, item: string]>,
  items: readonly string[],
): LogCoverage['facts'] {
  const found = new Map<UnloggedFact, string[]>();
  for (const [fact, item] of facts) found.set(fact, [...(found.get(fact) ?? []), item]);
  return UNLOGGED_FACTS.flatMap((fact) => {
    const of = found.get(fact);
    if (!of) return [];
    return items.every((item) => of.includes(item)) ? { fact } : { fact, items: of };
  });
}
