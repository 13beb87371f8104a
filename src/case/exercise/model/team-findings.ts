/** One finding of a team in an exercise, with its counts. `word` is a word of the kind. */
export interface TeamFinding {
  /** What the finding is about, such as a platform, and its claim, as ids of the kind. */
  readonly place: string;
  readonly claim: string;
  /** Rank among all possible findings on all places: the same for every team. */
  readonly at: number;
  readonly word: string;
  /** k of n: how often the team saw it, and how often it looked. */
  readonly seen: number;
  readonly tried: number;
  /** True if the word says that something is wrong. */
  readonly accuses: boolean;
}
