import { sumOf } from '#kernel/model/sum-of.ts';
import type { PlannedLine } from './planned-minutes.ts';
import type { ControlView } from './protocol.ts';

/** One line of the running order. Minutes are whole; times are wall time in milliseconds. */
export interface PlanRow extends PlannedLine {
  /** When the facilitator or the clock opened it; undefined before, and for lines that are not opened. */
  readonly from?: number;
  /** When it opens by itself, where that is planned. */
  readonly opensAt?: number;
  /** Minutes that it took, so far for the current line; undefined if it was released together with the next one. */
  readonly took?: number;
  /** `open`: the part was never held back. Undefined for a welcome, a break and a close, which are not opened. */
  readonly state?: 'done' | 'now' | 'to-come' | 'open';
}

const MINUTE = 60_000;

/** The running order of a room, planned and taken. The plan begins with the first release, not when the room opened. */
export function planOfRoom({ room, now }: ControlView, planned: readonly PlannedLine[]): PlanRow[] {
  const parts = new Map(room.parts.map((part) => [part.id, part]));
  const lines = planned.map((line) => {
    const part = line.part === undefined ? undefined : parts.get(line.part);
    const own = part?.released;
    return {
      line,
      isFree: own?.by === 'freely',
      from: own && own.by !== 'freely' ? own.at : undefined,
      opensAt: part?.planned?.opensAt,
    };
  });
  const running = lines.findLastIndex(({ from }) => from !== undefined);
  return lines.map(({ line, from, isFree, opensAt }, at): PlanRow => {
    const until =
      lines.slice(at + 1).find((other) => other.from !== undefined)?.from ?? (at === running ? now : undefined);
    const took = from === undefined || until === undefined ? undefined : Math.round((until - from) / MINUTE);
    const state = isFree ? 'open' : stateAt(at, running, line.part !== undefined, from !== undefined);
    return {
      ...line,
      ...(state && { state }),
      ...(from !== undefined && { from }),
      ...(opensAt !== undefined && { opensAt }),
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
 * Minutes by which the room is behind its plan (negative: ahead), from the start and the duration of the current line.
 * Undefined before the first release.
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

/**
 * When the parts that are not open should open by the running order, in wall time of whole minutes. A late part delays
 * the others, and so does a part that is planned for another hour. Before the first release the order begins now.
 */
export function hoursOfPlan(plan: readonly PlanRow[], now: number): ReadonlyMap<string, number> {
  const running = plan.findIndex(({ state }) => state === 'now');
  const soonest = (Math.floor(now / MINUTE) + 1) * MINUTE;
  const hours = new Map<string, number>();
  let at = plan[running]?.from ?? now;
  plan.slice(Math.max(0, running)).forEach(({ part, state, planned, opensAt }, n) => {
    const isNext = n > 0 || running < 0;
    if (isNext) at = Math.max(at, now);
    if (isNext && part !== undefined && state === 'to-come')
      hours.set(part, Math.max(Math.ceil(at / MINUTE) * MINUTE, soonest));
    at = (opensAt ?? at) + planned * MINUTE;
  });
  return hours;
}
