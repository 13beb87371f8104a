import type { Instant } from '#kernel/model/instant.ts';
import type { ClaimId } from './claims.ts';

/** "3 of 7": how often something was seen, of how many trials. `of` is never 0: what was not tried has no count. */
export type SeenOf = readonly [seen: number, of: number];

/** What a test measured of one site, as far as it measured it. */
export interface HandedSite {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** Share of the market's ads, in per cent. */
  readonly share: number;
  /** Cards of which an authority was told with usable data, of those of which it should have been told. */
  readonly told?: SeenOf;
  /** Fields that were kept, of those asked for, and the fewest days for which they are kept; 0 where none was kept. */
  readonly kept?: { readonly fields: SeenOf; readonly days: number };
  /** Lawful cards that were taken down, of those placed. */
  readonly blocked?: SeenOf;
}

/** A finding that stands in the report: it has its evidence, and the site was heard. */
export interface HandedLine {
  readonly site: string;
  readonly claim: ClaimId;
  readonly word: 'pattern' | 'once' | 'not-seen';
  /** Failures of trials. */
  readonly count: SeenOf;
}

/** Why a report cannot say something: nobody tried it, it was tried and nothing was written of it, evidence is missing, or the site can still reply. */
export const OPEN_REASONS = ['not-tested', 'not-written', 'not-proved', 'reply-open'] as const;
export type OpenReason = (typeof OPEN_REASONS)[number];

/**
 * A report of a test of platforms as another exercise takes it over: counts and codes without words. Nothing of what the
 * platforms hide is in it. The words are messages, so that it reads in every language.
 */
export interface HandedReport {
  readonly schema: 'test-report/1';
  readonly from: Instant;
  readonly until: Instant;
  /** Copies of test cards that were placed. */
  readonly copies: number;
  /** False while the team could still change its report. */
  readonly sealed: boolean;
  /** Every site that could be tested, also one that was not. */
  readonly sites: readonly HandedSite[];
  readonly lines: readonly HandedLine[];
  readonly open: readonly { readonly site: string; readonly claim: ClaimId; readonly why: OpenReason }[];
}
