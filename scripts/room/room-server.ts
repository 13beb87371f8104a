import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Done, type Joined, type Received, ROOM_PATHS } from '#room/model/protocol.ts';
import { partsDue } from '#room/model/replay-room.ts';
import type { RoomState, TeamState } from '#room/model/room-state.ts';
import { viewForControl, viewForTeam } from '#room/model/room-views.ts';
import { parseControlAction, parseJoin, parseTeamMessages } from '#room/model/schemas.ts';
import { acceptFromControl, type ControlCase } from '#room/use-cases/accept-from-control.ts';
import { acceptFromTeam } from '#room/use-cases/accept-from-team.ts';
import { createAtDoor } from '#room/use-cases/at-door.ts';
import { joinRoom, teamName, teamNamed } from '#room/use-cases/join.ts';
import { seenExercise } from '#room/use-cases/seen-exercise.ts';
import { checkRequest, GUARD_HEADERS } from '../site/check-request.ts';
import type { FileHandler } from '../site/static-server.ts';
import { createConnections, type RoomLimits } from './connections.ts';
import { gateFor } from './gated-files.ts';
import {
  type Asker,
  askerOf,
  bearerOf,
  foreignOrigin,
  isRefused,
  MAX_BODY,
  type Refused,
  readJsonBody,
  type ServerNames,
} from './guard-requests.ts';
import type { HeldFiles } from './held-files.ts';
import type { RoomLog } from './room-log.ts';
import { bucketsOf, ROOM_RATES, type RoomRates } from './room-rates.ts';
import { createRoomWriter } from './room-writer.ts';
import { nowhere, refuse, send, sendText } from './say-answer.ts';
import { createWaitingRoom } from './waiting-room.ts';

export interface RoomServerOptions {
  readonly log: RoomLog;
  readonly names: ServerNames;
  readonly around: ControlCase;
  readonly files: FileHandler;
  /** What teams get in place of files that hold words of parts that are not released. */
  readonly held: HeldFiles;
  /** Addresses that are shown to the facilitator. */
  readonly addresses: readonly string[];
  /** The page to which the address of the room leads. */
  readonly teamPage: string;
  /** Wall time in milliseconds. */
  readonly now: () => number;
  /** Milliseconds of a clock that only runs forward, whatever is done to the hour of the machine. */
  readonly steady: () => number;
  /** The board, as JSON or as CSV: opens answers only when the facilitator asks. */
  readonly board: (room: RoomState, asCsv: boolean) => Promise<string>;
  /** Called after everything was forgotten. */
  readonly forgotten: () => void;
  readonly heartbeatMs?: number;
  readonly rates?: RoomRates;
  readonly limits?: RoomLimits;
}

/** The servers of one room: each is listened to at another address, and all are the same room. */
export interface RoomServer {
  /** Another server of the room, not yet listening. */
  listener(): Server;
  /** Releases what is due by the clock, and looks whether the log is in its place. Called every second. */
  tick(): void;
}

