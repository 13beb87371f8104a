/** Serves a workshop from this machine to the laptops of its network: the site, and the room. */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PublicPart } from '#app/case/case-parts.ts';
import { createAttemptDesk } from '#app/room/attempt-desk.ts';
import { FIRST_LANGUAGE } from '#core/kernel/first-language.ts';
import { createResultLines } from '#core/room/result-line.ts';
import { badArgument, command, fail, readArguments, wholeNumber } from './command/command-line.ts';
import { complain, printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { goOnAfterFaults, runCommand } from './command/run-command.ts';
import { caseOfSite, createSiteParts, partsOfRoom } from './room/case-of-room.ts';
import { invitation } from './room/invitation.ts';
import { lanAddresses } from './room/lan-addresses.ts';
import { isOfCase, lastRoom, openNewRoom } from './room/open-room.ts';
import { RoomInUseError, type RoomLog, RoomLogError } from './room/room-log.ts';
import { createRoomServer, type RoomServer } from './room/room-server.ts';
import { buildSite, DIST } from './site/build.ts';
import { createFileHandler } from './site/static-server.ts';

const HELP = `Usage: npm run workshop -- [OPTIONS]
Serves a workshop to the laptops in the same network. Prints the address, a QR code and the room word for the teams, and
opens the control page on this machine. Every step is kept on the disk: started again, the room goes on where it was.
  --case ID       the case that the teams play (default: that of the last room, else quiet-number)
  --minutes N     planned length (default 90)
  --address A     the IPv4 address of this machine that teams use; without it the likeliest one
  --name HOST     another name that leads to that address, as teams write it
  --port N        the port (default 4400, or any free one where that is taken)
  --new           open a new room, whether or not there is one
  --freely        hold no part back: teams go on by themselves
  --answers WHEN  in-debrief (default): answers open with the last part; at-once: those of a decision with its part
  --state DIR     where rooms are kept (default .cache/rooms)
  --no-open       do not open the control page
  --no-build      serve dist/ as it is
  --help          this text`;

const USUAL_PORT = 4400;
const USUAL_CASE = 'quiet-number';
const LOOPBACK = ['127.0.0.1', '::1'];
const CONTROL_PAGE = '/facilitate/room/';
const TEAM_PAGE = '/room/';

export const main = command(HELP, async (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      allowNegative: true,
      options: {
        case: { type: 'string' },
        minutes: { type: 'string', default: '90' },
        address: { type: 'string' },
        name: { type: 'string' },
        port: { type: 'string' },
        new: { type: 'boolean', default: false },
        freely: { type: 'boolean', default: false },
        answers: { type: 'string', default: 'in-debrief' },
        state: { type: 'string', default: join(ROOT, '.cache', 'rooms') },
        open: { type: 'boolean', default: true },
        build: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const minutes = wholeNumber('--minutes', values.minutes);
  const { answers } = values;
  if (answers !== 'in-debrief' && answers !== 'at-once')
    badArgument(`--answers ${answers}: give in-debrief or at-once.`);
  const wanted = values.port === undefined ? undefined : Number(values.port);
  if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 0 && wanted <= 65_535))
    badArgument(`--port ${values.port}: this is no port. Give a number up to 65535.`);
  if (values.name !== undefined && !/^[a-z0-9]([a-z0-9.-]{0,60}[a-z0-9])?$/i.test(values.name))
    badArgument(`--name ${values.name}: this is no name of a host.`);
  const own = lanAddresses(networkInterfaces());
  const address = values.address ?? own[0]?.address ?? noNetwork();
  if (!LOOPBACK.includes(address) && !own.some((one) => one.address === address))
    badArgument(
      `--address ${address}: this machine has no such address. It has: ${own.map((one) => `${one.address} (${one.name})`).join(', ') || 'none but 127.0.0.1'}.`,
    );

  if (values.build && buildSite() === 'failed') fail('The site could not be built; the reason stands above.');
  if (!existsSync(join(DIST, 'index.html'))) fail('There is no built site in dist/. Run: npm run build');

  const below = resolve(io.cwd, values.state);
  const before = values.new ? undefined : readLast(below);
  const id = values.case ?? before?.state.opened.scenario ?? USUAL_CASE;
  const part = caseOfSite(DIST, id) ?? badArgument(`--case ${id}: the site has no such case.`);
  const goesOn = before !== undefined && isOfCase(before, part);
  if (before && !goesOn) {
    before.close();
    if (before.state.opened.scenario === id)
      complain(
        io,
        `The text or the market of ${id} has changed since room ${before.state.opened.room}: a new room opens.`,
      );
  }
  const log = goesOn
    ? before
    : openNewRoom(
        below,
        {
          part,
          parts: partsOfRoom(part, answers),
          minutes,
          locale: FIRST_LANGUAGE,
          freely: values.freely,
        },
        Date.now(),
        (most) => randomInt(most),
      );

  const port = await serve(log, part, { address, name: values.name, port: wanted });
  if (port === undefined)
    fail(`Port ${wanted ?? USUAL_PORT} is taken, or ${address} cannot be served. Give --port with another number.`);
  const control = `http://localhost:${port}${CONTROL_PAGE}#${log.controlToken}`;
  printLines(
    io,
    ...invitation({
      room: log.state,
      title: part.title,
      address: `http://${values.name ?? address}${port === 80 ? '' : `:${port}`}/`,
      control,
      others: own.filter((one) => one.address !== address),
      isLocal: LOOPBACK.includes(address) && values.name === undefined,
      ...(goesOn && { resumed: { dropped: log.dropped } }),
      folder: log.folder,
    }),
  );
  goOnAfterFaults();
  if (io.terminal && values.open) openBrowser(control);
  if (io.terminal) printLines(io, 'Ctrl-C ends the server. The room is kept.');
  return 0;
});

