import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ROOM_PATHS } from '#room/model/protocol.ts';
import { ROOM_LIMITS, type RoomLimits } from '../../../scripts/room/connections.ts';
import { createHeldFiles } from '../../../scripts/room/held-files.ts';
import type { RoomLog } from '../../../scripts/room/room-log.ts';
import { ROOM_RATES, type RoomRates } from '../../../scripts/room/room-rates.ts';
import { createRoomServer, type RoomServer } from '../../../scripts/room/room-server.ts';
import { createFileHandler } from '../../../scripts/site/static-server.ts';
import type { ARoom } from './a-room.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: () => unknown;
}

export interface Asked {
  readonly method?: string;
  readonly host: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a server on loopback under any name, as a page of that name would. */
export function ask(port: number, path: string, { host, token, body, headers, ...rest }: Asked): Promise<Answer> {
  const method = rest.method ?? (body === undefined ? 'GET' : 'POST');
  const sent = {
    host,
    ...(method === 'POST' && { origin: `http://${host}`, 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers: sent, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: () => JSON.parse(text) as unknown,
        }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
  });
}

/** A room that is served on loopback, under the name of a room and under that of the facilitator. */
export interface ServedRoom {
  readonly port: number;
  readonly server: RoomServer;
  readonly listener: Server;
  /** Host of teams, and of the control page. */
  readonly room: string;
  readonly own: string;
  team(path: string, asked?: Omit<Asked, 'host'>): Promise<Answer>;
  control(path: string, asked?: Omit<Asked, 'host'>): Promise<Answer>;
  do(action: object): Promise<Answer>;
  join(
    name: string,
    more?: object,
  ): Promise<{ readonly token: string; readonly team: string; readonly received: number }>;
  close(): Promise<void>;
}

export interface Serving {
  readonly rates?: Partial<RoomRates>;
  readonly heartbeatMs?: number;
  readonly now?: () => number;
  readonly steady?: () => number;
  readonly limits?: Partial<RoomLimits>;
  readonly board?: () => Promise<string>;
}

export async function serveRoom(
  { around }: ARoom,
  log: RoomLog,
  site: string,
  serving: Serving = {},
): Promise<ServedRoom> {
  const names = { own: [] as string[], room: [] as string[] };
  let clock = 1_000_000;
  const server = createRoomServer({
    log,
    names,
    around,
    files: createFileHandler(site, '/'),
    held: createHeldFiles(site, around.part),
    addresses: [],
    teamPage: '/room/',
    now: serving.now ?? (() => ++clock),
    steady: serving.steady ?? serving.now ?? (() => ++clock),
    board: serving.board ?? (() => Promise.resolve('{}')),
    forgotten: () => {},
    heartbeatMs: serving.heartbeatMs ?? 400,
    rates: { ...ROOM_RATES, ...serving.rates },
    limits: { ...ROOM_LIMITS, ...serving.limits },
  });
  const listener = server.listener();
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const { port } = listener.address() as AddressInfo;
  const [room, own] = [`room.test:${port}`, `localhost:${port}`];
  names.room.push(room);
  names.own.push(own);
  const team: ServedRoom['team'] = (path, asked = {}) => ask(port, path, { host: room, ...asked });
  const control: ServedRoom['control'] = (path, asked = {}) =>
    ask(port, path, { host: own, token: log.controlToken, ...asked });
  return {
    port,
    server,
    listener,
    room,
    own,
    team,
    control,
    do: (action) => control(ROOM_PATHS.controlDo, { body: action }),
    async join(name, more = {}) {
      const joined = await team(ROOM_PATHS.join, { body: { word: 'lemon', name, people: 4, ...more } });
      if (joined.status !== 200) throw new Error(`${name} may not join: ${joined.text}`);
      return joined.json() as { token: string; team: string; received: number };
    },
    close: () =>
      new Promise((done) => {
        listener.close(() => done());
        listener.closeAllConnections();
      }),
  };
}
