import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { EditedReplay } from '#studio/use-cases/checking/replay-on-edited.ts';

/** A recorded attempt in the studio: what it came to when it was put there, and what it comes to now. */
export interface ReplayedAttempt {
  readonly id: number;
  /** Name of its file, or words for a play that was kept here. */
  readonly name: string;
  readonly log: AttemptLog;
  readonly before: EditedReplay;
  readonly now: EditedReplay;
}
