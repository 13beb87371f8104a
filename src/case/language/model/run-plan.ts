import { InvariantError } from '#kernel/model/invariant.ts';
import { sumOf } from '#kernel/model/sum-of.ts';
import type { RunLength } from './run-length.ts';

/**
 * A step of the story in a group. `read`: read aloud; `tell`: left out and told in a sentence; `choose`: choose what to
 * do next; `decide`: vote, talk, decide and write a reason; `work`: work at a screen, which can be stopped.
 */
export interface RoomStep {
  readonly state: string;
  readonly stage: string;
  readonly does: 'read' | 'tell' | 'choose' | 'decide' | 'work';
  readonly seconds: number;
  /** Set where the story is interrupted from outside. */
  readonly inject?: true;
}

export type RunPartKind = 'welcome' | 'briefing' | 'play' | 'break' | 'hand-in' | 'debrief' | 'close';

/** A part of a workshop, in whole minutes from its beginning. */
export interface RunPart {
  readonly kind: RunPartKind;
  readonly start: number;
  readonly minutes: number;
  /** Of a part of play: the stage to release when it begins. Teams are held at its end. */
  readonly stage?: string;
  /** Of a part of play: the states decided on, worked at, and read aloud as an inject, in the order of the story. */
  readonly decisions?: readonly string[];
  readonly work?: readonly string[];
  readonly injects?: readonly string[];
  /** Set where the break divides a part in two. */
  readonly half?: 1 | 2;
}

export interface RunPlan {
  readonly length: RunLength;
  readonly parts: readonly RunPart[];
  /** Minutes of play, without the break. */
  readonly play: number;
  readonly debrief: number;
  /** Minutes that the play would take in full. */
  readonly needed: number;
  /** True if the play takes longer than the time available: work at a screen is stopped before it is finished. */
  readonly stopped: boolean;
}

/** Why a length is not offered: the play needs more than half of it. */
export interface NotOffered {
  readonly needed: number;
  readonly most: number;
}

/** Minutes of the parts that are never cut. The debrief gets what these and the play leave. */
const FIXED: Readonly<
  Record<RunLength, Readonly<Record<'welcome' | 'briefing' | 'break' | 'hand-in' | 'close', number>>>
> = {
  180: { welcome: 10, briefing: 5, break: 10, 'hand-in': 5, close: 10 },
  90: { welcome: 6, briefing: 3, break: 0, 'hand-in': 2, close: 4 },
  45: { welcome: 3, briefing: 2, break: 0, 'hand-in': 1, close: 2 },
};

/** Minimum and maximum share of a workshop for its debrief; time beyond the maximum goes to the play. */
const MIN_DEBRIEF = 1 / 3;
const MAX_DEBRIEF = 1 / 2;
/** Maximum share for the play, in shorter workshops too. */
const MAX_PLAY = 1 / 2;
/** The length in which every case is offered: work that takes longer is stopped. */
const ALWAYS_OFFERED: RunLength = 180;
/** Minutes without a break after which a part is divided. */
const MAX_WITHOUT_BREAK = 45;
/** Minimum minutes of a part of play. */
const MIN_PART = 2;
/** Minimum seconds of work at a screen, where it is stopped. */
const MIN_WORK = 300;

/** Minimum and maximum minutes of play in a workshop of that length. */
export function playRange(length: RunLength): { readonly least: number; readonly most: number } {
  const fixed = sumOf(Object.values(FIXED[length]));
  return {
    least: length - fixed - Math.floor(length * MAX_DEBRIEF),
    most: Math.min(Math.floor(length * MAX_PLAY), length - fixed - Math.ceil(length * MIN_DEBRIEF)),
  };
}

/**
 * The parts of a workshop with their minutes. Their sum is the length; the debrief gets between a third and a half of
 * it; welcome, briefing, hand-in and close are never cut. In the shorter lengths the play gets at most half of the
 * time, and if it needs more, the length is not offered. In the full length the play is cut instead: first the work at
 * screens, then everything.
 */
export function planRun(
  length: RunLength,
  steps: readonly RoomStep[],
): { readonly ok: true; readonly plan: RunPlan } | ({ readonly ok: false } & NotOffered) {
  const { least, most } = playRange(length);
  const needed = Math.ceil(secondsOf(steps) / 60);
  if (needed > most && length !== ALWAYS_OFFERED) return { ok: false, needed, most };
  const play = Math.min(most, Math.max(least, needed));
  const stopped = needed > most;
  const parts = minutesFor(playParts(stopped ? squeezed(steps, 60 * most) : steps), play);
  const fixed = FIXED[length];
  const debrief = length - play - sumOf(Object.values(fixed));
  const inOrder: Omit<RunPart, 'start'>[] = [
    { kind: 'welcome', minutes: fixed.welcome },
    { kind: 'briefing', minutes: fixed.briefing },
    ...withBreak(parts, fixed.break),
    { kind: 'hand-in', minutes: fixed['hand-in'] },
    { kind: 'debrief', minutes: debrief },
    { kind: 'close', minutes: fixed.close },
  ];
  let start = 0;
  const timed = inOrder.map((part): RunPart => {
    const { kind, ...rest } = part;
    const placed = { kind, start, ...rest };
    start += part.minutes;
    return placed;
  });
  return { ok: true, plan: { length, parts: timed, play, debrief, needed, stopped } };
}

