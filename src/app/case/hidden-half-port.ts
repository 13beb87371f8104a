import type { SeenExercise } from '#core/room/protocol.ts';

/** Who keeps the hidden half of exercises where the page has not got it: the server of a room. */
export interface HiddenHalfPort {
  /** Number of the last event of the attempt that it has. Whenever it grows there is more to be seen. */
  readonly upTo: number;
  /** True while it does not answer. */
  readonly isSilent: boolean;
  /** What is seen of the exercise at a state. It is asked until it answers; undefined if it never will. */
  seen(state: string, ahead?: boolean): Promise<SeenExercise | undefined>;
}
