import { partWithState } from '#case/language/model/room-parts.ts';
import type { SeenExercise } from '#case/play/use-cases/hidden-half-port.ts';
import { isReleased } from '#room/model/replay-room.ts';
import type { RoomState, TeamState } from '#room/model/room-state.ts';
import type { RoomCase } from './accept-from-team.ts';

/**
 * What a team sees of an exercise whose hidden half the room keeps. It is computed from the whole brief and the attempt
 * that the room has, and from nothing else that the team sends. Undefined if no released part has such an exercise at
 * that state.
 */
export function seenExercise(
  { part, checker, kinds }: RoomCase,
  room: RoomState,
  { attempt, places }: TeamState,
  { state: id, ahead }: { readonly state: string; readonly ahead: boolean },
): SeenExercise | undefined {
  const state = Object.hasOwn(part.scenario.states, id) ? part.scenario.states[id] : undefined;
  if (state?.type !== 'exercise' || !state.brief) return undefined;
  const hidden = kinds.inRoom.need(state.kind).hidden;
  const holder = partWithState(room.opened.parts, id);
  if (!hidden || !holder || !isReleased(room, holder.id)) return undefined;
  const response = attempt && checker.stateAfter(attempt).responses[id];
  const share = places?.[id];
  const hoursToNext = ahead ? hidden.hoursToNext(state.brief, response) : undefined;
  return {
    last: attempt?.events.length ?? 0,
    seen: hidden.seen(state.brief, response),
    ...(hoursToNext !== undefined && { hoursToNext }),
    ...(share && { share }),
  };
}
