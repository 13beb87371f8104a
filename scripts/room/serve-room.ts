import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { createResultLines } from '#room/model/result-line.ts';
import { drawTeamCode } from '#room/model/team-code.ts';
import { createAttemptChecker } from '#room/use-cases/attempt-checker.ts';
import { createFileHandler } from '../site/static-server.ts';
import { createSiteParts } from './case-of-room.ts';
import { createHeldFiles } from './held-files.ts';
import { ROOM_KINDS } from './room-kinds.ts';
import type { RoomLog } from './room-log.ts';
import { createRoomServer, type RoomServer } from './room-server.ts';

const USUAL_PORT = 4400;
/** Addresses at which only this machine reaches itself. */
export const LOOPBACK = ['127.0.0.1', '::1'];
const TEAM_PAGE = '/room/';

/** Where a room is served, and which site. */
export interface RoomPlace {
  /** Folder of the built site. */
  readonly site: string;
  readonly address: string;
  readonly name: string | undefined;
  readonly port: number | undefined;
}

/** Serves the room at its address and on this machine. The port; undefined where none can be had. */
export async function serveRoom(
  log: RoomLog,
  part: PublicPart,
  { site: folder, address, name, port: wanted }: RoomPlace,
): Promise<number | undefined> {
  const names = { own: [] as string[], room: [] as string[] };
  const addresses: string[] = [];
  const files = createFileHandler(folder, '/');
  const servers: Server[] = [];
  const stop = () => {
    log.close();
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    // The process ends by itself once all is closed; whatever else may be open does not keep the terminal.
    setTimeout(() => process.exit(0), 200).unref();
  };
  const room = createRoomServer({
    log,
    names,
    around: {
      part,
      checker: createAttemptChecker(part, ROOM_KINDS),
      kinds: ROOM_KINDS,
      lines: createResultLines({ ...part, kinds: ROOM_KINDS }),
      drawCode: () => drawTeamCode((below) => randomInt(below)),
    },
    files,
    held: createHeldFiles(folder, part),
    addresses,
    teamPage: existsSync(join(folder, 'room', 'index.html')) ? TEAM_PAGE : `/cases/${part.scenario.id}/`,
    now: Date.now,
    steady: () => performance.now(),
    board: async (state, asCsv) => {
      const { boardOfRoom } = await import('#room/use-cases/board-of-room.ts');
      const { KIND_SCORES } = await import('#kinds/shipped/model/scores.ts');
      const { boardCsv } = await import('#room/use-cases/board-csv.ts');
      const board = await boardOfRoom(createSiteParts(folder, part.scenario.id), part, state, {
        ...ROOM_KINDS,
        scores: KIND_SCORES,
      });
      const columns = { team: 'team', people: 'people', handedIn: 'handed in' };
      return asCsv ? boardCsv(board, state, columns) : JSON.stringify(board);
    },
    forgotten: stop,
  });
  const port =
    (await listen(room, servers, wanted ?? USUAL_PORT, address)) ??
    (wanted === undefined ? await listen(room, servers, 0, address) : undefined);
  if (port === undefined) return undefined;
  for (const other of LOOPBACK) if (other !== address) await listen(room, servers, port, other);
  names.own.push(`localhost:${port}`, ...LOOPBACK.filter((one) => one !== address).map((one) => hostOf(one, port)));
  names.room.push(...[address, ...(name === undefined ? [] : [name.toLowerCase()])].map((one) => hostOf(one, port)));
  addresses.push(...names.room.map((one) => `http://${one}/`).toReversed());
  setInterval(() => room.tick(), 1_000).unref();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  return port;
}

/** A name with its port, as browsers write it in the Host header: port 80 is left out. */
export const hostOf = (name: string, port: number) =>
  `${name.includes(':') ? `[${name}]` : name}${port === 80 ? '' : `:${port}`}`;

/** Listens at an address; the port, or undefined where it is taken. */
function listen(room: RoomServer, servers: Server[], port: number, host: string): Promise<number | undefined> {
  return new Promise((done) => {
    const server = room.listener();
    server.once('error', () => done(undefined));
    server.listen(port, host, () => {
      servers.push(server);
      const address = server.address();
      done(typeof address === 'object' ? address?.port : undefined);
    });
  });
}
