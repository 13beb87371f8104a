import type { RoomPart } from '#case/language/model/room-parts.ts';
import type { RunPlan } from '#case/language/model/run-plan.ts';
import { sumOf } from '#kernel/model/sum-of.ts';

/** One line of a running order as planned. Minutes are whole, and sum up to those of the workshop. */
export interface PlannedLine {
  /** `debrief` is the last part of the room, together with the hand-in before it. */
  readonly id: 'welcome' | 'part' | 'break' | 'debrief' | 'close';
  /** The part of the room; set for parts and the debrief. */
  readonly part?: string;
  /** 0 for a part that this length leaves out and tells in a sentence. */
  readonly planned: number;
}

/** The lines of a run sheet by the parts of the room: the control page and the printed sheet give the same minutes. */
export function linesOfRun({ parts: run }: Pick<RunPlan, 'parts'>, parts: readonly RoomPart[]): PlannedLine[] {
  const last = parts.at(-1);
  const minutesOf = (lines: typeof run) => sumOf(lines.map(({ minutes }) => minutes));
  const ofKinds = (...kinds: readonly (typeof run)[number]['kind'][]) =>
    minutesOf(run.filter(({ kind }) => kinds.includes(kind)));
  const ofStage = (id: string) => minutesOf(run.filter(({ stage }) => stage === id));
  const pause = run.findIndex(({ kind }) => kind === 'break');
  const before = run.slice(0, Math.max(0, pause)).findLast(({ stage }) => stage !== undefined)?.stage;
  const played = parts.slice(0, -1).flatMap(({ id }, at): PlannedLine[] => {
    const planned = ofStage(id) + (at === 0 ? ofKinds('briefing') : 0);
    const line = { id: 'part', part: id, planned } as const;
    return id === before ? [line, { id: 'break', planned: ofKinds('break') }] : [line];
  });
  return [
    { id: 'welcome', planned: ofKinds('welcome') },
    ...played,
    ...(last
      ? [{ id: 'debrief' as const, part: last.id, planned: ofKinds('hand-in', 'debrief') + ofStage(last.id) }]
      : []),
    { id: 'close', planned: ofKinds('close') },
  ];
}

/**
 * A rule of thumb for a length without a run sheet: a welcome, a debrief of at least a third, a close, and the rest for
 * the parts. `weightOf` says how much time a state takes in proportion to others.
 */
export function linesByWeight(
  minutes: number,
  parts: readonly RoomPart[],
  weightOf: (state: string) => number,
): PlannedLine[] {
  const welcome = Math.max(3, Math.round(minutes / 9));
  const close = Math.max(3, Math.round(minutes / 18));
  const debrief = Math.ceil(minutes / 3);
  const last = parts.at(-1);
  const played = parts.slice(0, -1);
  const shares = shareOut(
    minutes - welcome - close - debrief,
    played.map((part) => weightOfPart(part, weightOf)),
  );
  return [
    { id: 'welcome', planned: welcome },
    ...played.map(({ id }, at) => ({ id: 'part' as const, part: id, planned: shares[at] ?? 0 })),
    ...(last ? [{ id: 'debrief' as const, part: last.id, planned: debrief }] : []),
    { id: 'close', planned: close },
  ];
}

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
