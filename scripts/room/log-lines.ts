import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { advanceRoom, NoRoomError } from '#room/model/replay-room.ts';
import { ROOM_SCHEMA, type RoomEvent } from '#room/model/room-events.ts';
import type { RoomState } from '#room/model/room-state.ts';
import { parseRoomEvent } from '#room/model/schemas.ts';
import { ROOM_KINDS } from './room-kinds.ts';

/** The log of a room is damaged in another place than its end. */
export class RoomLogError extends Error {
  override name = 'RoomLogError';
}

/**
 * The lines of a log: one event each, as JSON. The last field of a line, `sum`, is the beginning of the SHA-256 of the
 * line without it, so that damage is found also where it leaves JSON that could be an event.
 */
export const linesOf = (events: readonly RoomEvent[]): Buffer =>
  Buffer.from(
    events
      .map((event) => JSON.stringify(event))
      .map((text) => `${text.slice(0, -1)},"sum":"${sumOf(text)}"}\n`)
      .join(''),
  );

const sumOf = (text: string | Buffer) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The end of a line that has a sum. */
const SUM = /^,"sum":"([0-9a-f]{16})"\}$/;
const SUM_LENGTH = ',"sum":"0123456789abcdef"}'.length;

/** A line without its sum, and whether the sum is right; undefined for a line of an earlier version, which has none. */
function withoutSum(bytes: Buffer): { readonly text: Buffer; readonly fits: boolean } | undefined {
  const sum = SUM.exec(bytes.subarray(-SUM_LENGTH).toString('latin1'))?.[1];
  if (sum === undefined) return undefined;
  const text = Buffer.concat([bytes.subarray(0, -SUM_LENGTH), Buffer.from('}')]);
  return { text, fits: sumOf(text) === sum };
}

/** A log as it was read. */
export interface ReadLog {
  readonly events: readonly RoomEvent[];
  readonly state: RoomState;
  /** Bytes of all whole lines. */
  readonly bytes: number;
  /** Bytes of a torn last line. */
  readonly dropped: number;
}

/** Maximum bytes of a log: Node reads the file at once. A room with forty teams has a hundredth of it. */
const MAX_BYTES = 2 ** 31 - 1;
const NEW_LINE = '\n'.charCodeAt(0);

/** Reads a log. A torn last line is left out; other damage is a `RoomLogError` that names the line. */
export function readLog(file: string): ReadLog {
  const { size } = statSync(file);
  if (size > MAX_BYTES)
    throw new RoomLogError(`${file} has ${(size / 1e9).toFixed(1)} GB, more than a log of a room can have.`);
  const bytes = readFileSync(file);
  // Only a line that ends was acknowledged.
  const end = bytes.lastIndexOf(NEW_LINE) + 1;
  const events: RoomEvent[] = [];
  let state: RoomState | undefined;
  let isSummed = false;
  for (let from = 0; from < end; from = bytes.indexOf(NEW_LINE, from) + 1) {
    const place = { line: events.length + 1, file, isSummed };
    const read = readLine(bytes.subarray(from, bytes.indexOf(NEW_LINE, from)), state, place);
    events.push(read.event);
    state = read.after;
    isSummed = read.isSummed;
  }
  if (!state) throw new RoomLogError(`${file} is empty.`);
  // A whole line whose end is another sign: a write that was cut off leaves nothing behind a line.
  if (withoutSum(bytes.subarray(end, -1))?.fits)
    throw damaged({ line: events.length + 1, file }, 'is damaged: it does not end as a line.');
  return { events, state, bytes: end, dropped: bytes.length - end };
}

interface Place {
  readonly line: number;
  readonly file: string;
}

const damaged = ({ line, file }: Place, said: string) => new RoomLogError(`Line ${line} of ${file} ${said}`);

/** Reads a line. `isSummed`: a line before it has a sum, so this one needs one as well. */
function readLine(bytes: Buffer, state: RoomState | undefined, place: Place & { readonly isSummed: boolean }) {
  const summed = withoutSum(bytes);
  const value = jsonOf((summed?.text ?? bytes).toString('utf8'));
  if (value === undefined) throw damaged(place, 'is damaged: it is no JSON.');
  const schema = (value as { readonly schema?: unknown } | null)?.schema;
  if (place.line === 1 && typeof schema === 'string' && schema !== ROOM_SCHEMA)
    throw damaged(place, `says ${schema}, and this version reads ${ROOM_SCHEMA} only.`);
  if (summed ? !summed.fits : place.isSummed)
    throw damaged(place, 'is damaged: its sum does not fit, so it is not what the server wrote.');
  const parsed = parseRoomEvent(value, ROOM_KINDS);
  if (!parsed.ok) throw damaged(place, `is damaged: ${parsed.said}.`);
  const event = parsed.value;
  if (event.seq !== place.line)
    throw damaged(place, `has the number ${event.seq}: a line before it is missing or doubled.`);
  try {
    return { event, after: advanceRoom(state, event), isSummed: summed !== undefined };
  } catch (error) {
    if (error instanceof NoRoomError) throw damaged(place, `stands in the wrong place: ${error.message}`);
    throw error;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
