import type { AttemptEvent, AttemptHeader } from '#core/attempt/attempt-log.ts';

/** An attempt as it lies in storage: not yet checked, so nothing about it is known but its id. */
export interface SavedAttempt {
  readonly id: string;
  readonly header: unknown;
  readonly events: readonly unknown[];
}

/** Where attempts are kept. Attempts are only ever added to; nothing is deleted. */
export interface AttemptStore {
  /** False where the browser refuses storage: everything works and nothing outlives the page. */
  readonly lasting: boolean;
  /** The attempt of that scenario that was begun last and not put away. */
  newest(scenario: string): Promise<SavedAttempt | undefined>;
  create(header: AttemptHeader): Promise<void>;
  /** Throws `EventTakenError` where another tab has written an event of that number. */
  append(attempt: string, event: AttemptEvent): Promise<void>;
  /** Keeps the attempt and takes it out of the way: a new one begins, or it cannot be read. */
  putAway(attempt: string, why: 'restarted' | 'unreadable'): Promise<void>;
  /** Attempts put away, newest first. */
  away(scenario: string): Promise<readonly (SavedAttempt & { readonly why: 'restarted' | 'unreadable' })[]>;
}

/** Another tab has written to the same attempt. */
export class EventTakenError extends Error {
  override name = 'EventTakenError';
}

/** Parts of a case that load when they are needed. A part is asked for once; later calls give the same promise. */
export interface PartLoader {
  load(part: string): Promise<unknown>;
}

/** A part could not be fetched: no network, or the site has changed. */
export class PartMissingError extends Error {
  override name = 'PartMissingError';
}

/** Wall time as an ISO text; kept beside case time and scored nowhere. */
export type WallClock = () => string;

/** A new id that no other attempt has. */
export type NewId = () => string;
