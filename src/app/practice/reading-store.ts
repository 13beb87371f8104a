import type { Reading } from '#core/practice/reading.ts';

/** Where readings are kept: on this device alone. */
export interface ReadingStore {
  /** False where the browser refuses storage: everything is forgotten with the page. */
  readonly lasting: boolean;
  /** All readings, the oldest first. What cannot be read as one is left out, and stays. */
  all(): Promise<readonly Reading[]>;
  /** Keeps a reading once; a second one of the same round changes nothing. */
  keep(reading: Reading): Promise<void>;
  clear(): Promise<void>;
}
