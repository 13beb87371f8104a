import type { Reading } from '#case/debrief/model/reading/reading.ts';

/** Storage of readings, on this device only. */
export interface ReadingStore {
  /** False where the browser refuses storage: everything is lost with the page. */
  readonly lasting: boolean;
  /** All readings, oldest first. Unreadable entries are skipped but not deleted. */
  all(): Promise<readonly Reading[]>;
  /** Stores a reading; a second one of the same round is ignored. */
  keep(reading: Reading): Promise<void>;
  clear(): Promise<void>;
}