const TOO_MANY: Refused = { status: 429, refused: 'too-many-requests' };

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export function createRoomServer(options: RoomServerOptions): RoomServer {
  const { log, names, around, files, held, now, steady, teamPage, rates = ROOM_RATES } = options;
  const buckets = bucketsOf(rates);
  const waiting = createWaitingRoom(options.heartbeatMs);
  const writer = createRoomWriter(log, now, () => waiting.look());
  const connections = createConnections(options.limits);
  const atDoor = createAtDoor();
  const seen = new Map<string, number>();

  function teamOf(request: IncomingMessage): TeamState | Refused {
    const token = bearerOf(request);
    if (token === undefined) return { status: 401, refused: 'no-token' };
    const hash = hashOf(token);
    const team = log.state.teams.find(({ tokenHash }) => tokenHash === hash);
    if (!team) return { status: 401, refused: 'old-token' };
    connections.know(request.socket, team.id);
    if (!buckets.team.take(team.id, steady())) return TOO_MANY;
    seen.set(team.id, now());
    return team;
  }

  function isControl(request: IncomingMessage, asker: Asker): true | Refused {
    if (asker !== 'facilitator') return { status: 404, refused: 'control-only-here' };
    const token = bearerOf(request);
    if (token === undefined) return { status: 401, refused: 'no-token' };
    const [given, own] = [Buffer.from(hashOf(token)), Buffer.from(hashOf(log.controlToken))];
    if (!timingSafeEqual(given, own)) return { status: 401, refused: 'old-token' };
    connections.know(request.socket, 'facilitator');
    return true;
  }

  const teamView = (id: string) => {
    const team = log.state.teams.find((one) => one.id === id);
    return team && viewForTeam(log.state, team, now(), writer.notKept);
  };
  const controlView = () =>
    viewForControl(log.state, {
      now: now(),
      addresses: options.addresses,
      atDoor: log.state.doorClosed ? atDoor.list(steady()) : [],
      ...(writer.notKept && { notKept: { why: writer.notKept, folder: log.folder } }),
      seenAt: (team) => seen.get(team),
    });

  async function answerTeam(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const search = new URL(request.url ?? '/', 'http://room').searchParams;
    const after = search.get('after');
    if (path === ROOM_PATHS.join) return join(request, response);
    const team = teamOf(request);
    if (isRefused(team)) return refuse(response, team);
    const { id, tokenHash } = team;
    if (path === ROOM_PATHS.attempt && request.method === 'GET') return send(response, 200, team.attempt ?? null);
    if (path === ROOM_PATHS.exercise && request.method === 'GET') {
      const asked = { state: search.get('state') ?? '', ahead: search.has('ahead') };
      const seen = seenExercise(around, log.state, team, asked);
      return seen ? send(response, 200, seen) : nowhere(response);
    }
    if (path === ROOM_PATHS.state && request.method === 'GET') {
      const look = () => {
        const own = log.state.teams.find((one) => one.id === id);
        // Another laptop goes on for the team: this one is told at once.
        return own?.tokenHash === tokenHash ? teamView(id) : ('gone' as const);
      };
      return waiting.answer(`team ${id}`, after, look, response, (view) =>
        view === 'gone' ? refuse(response, { status: 401, refused: 'old-token' }) : send(response, 200, view),
      );
    }
    if ((path !== ROOM_PATHS.teamEvents && path !== ROOM_PATHS.handIn) || request.method !== 'POST')
      return nowhere(response);
    // Bytes are paid for before anybody looks at them, and given back as far as they are written.
    let paid = 0;
    const body = await readJsonBody(request, MAX_BODY.team, (bytes) => {
      paid = bytes;
      return buckets.refused.take(id, steady(), bytes);
    });
    if (isRefused(body)) return refuse(response, body);
    const read = parseTeamMessages(body.value);
    const isHandIn = path === ROOM_PATHS.handIn;
    if (!read.ok || (isHandIn && read.value.messages.at(-1)?.type !== 'team.handed-in'))
      return refuse(response, { status: 400, refused: 'bad-request' }, read.ok ? undefined : read.said);
    // The team may have been forgotten, or gone on elsewhere, while the body came.
    if (log.state.teams.find((one) => one.id === id)?.tokenHash !== tokenHash)
      return refuse(response, { status: 401, refused: 'old-token' });
    const { events, refused } = acceptFromTeam(around, log.state, id, read.value, now());
    const size = events.length === 0 ? 0 : JSON.stringify(events).length;
    if (!buckets.written.take(id, steady(), size)) return refuse(response, TOO_MANY);
    buckets.refused.give(id, steady(), Math.min(size, paid));
    writer.append(events);
    const { received } = log.state.teams.find((one) => one.id === id) as TeamState;
    const answer: Received = { received, seq: log.state.seq, ...(refused && { refused }) };
    send(response, refused ? 409 : 200, answer);
  }

  async function join(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return nowhere(response);
    const body = await readJsonBody(request, MAX_BODY.join);
    if (isRefused(body)) return refuse(response, body);
    const read = parseJoin(body.value);
    if (!read.ok) return refuse(response, { status: 400, refused: 'bad-request' }, read.said);
    const { name, people, code } = read.value;
    const address = request.socket.remoteAddress ?? '';
    // Before the word is compared: otherwise the right word alone would not be refused, and a guesser would know it.
    if (buckets.guesses.isEmpty(address, steady())) return refuse(response, TOO_MANY);
    const wanted = code === undefined ? undefined : teamNamed(log.state, name);
    // Tries are counted against the code: one that is changed can be given at once.
    const tried = wanted && `${wanted.id} ${wanted.code}`;
    if (tried !== undefined && buckets.codes.isEmpty(tried, steady())) return refuse(response, TOO_MANY);
    const token = randomBytes(32).toString('base64url');
    const asking = { name: teamName(name) ?? '', people, address };
    const joined = joinRoom(log.state, read.value, {
      tokenHash: hashOf(token),
      code: around.drawCode(),
      isLetIn: atDoor.isLetIn(asking, steady()),
    });
    if (!joined.ok) {
      if (joined.why === 'wrong-word' || joined.why === 'wrong-code') buckets.guesses.take(address, steady());
      if (joined.why === 'wrong-code' && tried !== undefined) buckets.codes.take(tried, steady());
      if (joined.why === 'door-closed' && atDoor.asks(asking, steady())) waiting.look();
      return send(response, 409, { refused: joined.why });
    }
    if (joined.action.type === 'team.joined') {
      if (!buckets.joined.take(address, steady())) return refuse(response, TOO_MANY);
      atDoor.leaves(asking);
    }
    writer.write([joined.action]);
    const team = log.state.teams.find(({ id }) => id === joined.team) as TeamState;
    connections.know(request.socket, team.id);
    seen.set(team.id, now());
    const view = viewForTeam(log.state, team, now(), writer.notKept);
    const answer: Joined = { team: team.id, token, received: team.received, view, attempt: team.attempt ?? null };
    send(response, 200, answer);
  }

  async function answerControl(
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
    asker: Asker,
  ): Promise<void> {
    const allowed = isControl(request, asker);
    if (allowed !== true) return refuse(response, allowed);
    const search = new URL(request.url ?? '/', 'http://room').searchParams;
    if (request.method === 'GET') {
      if (path === ROOM_PATHS.controlState)
        return waiting.answer('control', search.get('after'), controlView, response, (view) =>
          send(response, 200, view),
        );
      if (path === ROOM_PATHS.controlLog) return send(response, 200, log.events);
      if (path !== ROOM_PATHS.controlBoard) return nowhere(response);
      const asCsv = search.has('csv');
      const text = await options.board(log.state, asCsv);
      return sendText(response, 200, asCsv ? 'text/csv' : 'application/json', text);
    }
    if (request.method !== 'POST') return nowhere(response);
    const body = await readJsonBody(request, MAX_BODY.control);
    if (isRefused(body)) return refuse(response, body);
    const done = (): void => send(response, 200, { seq: log.state.seq } satisfies Done);
    if (path === ROOM_PATHS.controlLetIn) {
      if (!atDoor.letIn(String((body.value as { id?: unknown } | null)?.id), steady()))
        return send(response, 409, { refused: 'unknown-team' });
      waiting.look();
      return done();
    }
    if (path === ROOM_PATHS.controlWriteAnew) {
      writer.writeAnew();
      return done();
    }
    if (path === ROOM_PATHS.controlForget) {
      const said = (body.value as { forget?: unknown } | null)?.forget;
      if (said !== log.state.opened.room) return refuse(response, { status: 400, refused: 'bad-request' });
      log.remove();
      send(response, 200, { seq: 0 });
      return options.forgotten();
    }
    if (path !== ROOM_PATHS.controlDo) return nowhere(response);
    const read = parseControlAction(body.value);
    if (!read.ok) return refuse(response, { status: 400, refused: 'bad-request' }, read.said);
    const judged = acceptFromControl(around, log.state, read.value, now());
    if (!judged.ok)
      return send(response, 409, {
        refused: judged.why,
        ...(judged.detail !== undefined && { detail: judged.detail }),
      });
    if (judged.action.type === 'team.forgotten') {
      writer.forget(judged.action.team);
      seen.delete(judged.action.team);
    }
    writer.write([judged.action]);
    done();
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asker = askerOf(request, names);
    if (typeof asker !== 'string') return refuse(response, asker);
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const isRoom = (Object.values(ROOM_PATHS) as readonly string[]).includes(path) || path.startsWith('/room/control/');
    const foreign = foreignOrigin(request, !isRoom);
    if (foreign) return refuse(response, foreign);
    const address = request.socket.remoteAddress ?? '';
    if (!(isRoom ? buckets.address : buckets.files).take(address, steady())) return refuse(response, TOO_MANY);
    if (!isRoom) return answerFile(request, response, asker);
    return path.startsWith('/room/control/')
      ? answerControl(path, request, response, asker)
      : answerTeam(path, request, response);
  }

  function answerFile(request: IncomingMessage, response: ServerResponse, asker: Asker): Promise<void> {
    if (asker === 'facilitator') return files(request, response, { noStore: true });
    const asked = checkRequest(request);
    if (!('ok' in asked)) return files(request, response);
    if (asked.path === '/') {
      response.writeHead(302, { ...GUARD_HEADERS, location: teamPage, 'cache-control': 'no-store' });
      response.end();
      return Promise.resolve();
    }
    const gate = gateFor(asked.path, log.state);
    const instead = gate === 'closed' ? undefined : held(asked.path, log.state);
    // What changes with a release is kept in no cache.
    return files(request, response, {
      missing: gate === 'closed',
      noStore: gate !== 'open' || instead !== undefined,
      instead,
    });
  }

  return {
    listener() {
      const server = createServer((request, response) => {
        if (!connections.begins(request, response)) return;
        answer(request, response).catch((error: NodeJS.ErrnoException) => {
          // The disk is full, or a file was deleted while it was read.
          if (response.headersSent) response.destroy();
          else refuse(response, { status: 503, refused: 'not-kept' }, error.code);
        });
      });
      connections.guard(server);
      return server;
    },
    tick() {
      writer.look();
      // Teams at the door that ask no longer are taken from the control page.
      if (log.state.doorClosed) waiting.look();
      const due = partsDue(log.state, now());
      if (due.length > 0 && writer.notKept === undefined)
        writer.write(due.map((part) => ({ type: 'part.released', part, by: 'clock' })));
    },
  };
}
