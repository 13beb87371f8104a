import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import type { Role } from '#case/language/model/role.ts';
import { canonicalJson } from '#kernel/model/canonical-json.ts';
import { type ChainLink, chained, firstBreak } from '#kernel/model/hash-chain.ts';
import type { Instant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';

/** What the attempt is of: case, market, versions, role. Written once and never changed. */
export interface AttemptHeader {
  readonly schema: 'attempt/1';
  readonly id: string;
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly marketId: string;
  readonly generatorVersion: number;
  readonly locale: string;
  /** Left out for the usual role of the case. */
  readonly role?: Role;
  /** Left out of a first attempt. */
  readonly retry?: Retry;
  /** Wall time at the start, by the trainee's machine; never scored. */
  readonly wall: string;
}

/** Origin of an attempt that continues from the middle of another one. */
export type Retry = {
  /** Id of the attempt that it continues. */
  readonly of: string;
  /** Number of its first own event; all earlier events were taken over. */
  readonly from: number;
};

/** What a trainee did, before it is placed in the log. */
export type AttemptStep =
  | { readonly type: 'scene.continued'; readonly state: string }
  | { readonly type: 'decision.made'; readonly state: string; readonly option: string }
  | { readonly type: 'exercise.acted'; readonly state: string; readonly action: ExerciseAction }
  | { readonly type: 'exercise.committed'; readonly state: string }
  /** A timer ran out, either while waiting or because other steps took longer. */
  | { readonly type: 'timer.elapsed'; readonly state: string }
  /** The trainee asked for more time: the timer runs for its minutes once more. */
  | { readonly type: 'timer.extended'; readonly state: string }
  /** The trainee asked for a hint; `hint` is its index in the state's list. */
  | { readonly type: 'hint.taken'; readonly state: string; readonly hint: number };

/** A step in the log: number, case time, wall time, and the hash chain. */
export type AttemptEvent = AttemptStep &
  ChainLink & {
    /** Case time at which it was done. */
    readonly at: Instant;
    readonly wall: string;
  };

/** The only source of truth about an attempt; everything shown or scored is replayed from it. Append-only. */
export interface AttemptLog {
  readonly header: AttemptHeader;
  readonly events: readonly AttemptEvent[];
}

/** The event that follows the last one of the log, chained to it and through it to the header. */
export function recordEvent(
  { header, events }: AttemptLog,
  step: AttemptStep,
  at: Instant,
  wall: string,
): AttemptEvent {
  return chained({ ...step, at, wall }, events.at(-1), headerHash(header));
}

/**
 * The number of the first event that does not follow from the one before it, or undefined if the log is intact. The
 * first `checked` events are taken for right.
 */
export function firstBrokenEvent({ header, events }: AttemptLog, checked = 0): number | undefined {
  return firstBreak(events, headerHash(header), checked);
}

const headerHash = (header: AttemptHeader) => sha256Hex(canonicalJson({ ...header }));
