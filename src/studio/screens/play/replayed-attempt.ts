import type { EditedReplay } from '#app/author/replay-on-edited.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';

/** A recorded attempt in the studio: what it came to when it was put there, and what it comes to now. */
export interface ReplayedAttempt {
  readonly id: number;
  /** Name of its file, or words for a play that was kept here. */
  readonly name: string;
  readonly log: AttemptLog;
  readonly before: EditedReplay;
  readonly now: EditedReplay;
}
