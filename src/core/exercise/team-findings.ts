import type { Brief } from './exercise-plug.ts';

/** One thing that a team has said in an exercise, with the counts behind it. Words are those of the kind. */
export interface TeamFinding {
  /** What it is said of, such as a platform, and what is said, as ids of the kind. */
  readonly place: string;
  readonly claim: string;
  /** Where it stands among all that could be said of all places: the same for every team. */
  readonly at: number;
  readonly word: string;
  /** k of n: how often the team saw it, and how often it looked. */
  readonly seen: number;
  readonly tried: number;
  /** True if the word says that something is wrong. */
  readonly accuses: boolean;
}

/** What a kind brings along whose teams say the same sort of thing of the same places: a room shows it on one board. */
export interface ExerciseTeamFindings {
  /** What a team has said so far, in the order of the brief. What it did not test is left out. */
  findingsOf(brief: Brief, response: unknown): readonly TeamFinding[];
  /** The places that the team was given; undefined where it was given all. */
  shareOf(response: unknown): readonly string[] | undefined;
  /** How often the team itself stopped the exercise, and whether it stands still now. */
  stopsOf(response: unknown): { readonly times: number; readonly now: boolean };
  /** What is so, as a word of the kind: shown once the answers are open. */
  truthOf(brief: Brief, place: string, claim: string): string;
}
