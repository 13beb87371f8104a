import type { AttemptEvent, AttemptHeader } from '#case/attempt/model/attempt-log.ts';

/** An attempt as read from storage: unchecked, so only its id is known. */
export interface SavedAttempt {
  readonly id: string;
  readonly header: unknown;
  readonly events: readonly unknown[];
}

/**
 * Why an attempt was put away: a new one began, a retry began from one of its events, it cannot be read, its market was
 * made by another generator, or the case has changed.
 */
export type WhyAway = 'restarted' | 'retried' | 'unreadable' | 'other-version' | 'other-text';

/** Storage of attempts. Append-only: nothing is ever deleted. */
export interface AttemptStore {
  /** False where the browser refuses storage: everything works, but is lost with the page. */
  readonly lasting: boolean;
  /** The newest attempt at that scenario that was not put away. */
  newest(scenario: string): Promise<SavedAttempt | undefined>;
  /** Stores the header and the events that a retry takes over, in one transaction. */
  create(header: AttemptHeader, events?: readonly AttemptEvent[]): Promise<void>;
  /** Throws `EventTakenError` where another tab has written an event of that number. */
  append(attempt: string, event: AttemptEvent): Promise<void>;
  /** Marks the attempt as put away and keeps it; `newest` no longer returns it. */
  putAway(attempt: string, why: WhyAway): Promise<void>;
  /** The attempt of that id, open or put away; undefined where there is none. */
  find(attempt: string): Promise<SavedAttempt | undefined>;
  /** Reopens an attempt, whether or not it was put away, as the newest. */
  bringBack(attempt: string): Promise<void>;
  /** Attempts put away, newest first. */
  away(scenario: string): Promise<readonly (SavedAttempt & { readonly why: WhyAway })[]>;
}

/** Another tab has written to the same attempt. */
export class EventTakenError extends Error {
  override name = 'EventTakenError';
}

/** Thrown where a part of the key belongs to another text or market than the page shows. */
export class PartOfOtherVersionError extends Error {
  override name = 'PartOfOtherVersionError';
  readonly part: string;
  constructor(part: string) {
    super(`The part ${part} is of another version of this case. Reload the page, so that both come from one site.`);
    this.part = part;
  }
}

/** Current wall time as an ISO 8601 text; logged beside case time, never scored. */
export type WallClock = () => string;

/** Returns a new unique attempt id. */
export type NewId = () => string;
