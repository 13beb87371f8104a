import { join } from 'node:path';
import type { RoomPart } from '#case/language/model/room-parts.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { ROOM_SCHEMA, roomEvent } from '#room/model/room-events.ts';
import { nameRoom } from '#room/model/room-words.ts';
import { createRoomLog, openRoomLog, type RoomLog, roomFolders } from './room-log.ts';

/** What a new room is opened with. */
export interface NewRoom {
  readonly part: PublicPart;
  readonly parts: readonly RoomPart[];
  readonly minutes: number;
  readonly locale: string;
  /** Every part is open from the start. */
  readonly freely: boolean;
}

/** The room that was written last, of whatever case; undefined where there is none. */
export function lastRoom(below: string): RoomLog | undefined {
  const [folder] = roomFolders(below);
  return folder === undefined ? undefined : openRoomLog(folder);
}

/** True if the room goes on with exactly this case. */
export function isOfCase({ state: { opened } }: RoomLog, { scenario, market }: PublicPart): boolean {
  return (
    opened.scenario === scenario.id && opened.scenarioHash === scenario.hash && opened.marketId === market.marketId
  );
}

/** Opens a new room in a folder of its own. `draw` gives whole numbers below its argument. */
export function openNewRoom(below: string, room: NewRoom, now: number, draw: (below: number) => number): RoomLog {
  const taken = new Set(roomFolders(below));
  let name = nameRoom(draw);
  while (taken.has(join(below, name.room))) name = nameRoom(draw);
  const { scenario, market } = room.part;
  const opening = roomEvent(
    {
      type: 'room.opened',
      schema: ROOM_SCHEMA,
      ...name,
      scenario: scenario.id,
      scenarioHash: scenario.hash,
      marketId: market.marketId,
      generatorVersion: market.generatorVersion,
      minutes: room.minutes,
      locale: room.locale,
      parts: room.parts,
    },
    undefined,
    now,
  );
  const log = createRoomLog(join(below, name.room), opening);
  if (room.freely)
    for (const { id } of room.parts)
      log.append([roomEvent({ type: 'part.released', part: id, by: 'freely' }, log.state, now)]);
  return log;
}
