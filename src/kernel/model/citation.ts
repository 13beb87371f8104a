/**
 * How far a source was read, furthest first: V = its text, often in part; H = the headnote of a judgment or an official
 * summary only; A = an abstract, a report by others or the opening pages only; U = not reached, shown as unverified.
 */
export type Verification = 'V' | 'H' | 'A' | 'U';

/** One reading of a source in support of one statement. */
export interface Citation {
  /** Code of the source in `content/sources.yaml`. */
  readonly code: string;
  readonly mark: Verification;
  /** What the source says, in our own words. */
  readonly says: string;
}
