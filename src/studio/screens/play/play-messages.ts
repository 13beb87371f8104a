import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { WantedStart } from '#case/attempt/model/start-at.ts';
import type { PlayedRole } from '#case/play/screens/played-role.ts';
import type { PlayableDraft } from '#studio/use-cases/checking/check-draft.ts';
import type { BrokenStep } from '#studio/use-cases/checking/replay-on-edited.ts';

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
