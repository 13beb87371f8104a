import type { AttemptEvent, AttemptHeader } from '#core/attempt/attempt-log.ts';

/** An attempt as it lies in storage: not yet checked, so nothing about it is known but its id. */
export interface SavedAttempt {
  readonly id: string;
  readonly header: unknown;
  readonly events: readonly unknown[];
}

/** Why an attempt was put away: a new one began, one began in the middle of it, it cannot be read, its market cannot be made here, or the case has changed. */
export type WhyAway = 'restarted' | 'retried' | 'unreadable' | 'other-version' | 'other-text';

/** Where attempts are kept. Attempts are only ever added to; nothing is deleted. */
export interface AttemptStore {
  /** False where the browser refuses storage: everything works and nothing outlives the page. */
  readonly lasting: boolean;
  /** The attempt of that scenario that was begun last and not put away. */
  newest(scenario: string): Promise<SavedAttempt | undefined>;
  /** Both or neither are kept: the header, and the events that a retry has taken over. */
  create(header: AttemptHeader, events?: readonly AttemptEvent[]): Promise<void>;
  /** Throws `EventTakenError` where another tab has written an event of that number. */
  append(attempt: string, event: AttemptEvent): Promise<void>;
  /** Keeps the attempt and takes it out of the way. */
  putAway(attempt: string, why: WhyAway): Promise<void>;
  /** Attempts put away, newest first. */
  away(scenario: string): Promise<readonly (SavedAttempt & { readonly why: WhyAway })[]>;
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

/** A part arrived cut short, and once more so when it was asked for again. */
export class PartBrokenError extends Error {
  override name = 'PartBrokenError';
  readonly part: string;
  constructor(part: string) {
    super(`The part ${part} arrives cut short.`);
    this.part = part;
  }
}

/** Wall time as an ISO text; kept beside case time and scored nowhere. */
export type WallClock = () => string;

/** A new id that no other attempt has. */
export type NewId = () => string;
