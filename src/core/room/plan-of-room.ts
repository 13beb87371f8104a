import { sumOf } from '#core/kernel/sum-of.ts';
import type { ControlView } from './protocol.ts';
import type { RoomPart } from './room-parts.ts';

/** One line of the running order. Minutes are whole; times are wall time in milliseconds. */
export interface PlanRow {
  readonly id: 'welcome' | 'part' | 'debrief' | 'close';
  /** The part, where the line is one. */
  readonly part?: string;
  readonly planned: number;
  /** When it began; left out before. */
  readonly from?: number;
  /** Minutes that it took; of the line that runs, so far; left out where it was released together with the next one. */
  readonly took?: number;
  readonly state: 'done' | 'now' | 'to-come';
}

const MINUTE = 60_000;

/**
 * The running order of a room: a welcome, its parts, a debrief that takes at least a third of the time, and a close that
 * is never cut. `weightOf` says how much time a state takes in proportion to others.
 */
export function planOfRoom({ room, now }: ControlView, weightOf: (state: string) => number): PlanRow[] {
  const { minutes } = room.opened;
  const welcome = Math.max(3, Math.round(minutes / 9));
  const close = Math.max(3, Math.round(minutes / 18));
  const debrief = Math.ceil(minutes / 3);
  const [last, ...played] = [...room.opened.parts].reverse();
  const shares = shareOut(
    minutes - welcome - close - debrief,
    played.reverse().map((part) => weightOfPart(part, weightOf)),
  );
  const lines: (Pick<PlanRow, 'id' | 'part' | 'planned'> & { readonly from?: number | undefined })[] = [
    { id: 'welcome', planned: welcome, from: room.openedAt },
    ...played.map(({ id }, at) => ({
      id: 'part' as const,
      part: id,
      planned: shares[at] ?? 0,
      from: openedAt(room, id),
    })),
    ...(last ? [{ id: 'debrief' as const, part: last.id, planned: debrief, from: openedAt(room, last.id) }] : []),
    { id: 'close', planned: close },
  ];
  const running = lines.findLastIndex(({ from }) => from !== undefined);
  return lines.map(({ from, ...line }, at): PlanRow => {
    const until =
      lines.slice(at + 1).find((other) => other.from !== undefined)?.from ?? (at === running ? now : undefined);
    const took = from === undefined || until === undefined ? undefined : Math.round((until - from) / MINUTE);
    const state = at < running && from !== undefined ? 'done' : at === running ? 'now' : 'to-come';
    return {
      ...line,
      state,
      ...(from !== undefined && { from }),
      ...(took !== undefined && (took > 0 || state === 'now') && { took: Math.max(0, took) }),
    };
  });
}

/** Minutes by which the room is behind its plan (below 0: ahead): where the line that runs began, and how long it runs. */
export function minutesBehind(plan: readonly PlanRow[], openedAt: number, now: number): number {
  const at = plan.findIndex(({ state }) => state === 'now');
  const running = plan[at];
  if (running?.from === undefined) return 0;
  const before = sumOf(plan.slice(0, at).map(({ planned }) => planned));
  const late = (running.from - openedAt) / MINUTE - before;
  return Math.round(late + Math.max(0, (now - running.from) / MINUTE - running.planned));
}

const openedAt = ({ parts }: ControlView['room'], part: string) => parts.find(({ id }) => id === part)?.released?.at;

const weightOfPart = ({ states }: RoomPart, weightOf: (state: string) => number) =>
  Math.max(1, sumOf(states.map(weightOf)));

/** Whole minutes in proportion to weights; they sum up to `minutes`, and none is below 1. */
function shareOut(minutes: number, weights: readonly number[]): number[] {
  const sum = sumOf(weights);
  const shares = weights.map((weight) => Math.max(1, Math.round((minutes * weight) / sum)));
  const over = sumOf(shares) - minutes;
  const longest = shares.indexOf(Math.max(...shares));
  return shares.map((share, at) => (at === longest ? Math.max(1, share - over) : share));
}
