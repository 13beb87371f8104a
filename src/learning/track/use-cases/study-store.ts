import type { KeptResult } from '#case/debrief/model/kept-result.ts';
import type { KeptAnswer, PageMark } from '#learning/track/model/kept-answer.ts';

/** What was answered and ticked, and the marks of attempts, on this device only. */
export interface StudyStore {
  /** False where the browser refuses storage: everything is lost with the page. */
  readonly lasting: boolean;
  /** All answers, earliest first. Unreadable entries are skipped but not deleted. */
  answers(): Promise<readonly KeptAnswer[]>;
  /** Stores an answer; one of the same id is left as it is. */
  keepAnswer(answer: KeptAnswer): Promise<void>;
  marks(): Promise<readonly PageMark[]>;
  /** Ticks a page; a tick that exists is left as it is. */
  keepMark(mark: PageMark): Promise<void>;
  removeMark(path: string): Promise<void>;
  /** Marks of ended attempts, as the key of their version gave them. */
  results(): Promise<readonly KeptResult[]>;
  /** Keeps the marks of an attempt in place of earlier ones. */
  keepResult(result: KeptResult): Promise<void>;
  /** Attempts that came to this device in a file, by id. */
  opened(): Promise<ReadonlySet<string>>;
  keepOpened(attempt: string): Promise<void>;
  clear(): Promise<void>;
}
