/** An ad as a drawing of networks shows it. */
export interface DrawnAd {
  readonly id: string;
  readonly title: string;
  /** The name of its network, where it was put in one. */
  readonly network?: string | undefined;
}

/** How a line is drawn: one's own before any verdict, and what a verdict makes of it. */
export type LineLook = 'yours' | 'hit' | 'false' | 'miss';

export interface DrawnLine {
  readonly a: string;
  readonly b: string;
  readonly kinds: readonly string[];
  readonly look: LineLook;
  /** The verdict in a word, where there is one. */
  readonly word?: string | undefined;
}
