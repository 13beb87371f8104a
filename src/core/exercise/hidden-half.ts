import type { ExerciseAction } from './exercise-kind.ts';
import type { Brief } from './exercise-plug.ts';

/**
 * What a kind brings along whose brief has a hidden half: it decides what happens, and whoever plays must not read it. On the
 * site and in a packed case the page plays with the whole brief. In a room the half stays with the server, which says what
 * is seen after each act.
 */
export interface ExerciseHidden {
  /** The brief as a player may have it: nothing in it decides what happens. */
  openBrief(brief: Brief): Brief;
  /** What a player sees after the acts of a response, as JSON. `brief` is whole. The screens are drawn from it alone. */
  seen(brief: Brief, response: unknown): unknown;
  /**
   * Hours until something happens that the player will see, or until the next pause of the exercise; 0 if it is over.
   * Undefined unless the last act of the response binds the player to let them pass: nobody is to look ahead and stay.
   */
  hoursToNext(brief: Brief, response: unknown): number | undefined;
  /** What teams of a room can share out, in the order of the brief. */
  places(brief: Brief): readonly { readonly id: string; readonly name: string }[];
  /** Whether a team can act so after a response: in its share of the places, and as its last act allows. All without a share. */
  mayAct(brief: Brief, response: unknown, action: ExerciseAction, share: readonly string[] | undefined): boolean;
}
