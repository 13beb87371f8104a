import type { SeenExercise } from '#core/room/protocol.ts';

/** Port to the server of a room, which keeps the hidden half of exercises. */
export interface HiddenHalfPort {
  /** Number of the last event of the attempt that it has. When it grows, `seen` can have more. */
  readonly upTo: number;
  /** True while the server does not answer. */
  readonly isSilent: boolean;
  /** The visible part of the exercise at a state. Retries until there is an answer; undefined if there will be none. */
  seen(state: string, ahead?: boolean): Promise<SeenExercise | undefined>;
}
