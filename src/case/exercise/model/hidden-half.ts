import type { ExerciseAction } from './exercise-kind.ts';
import type { Brief } from './exercise-plug.ts';

/**
 * Plug for kinds whose brief has a hidden half, which decides what happens and which players must not read. On the site
 * and in a packed case the page plays with the whole brief. In a room the server keeps the hidden half and says what is
 * seen after each act.
 */
export interface ExerciseHidden {
  /** The brief without its hidden half. */
  openBrief(brief: Brief): Brief;
  /**
   * What a player sees after the acts of a response, as JSON. `brief` is whole. The screens are drawn from it alone.
   */
  seen(brief: Brief, response: unknown): unknown;
  /**
   * Hours until something happens that the player will see, or until the next pause of the exercise; 0 if it is over.
   * Undefined unless the last act commits the player to waiting, to prevent peeking.
   */
  hoursToNext(brief: Brief, response: unknown): number | undefined;
  /** What teams of a room can share out, in the order of the brief. */
  places(brief: Brief): readonly { readonly id: string; readonly name: string }[];
  /**
   * Whether the action is on a place of the team's share and allowed after its last act. Without a share all places
   * are.
   */
  mayAct(brief: Brief, response: unknown, action: ExerciseAction, share: readonly string[] | undefined): boolean;
}
