import type { Brief } from './exercise-plug.ts';

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

/** Plug for kinds whose teams make comparable findings on the same places, which a room shows on one board. */
export interface ExerciseTeamFindings {
  /** The findings of a team so far, in the order of the brief, without what it did not test. */
  findingsOf(brief: Brief, response: unknown): readonly TeamFinding[];
  /** The places that the team was given; undefined for all. */
  shareOf(response: unknown): readonly string[] | undefined;
  /** How often the team itself stopped the exercise, and whether it is stopped now. */
  stopsOf(response: unknown): { readonly times: number; readonly now: boolean };
  /** The truth as a word of the kind, shown once the answers are open. */
  truthOf(brief: Brief, place: string, claim: string): string;
}
