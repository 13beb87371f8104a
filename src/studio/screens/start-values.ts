import type { Pattern } from '#library/content/model/schemas.ts';
import type { ArchiveRemark } from '#studio/use-cases/case-archive.ts';

/** A draft in the list of the start screen. */
export interface DraftRow {
  readonly id: string;
  readonly title: string;
  /** Address of the draft in the studio. */
  readonly href: string;
  /** Title of the case or pattern with which it was begun; left out for an empty one. */
  readonly begunFrom?: string;
  /** Findings to mend; left out while it has not been checked. */
  readonly findings?: number;
  readonly keptAt: Date;
  readonly givenOutAt?: Date;
}

/** A draft whose last save was cut off. */
export interface BrokenRow {
  readonly id: string;
  /** When the last good text before it was kept. */
  readonly before?: Date;
}

/** With what a new case begins. */
export type BeginFrom =
  | { readonly from: 'case'; readonly id: string }
  | { readonly from: 'pattern'; readonly decision: string }
  | { readonly from: 'empty' };

/** A new case as its author orders it; `market` is the id of a profile, left out for a copy. */
export interface BeginOrder {
  readonly start: BeginFrom;
  readonly title: string;
  readonly market?: string;
}

/** What of a pattern the list shows. */
export type PatternEntry = Pick<Pattern, 'decision' | 'title' | 'meters'>;

/** What became of the last case that was brought in. */
export interface Brought {
  readonly name: string;
  readonly ok: boolean;
  readonly remarks: readonly ArchiveRemark[];
  /** True where its text alone can be taken in. */
  readonly hasText: boolean;
}
