import type { ExerciseAction } from '#core/exercise/exercise-kind.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { type ChainLink, chained, firstBreak } from '#core/kernel/hash-chain.ts';
import type { Instant } from '#core/kernel/instant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import type { Role } from '#core/scenario/role.ts';

/** What an attempt is an attempt at. It is written once and never changed. */
export interface AttemptHeader {
  readonly schema: 'attempt/1';
  readonly id: string;
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly marketId: string;
  readonly generatorVersion: number;
  readonly locale: string;
  /** Left out where the case is played in its usual role. */
  readonly role?: Role;
  /** Left out of a first attempt. */
  readonly retry?: Retry;
  /** Wall time at the beginning, as the reader's machine gave it; scored nowhere. */
  readonly wall: string;
}

/** An attempt that goes on from the middle of another one. */
export type Retry = {
  /** The attempt that it goes on from. */
  readonly of: string;
  /** Number of the first event of its own; all before it were taken over. */
  readonly from: number;
};

/** What a trainee did, before it has a place in the log. */
export type AttemptDeed =
  | { readonly type: 'scene.continued'; readonly state: string }
  | { readonly type: 'decision.made'; readonly state: string; readonly option: string }
  | { readonly type: 'exercise.acted'; readonly state: string; readonly action: ExerciseAction }
  | { readonly type: 'exercise.committed'; readonly state: string }
  /** A timer ran out, whether it was waited for or the time of other steps has passed it. */
  | { readonly type: 'timer.elapsed'; readonly state: string }
  /** More time was asked for: the timer runs for its minutes once more. */
  | { readonly type: 'timer.extended'; readonly state: string }
  /** Help was asked for; `hint` is its place in the state's list. */
  | { readonly type: 'hint.taken'; readonly state: string; readonly hint: number };

/** A deed with its place: number, case time, wall time, and the hash of everything before it. */
export type AttemptEvent = AttemptDeed &
  ChainLink & {
    /** Case time at which it was done. */
    readonly at: Instant;
    readonly wall: string;
  };

/** The only truth about an attempt; everything shown or scored is replayed from it. Append-only. */
export interface AttemptLog {
  readonly header: AttemptHeader;
  readonly events: readonly AttemptEvent[];
}

/** The event that follows the log's last one, chained to it and through it to the header. */
export function recordEvent(
  { header, events }: AttemptLog,
  deed: AttemptDeed,
  at: Instant,
  wall: string,
): AttemptEvent {
  return chained({ ...deed, at, wall }, events.at(-1), headerHash(header));
}

/** The number of the first event that does not fit what stands before it, or undefined where the log is whole. */
export function firstBrokenEvent({ header, events }: AttemptLog): number | undefined {
  return firstBreak(events, headerHash(header));
}

const headerHash = (header: AttemptHeader) => sha256Hex(canonicalJson({ ...header }));
