import type { AttemptEvent, AttemptHeader } from '#core/attempt/attempt-log.ts';
import type { KeyVersion } from './case-parts.ts';

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
  /** The attempt of that id, open or put away; undefined where there is none. */
  find(attempt: string): Promise<SavedAttempt | undefined>;
  /** Makes an attempt that may have been put away the open one again, and the newest. */
  bringBack(attempt: string): Promise<void>;
  /** Attempts put away, newest first. */
  away(scenario: string): Promise<readonly (SavedAttempt & { readonly why: WhyAway })[]>;
}

/** Another tab has written to the same attempt. */
export class EventTakenError extends Error {
  override name = 'EventTakenError';
}

/**
 * Parts of a case that load when they are needed. A part is asked for once; later calls give the same promise. A part of the
 * key is asked for by its version, so that no cache hands out what an older site had under the same name.
 */
export interface PartLoader {
  load(part: string, version?: KeyVersion): Promise<unknown>;
}

/** A part could not be fetched: no network, or the site has changed. */
export class PartMissingError extends Error {
  override name = 'PartMissingError';
}

/** A part of the key answers another text of the case or another market than the page shows. */
export class PartOfOtherVersionError extends Error {
  override name = 'PartOfOtherVersionError';
  readonly part: string;
  constructor(part: string) {
    super(`The part ${part} is of another version of this case. Reload the page, so that both come from one site.`);
    this.part = part;
  }
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
