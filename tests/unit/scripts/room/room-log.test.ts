import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RoomAction, type RoomEvent, roomEvent } from '#room/model/room-events.ts';
import { RoomLogError } from '../../../../scripts/room/log-lines.ts';
import { RoomInUseError } from '../../../../scripts/room/room-lock.ts';
import { createRoomLog, LogGoneError, openRoomLog, roomFolders } from '../../../../scripts/room/room-log.ts';
import { chances } from '../../../support/builders/chances.ts';
import { aPossibleAttempt, aRoom, eventsOf } from '../../../support/room/a-room.ts';

const ROOM = aRoom();
const [OPENING] = eventsOf([ROOM.opened]) as [RoomEvent];
const { header, events: ATTEMPT } = aPossibleAttempt(ROOM, 'kept');

let below = '';
beforeEach(() => {
  below = mkdtempSync(join(tmpdir(), 'checkathon-rooms-'));
});
afterEach(() => rmSync(below, { recursive: true }));

/** Actions of a room, of one line to some kilobytes each, with signs of several bytes. */
const ACTIONS: RoomAction[] = [
  { type: 'team.joined', team: 't2', name: 'Żuraw 鶴', people: 4, tokenHash: 'abc', code: 'K7M2Q' },
  { type: 'part.released', part: 'find', by: 'facilitator' },
  ...[0, 40, 80, 120].map(
    (from, at): RoomAction => ({
      type: 'attempt.extended',
      team: 't2',
      n: at + 1,
      ...(at === 0 && { header }),
      events: ATTEMPT.slice(from, from + 40),
    }),
  ),
  { type: 'inject.sent', inject: 'i9', text: 'The site answers early: “no”.' },
  { type: 'room.held' },
];

function written() {
  const folder = join(below, 'room');
  const log = createRoomLog(folder, OPENING);
  /** Bytes of the file after each acknowledged event. */
  const ends = [readFileSync(join(folder, 'room.ndjson')).length];
  for (const action of ACTIONS) {
    log.append([roomEvent(action, log.state, 5_000)]);
    ends.push(readFileSync(join(folder, 'room.ndjson')).length);
  }
  log.close();
  return { folder, file: join(folder, 'room.ndjson'), ends, log };
}