/** The room that was written last; a damaged one is reported, and stays as it is. */
function readLast(below: string): RoomLog | undefined {
  try {
    return lastRoom(below);
  } catch (error) {
    if (error instanceof RoomInUseError)
      return fail(`The last room is being served already. ${error.message} End that server first, or give --new.`);
    if (!(error instanceof RoomLogError)) throw error;
    return fail(`The last room in ${below} cannot be read. ${error.message} --new opens another room, and leaves it.`);
  }
}

function noNetwork(): never {
  return fail(
    'This machine is in no network. Join the Wi-Fi of the room, or switch on a hotspot on this machine or on a telephone; neither needs the internet. Then start again. To try it on this machine alone, give --address 127.0.0.1',
  );
}

interface Place {
  readonly address: string;
  readonly name: string | undefined;
  readonly port: number | undefined;
}

/** Serves the room at its address and on this machine. The port; undefined where none can be had. */
async function serve(
  log: RoomLog,
  part: PublicPart,
  { address, name, port: wanted }: Place,
): Promise<number | undefined> {
  const names = { own: [] as string[], room: [] as string[] };
  const addresses: string[] = [];
  const site = createFileHandler(DIST, '/');
  const servers: Server[] = [];
  const stop = () => {
    log.close();
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    setTimeout(() => process.exit(0), 200).unref();
  };
  const room = createRoomServer({
    log,
    names,
    around: { part, desk: createAttemptDesk(part), lines: createResultLines(part) },
    files: site,
    addresses,
    teamPage: existsSync(join(DIST, 'room', 'index.html')) ? TEAM_PAGE : `/cases/${part.scenario.id}/`,
    now: Date.now,
    board: async (state, asCsv) => {
      const { boardOfRoom } = await import('#app/room/board-of-room.ts');
      const { boardCsv } = await import('#app/room/board-csv.ts');
      const board = await boardOfRoom(createSiteParts(DIST, part.scenario.id), part, state);
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
const hostOf = (name: string, port: number) =>
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

/** Opens an address in the browser of this machine; without one the printed address has to do. */
function openBrowser(address: string): void {
  const [program, ...rest] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(program as string, [...rest, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

if (import.meta.main) await runCommand(main);
