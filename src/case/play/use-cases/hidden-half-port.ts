/** What a team sees of an exercise whose hidden half the room keeps. It follows from the attempt that the room has. */
export interface SeenExercise {
  /** Number of the last event of the attempt that it rests on. */
  readonly last: number;
  /** In the shape of its kind. */
  readonly seen: unknown;
  /** Set if it was asked for and the last act of the team commits it to waiting. */
  readonly hoursToNext?: number;
  /** The places of the exercise that the team is given; undefined for all. The team's first act repeats them. */
  readonly share?: readonly string[];
}

/** Port to the server of a room, which keeps the hidden half of exercises. */
export interface HiddenHalfPort {
  /** Number of the last event of the attempt that it has. When it grows, `seen` can have more. */
  readonly upTo: number;
  /** True while the server does not answer. */
  readonly isSilent: boolean;
  /** The visible part of the exercise at a state. Retries until there is an answer; undefined if there will be none. */
  seen(state: string, ahead?: boolean): Promise<SeenExercise | undefined>;
}