describe('the log of a room on the disk', () => {
  it('keeps everything acknowledged, wherever the server was killed', () => {
    const { folder, file, ends, log } = written();
    const bytes = readFileSync(file);
    const draw = chances('killed', 'bytes');
    const places = [
      ...Array.from({ length: 20 }, () => draw.int(bytes.length)),
      ...ends,
      ...ends.map((end) => end - 1),
    ];
    for (const place of places.filter((one) => one >= (ends[0] as number))) {
      writeFileSync(file, bytes.subarray(0, place));
      const reopened = openRoomLog(folder);
      const acknowledged = ends.filter((end) => end <= place).length;

      expect(reopened.events).toEqual(log.events.slice(0, acknowledged));
      expect(reopened.dropped).toBe(place - (ends[acknowledged - 1] as number));
      expect(reopened.controlToken).toBe(log.controlToken);
      // It goes on behind what it has.
      reopened.append([roomEvent({ type: 'room.paused' }, reopened.state, 9_000)]);
      reopened.close();
      const again = openRoomLog(folder);
      expect(again.events.length).toBe(acknowledged + 1);
      expect(again.state).toEqual(reopened.state);
      again.close();
    }
  });

  it('is refused where it is damaged elsewhere, with the line', () => {
    const { folder, file } = written();
    const lines = readFileSync(file, 'utf8').split('\n');
    const open = (changed: readonly string[]) => {
      writeFileSync(file, changed.join('\n'));
      return () => openRoomLog(folder);
    };

    expect(open(lines.with(2, '{"type"'))).toThrow(RoomLogError);
    expect(open(lines.with(2, '{"type"'))).toThrow('Line 3');
    expect(open(lines.toSpliced(2, 1))).toThrow(/^Line 3 of .*room\.ndjson has the number 4/);
    expect(open(lines.slice(1))).toThrow('Line 1');
    expect(open([''])).toThrow(/room\.ndjson is empty/);
  });

  it('is found to be damaged wherever one bit of it has changed', () => {
    const { folder, file } = written();
    const bytes = readFileSync(file);
    const draw = chances('bit', 'flips');
    const newLines = [...bytes.entries()].flatMap(([at, byte]) => (byte === 10 ? [at] : []));
    // Every end of a line, and every bit of the last line, beside places at random.
    const last = Array.from({ length: bytes.length - (newLines.at(-2) as number) }, (_, n) => bytes.length - 1 - n);
    const places = [...newLines, ...last, ...Array.from({ length: 300 }, () => draw.int(bytes.length))];
    for (const place of places) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (bytes[place] as number) ^ (1 << draw.int(8));
      writeFileSync(file, flipped);
      expect(() => openRoomLog(folder).close(), `byte ${place} of ${bytes.length}`).toThrow(RoomLogError);
    }
  });

  it('of an earlier version, whose lines have no sum, is read, and goes on with sums', () => {
    const { folder, file, log } = written();
    writeFileSync(file, log.events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const reopened = openRoomLog(folder);
    expect(reopened.state).toEqual(log.state);
    reopened.append([roomEvent({ type: 'room.paused' }, reopened.state, 9_000)]);
    reopened.append([roomEvent({ type: 'room.resumed' }, reopened.state, 9_500)]);
    reopened.close();

    const again = openRoomLog(folder);
    again.close();
    expect(again.state).toEqual(reopened.state);
    const text = readFileSync(file, 'utf8');
    expect(text.match(/"sum":/g)).toHaveLength(2);
    // The last line without its sum would pass for one of an earlier version.
    writeFileSync(file, text.replace(/,"sum":"\w+"}\n$/, '}\n'));
    expect(() => openRoomLog(folder)).toThrow(/^Line \d+ .* its sum does not fit/);
  });

  it.each([
    ['the folder was deleted', (folder: string) => rmSync(folder, { recursive: true })],
    ['the folder was moved', (folder: string) => renameSync(folder, `${folder}-moved`)],
    [
      'the file was written by an editor',
      (folder: string) => {
        const file = join(folder, 'room.ndjson');
        writeFileSync(`${file}.save`, readFileSync(file));
        renameSync(`${file}.save`, file);
      },
    ],
    ['the file was cut', (folder: string) => truncateSync(join(folder, 'room.ndjson'), 100)],
    ['something was added', (folder: string) => appendFileSync(join(folder, 'room.ndjson'), 'x')],
  ])('acknowledges nothing where %s, until it is written anew', (_, harm) => {
    const { folder } = written();
    const log = openRoomLog(folder);
    const before = log.state;
    expect(log.isInPlace()).toBe(true);
    harm(folder);

    expect(log.isInPlace()).toBe(false);
    expect(() => log.append([roomEvent({ type: 'room.paused' }, log.state, 1)])).toThrow(LogGoneError);
    expect(log.state).toBe(before);
    log.writeAnew();
    expect(log.isInPlace()).toBe(true);
    log.append([roomEvent({ type: 'room.paused' }, log.state, 9_000)]);
    log.close();
    const reopened = openRoomLog(folder);
    reopened.close();
    expect(reopened.state).toEqual(log.state);
    expect(reopened.controlToken).toBe(log.controlToken);
  });

  it('adds nothing where the disk takes nothing', () => {
    const { folder } = written();
    const log = openRoomLog(folder);
    const before = log.state;
    log.close();

    expect(() => log.append([roomEvent({ type: 'room.paused' }, log.state, 1)])).toThrow();
    expect(log.state).toBe(before);
    expect(openRoomLog(folder).state).toEqual(before);
  });

  it('names the schema of another version', () => {
    const { folder, file } = written();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"room/1"', '"room/2"'));

    expect(() => openRoomLog(folder)).toThrow(/^Line 1 of .*room\.ndjson says room\/2, and this version reads room\/1/);
  });

  it('takes no event that it could not read again', () => {
    const { folder } = written();
    const log = openRoomLog(folder);
    const before = log.state;
    const tooLong: RoomAction = { type: 'inject.sent', inject: 'i99', text: 'x'.repeat(2_001) };

    expect(() => log.append([roomEvent(tooLong, log.state, 1)])).toThrow(/inject\.sent.*could not be read again/);
    log.close();
    expect(openRoomLog(folder).state).toEqual(before);
  });

  it('goes on where a team could not be forgotten, and has lost nothing', () => {
    const { folder, file } = written();
    const log = openRoomLog(folder);
    const before = readFileSync(file);
    // A folder of that name takes no text.
    mkdirSync(`${file}.new`);

    expect(() => log.forget('t2')).toThrow();
    expect(readFileSync(file)).toEqual(before);
    rmSync(`${file}.new`, { recursive: true });
    log.append([roomEvent({ type: 'room.paused' }, log.state, 9_000)]);
    log.close();
    expect(openRoomLog(folder).state).toEqual(log.state);
  });

  it.each([
    ['is missing', (file: string) => rmSync(file)],
    ['is damaged', (file: string) => writeFileSync(file, 'ab')],
  ])('gets another control token where that %s', (_, damage) => {
    const { folder, log } = written();
    damage(join(folder, 'control.token'));
    const reopened = openRoomLog(folder);
    reopened.close();

    expect(reopened.controlToken).toMatch(/^[\w-]{43}$/);
    expect(reopened.controlToken).not.toBe(log.controlToken);
    expect(openRoomLog(folder).controlToken).toBe(reopened.controlToken);
  });

  it('is opened by one process at a time; a mark that nobody renews is passed over', () => {
    const { folder } = written();
    const lock = join(folder, 'server.lock');
    writeFileSync(lock, String(process.ppid));

    expect(() => openRoomLog(folder)).toThrow(RoomInUseError);
    // After the machine was started anew, another program has the number of the server.
    const long = new Date(Date.now() - 60_000);
    utimesSync(lock, long, long);
    const log = openRoomLog(folder);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    log.close();
    expect(existsSync(lock)).toBe(false);
  });

  it('is found by the room that was written last', () => {
    createRoomLog(join(below, 'a'), OPENING).close();
    createRoomLog(join(below, 'b'), OPENING).close();
    const a = openRoomLog(join(below, 'a'));
    a.append([roomEvent({ type: 'room.held' }, a.state, 1)]);
    a.close();
    appendFileSync(join(below, 'notes.txt'), 'no room');

    expect(roomFolders(below)[0]).toBe(join(below, 'a'));
    expect(roomFolders(join(below, 'missing'))).toEqual([]);
  });
});
