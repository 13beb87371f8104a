/**
 * Why files of the site could not be kept for work without a network: the network gave another answer than the site (a
 * log-in page, an error, a redirect), it gave none, or the browser has no room.
 */
export type WhyMissing = 'other-answer' | 'no-answer' | 'no-room';

/** What is missing from the copy of the site that a browser keeps. */
export interface MissingFiles {
  readonly files: number;
  readonly why: WhyMissing;
  /** Asks the network for them now. */
  readonly tryAgain: () => void;
}
