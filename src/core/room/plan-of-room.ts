import { sumOf } from '#core/kernel/sum-of.ts';
import type { PlannedLine } from './planned-minutes.ts';
import type { ControlView } from './protocol.ts';

/** One line of the running order. Minutes are whole; times are wall time in milliseconds. */
export interface PlanRow extends PlannedLine {
  /** When the facilitator or the clock opened it; left out before, and for what nobody opens. */
  readonly from?: number;
  /** Minutes that it took; of the line that runs, so far; left out where it was released together with the next one. */
  readonly took?: number;
  /** `open`: the part was never held back. Left out where nothing tells: a welcome, a break and a close are not opened. */
  readonly state?: 'done' | 'now' | 'to-come' | 'open';
}

const MINUTE = 60_000;

/** The running order of a room, planned and taken. The plan begins with the first release, not when the room opened. */
export function planOfRoom({ room, now }: ControlView, planned: readonly PlannedLine[]): PlanRow[] {
  const released = new Map(room.parts.map(({ id, released: one }) => [id, one]));
  const lines = planned.map((line) => {
    const own = line.part === undefined ? undefined : released.get(line.part);
    return { line, isFree: own?.by === 'freely', from: own && own.by !== 'freely' ? own.at : undefined };
  });
  const running = lines.findLastIndex(({ from }) => from !== undefined);
  return lines.map(({ line, from, isFree }, at): PlanRow => {
    const until =
      lines.slice(at + 1).find((other) => other.from !== undefined)?.from ?? (at === running ? now : undefined);
    const took = from === undefined || until === undefined ? undefined : Math.round((until - from) / MINUTE);
    const state = isFree ? 'open' : stateAt(at, running, line.part !== undefined, from !== undefined);
    return {
      ...line,
      ...(state && { state }),
      ...(from !== undefined && { from }),
      ...(took !== undefined && (took > 0 || state === 'now') && { took: Math.max(0, took) }),
    };
  });
}

function stateAt(at: number, running: number, isPart: boolean, isOpen: boolean): PlanRow['state'] {
  if (at === running) return 'now';
  if (isPart) return at < running && isOpen ? 'done' : 'to-come';
  return at < running ? 'done' : undefined;
}

/**
 * Minutes by which the room is behind its plan (below 0: ahead), from the first release on: when the line that runs began,
 * and how long it runs. Undefined before the first release.
 */
export function minutesBehind(plan: readonly PlanRow[], now: number): number | undefined {
  const first = plan.findIndex(({ from }) => from !== undefined);
  const at = plan.findIndex(({ state }) => state === 'now');
  const [began, running] = [plan[first]?.from, plan[at]];
  if (began === undefined || running?.from === undefined) return undefined;
  const before = sumOf(plan.slice(first, at).map(({ planned }) => planned));
  const late = (running.from - began) / MINUTE - before;
  return Math.round(late + Math.max(0, (now - running.from) / MINUTE - running.planned));
}
