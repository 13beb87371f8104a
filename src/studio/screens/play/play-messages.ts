import type { PlayableDraft } from '#app/author/check-draft.ts';
import type { BrokenStep } from '#app/author/replay-on-edited.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { WantedStart } from '#core/attempt/start-at.ts';
import type { PlayedRole } from '#ui/case/played-role.ts';

/** What is to be played, and from where. */
export interface PlayOrder {
  readonly played: PlayableDraft;
  readonly roles: readonly PlayedRole[];
  /** `go-on` after an edit, `briefing` to begin anew, or a place in the case. */
  readonly from: 'go-on' | 'briefing' | WantedStart;
  /** What had been played before another view was opened. */
  readonly log?: AttemptLog | undefined;
}

/** Where the play stands. */
export interface PlayStand {
  /** Undefined at the briefing, and where the play began in the middle. */
  readonly log: AttemptLog | undefined;
  /** After an edit: the first step of the play that the new text does not allow. */
  readonly broken: BrokenStep | undefined;
}
