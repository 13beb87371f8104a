import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { AttemptShelf } from './attempt-shelf.svelte.ts';

/** What the view “Play” leaves behind for its next opening: an author plays, edits on a card, and comes back. */
export interface PlayMemory {
  attempts?: AttemptShelf;
  log?: AttemptLog | undefined;
}
