import { KIND_HIDDEN } from '#core/kinds/hidden.ts';
import type { SeenExercise } from '#core/room/protocol.ts';
import { isReleased } from '#core/room/replay-room.ts';
import { partWithState } from '#core/room/room-parts.ts';
import type { RoomState, TeamState } from '#core/room/room-state.ts';
import type { RoomCase } from './accept-from-team.ts';

/**
 * What a team sees of an exercise whose hidden half the room keeps: it follows from the whole brief and from what the room
 * has of the team's attempt, and from nothing that the team can say beside it. Undefined where no part with such an exercise
 * at that state is released.
 */
export function seenExercise(
  { part, checker }: RoomCase,
  room: RoomState,
  { attempt, places }: TeamState,
  { state: id, ahead }: { readonly state: string; readonly ahead: boolean },
): SeenExercise | undefined {
  const state = Object.hasOwn(part.scenario.states, id) ? part.scenario.states[id] : undefined;
  if (state?.type !== 'exercise' || !state.brief) return undefined;
  const hidden = KIND_HIDDEN.of(state.kind);
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
