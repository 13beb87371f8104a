import { HEARTBEAT_MS } from './protocol.ts';

/** Maximum wait before a lost room is asked again, and the first wait. */
const MAX_WAIT_MS = 15_000;
const FIRST_WAIT_MS = 1_000;

/** When the page lost the room; undefined until it has heard nothing for twice the heartbeat. */
export function lostSince(heardAt: number, now: number): number | undefined {
  return now - heardAt > 2 * HEARTBEAT_MS ? heardAt : undefined;
}

/** The wait before the room is asked again, after this number of failures in a row. */
export function retryAfter(failures: number): number {
  return Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
}

/** Whole minutes for which a room is lost, at least one. */
export const minutesLost = (since: number, now: number): number => Math.max(1, Math.floor((now - since) / 60_000));
