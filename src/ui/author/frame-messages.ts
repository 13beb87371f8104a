import type { PlayableDraft } from '#app/author/check-draft.ts';
import type { BrokenStep } from '#app/author/replay-on-edited.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { WantedStart } from '#core/attempt/start-at.ts';
import type { PlayedRole } from '#ui/case/played-role.ts';

/** What the tool tells the frame in which the case is played. */
export interface PlayMessage {
  readonly type: 'author.play';
  readonly place: string;
  readonly played: PlayableDraft;
  readonly roles: readonly PlayedRole[];
  /** `go-on` after an edit, `briefing` to begin anew, or a place in the case. */
  readonly from: 'go-on' | 'briefing' | WantedStart;
}

/** What the frame tells the tool: that it is there, and where the play stands. */
export type FrameMessage =
  | { readonly type: 'author.ready' }
  | {
      readonly type: 'author.stands';
      readonly place: string;
      /** Undefined at the briefing. */
      readonly log: AttemptLog | undefined;
      /** The state at which an author began, in place of the beginning. */
      readonly begun: string | undefined;
      readonly visited: readonly string[];
      /** After an edit: the first step of the play that the new text does not allow. */
      readonly broken: BrokenStep | undefined;
    };