interface PlayPart {
  readonly stage: string;
  readonly steps: RoomStep[];
}

type Timed = PlayPart & { readonly minutes: number };

const isPlayed = ({ does }: RoomStep) => does === 'decide' || does === 'work';
const secondsOf = (steps: readonly RoomStep[]) => sumOf(steps.map(({ seconds }) => seconds));

/** The steps by stage; a stage that is only read or told is merged into the next one that is played. */
function playParts(steps: readonly RoomStep[]): PlayPart[] {
  const parts: PlayPart[] = [];
  let waiting: RoomStep[] = [];
  for (const step of steps) {
    waiting.push(step);
    if (!isPlayed(step)) continue;
    const last = parts.at(-1);
    if (last?.stage === step.stage) last.steps.push(...waiting);
    else parts.push({ stage: step.stage, steps: waiting });
    waiting = [];
  }
  const last = parts.at(-1);
  if (!last) throw new InvariantError('A run plan has nothing to play. Give it a decision or an exercise.');
  last.steps.push(...waiting);
  return parts;
}

/** The steps shortened to that many seconds: first the work at screens, then everything. */
function squeezed(steps: readonly RoomStep[], seconds: number): RoomStep[] {
  const work = steps.filter(({ does }) => does === 'work');
  const rest = secondsOf(steps) - secondsOf(work);
  const left = Math.max(seconds - rest, MIN_WORK * work.length);
  const factor = work.length > 0 ? Math.min(1, left / secondsOf(work)) : 1;
  return steps.map((step) => (step.does === 'work' ? { ...step, seconds: step.seconds * factor } : step));
}

/** Whole minutes for each part, in proportion to its need and at least `MIN_PART`; their sum is `play`. */
function minutesFor(parts: readonly PlayPart[], play: number): Timed[] {
  const needs = parts.map(({ steps }) => secondsOf(steps));
  const all = sumOf(needs);
  const shares = needs.map((need) => (all > 0 ? (play * need) / all : play / parts.length));
  const minutes = shares.map((share) => Math.max(MIN_PART, Math.floor(share)));
  // One minute more for the part furthest below its share, or one less for the part furthest above it.
  const furthest = (sign: 1 | -1) => {
    const least = minutes.some((count) => count > MIN_PART) ? MIN_PART : 1;
    const off = shares.map((share, n) => {
      const count = minutes[n] as number;
      return sign < 0 && count <= least ? -Infinity : sign * (share - count);
    });
    return off.indexOf(Math.max(...off));
  };
  for (let left = play - sumOf(minutes); left !== 0; left -= Math.sign(left)) {
    const sign = left > 0 ? 1 : -1;
    const n = furthest(sign);
    minutes[n] = (minutes[n] as number) + sign;
  }
  return parts.map((part, n) => ({ ...part, minutes: minutes[n] as number }));
}

/**
 * The parts with a break at the boundary nearest to the middle of the play. If the longer side would take more than
 * `MAX_WITHOUT_BREAK`, the part in the middle is divided.
 */
function withBreak(parts: readonly Timed[], minutes: number): Omit<RunPart, 'start'>[] {
  if (minutes === 0) return parts.map((part) => asPart(part));
  const all = sumOf(parts.map((part) => part.minutes));
  const pause = { kind: 'break', minutes } as const;
  let before = 0;
  const boundaries = parts.map((part) => {
    before += part.minutes;
    return Math.max(before, all - before);
  });
  const at = boundaries.indexOf(Math.min(...boundaries));
  if (at < parts.length - 1 && (boundaries[at] as number) <= MAX_WITHOUT_BREAK)
    return parts.flatMap((part, n) => (n === at ? [asPart(part), pause] : [asPart(part)]));
  let begins = 0;
  return parts.flatMap((part) => {
    const from = begins;
    begins += part.minutes;
    const first = Math.round(all / 2) - from;
    if (first <= 0 || first >= part.minutes) return first === part.minutes ? [asPart(part), pause] : [asPart(part)];
    const [one, other] = dividedAt(part, first);
    return [
      { ...asPart({ ...one, minutes: first }), half: 1 as const },
      pause,
      { ...asPart({ ...other, minutes: part.minutes - first }), half: 2 as const },
    ];
  });
}

/** The part divided after `first` of its minutes. A single piece of work continues after the break. */
function dividedAt(part: Timed, first: number): [PlayPart, PlayPart] {
  const { stage, steps } = part;
  const played = steps.flatMap((step, n) => (isPlayed(step) ? [n] : []));
  if (played.length < 2) return [part, part];
  const target = (secondsOf(steps) * first) / part.minutes;
  const ends = played.slice(0, -1).map((n) => n + 1);
  const off = (end: number) => Math.abs(secondsOf(steps.slice(0, end)) - target);
  const end = ends.reduce((best, other) => (off(other) < off(best) ? other : best));
  return [
    { stage, steps: steps.slice(0, end) },
    { stage, steps: steps.slice(end) },
  ];
}

function asPart({ stage, steps, minutes }: Timed): Omit<RunPart, 'start'> {
  const statesOf = (is: (step: RoomStep) => boolean) => [...new Set(steps.filter(is).map(({ state }) => state))];
  return {
    kind: 'play',
    minutes,
    stage,
    decisions: statesOf(({ does }) => does === 'decide'),
    work: statesOf(({ does }) => does === 'work'),
    injects: statesOf(({ inject }) => inject === true),
  };
}
