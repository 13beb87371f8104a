import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { AnswersOpen } from '#case/language/model/parts-of-case.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import { isOfMachine, makeFolder } from '#kernel/node/write-file.ts';
import { partsOfRoom } from '#room/use-cases/parts-of-room.ts';
import type { CommandIo } from '../command/command-io.ts';
import { badArgument, fail, orFail, readArguments, wholeNumber } from '../command/command-line.ts';
import { complain, printLines } from '../command/print-text.ts';
import { goOnAfterFaults } from '../command/run-command.ts';
import { caseOfSite, casesOfSite } from './case-of-room.ts';
import { invitation } from './invitation.ts';
import { lanAddresses } from './lan-addresses.ts';
import { RoomLogError } from './log-lines.ts';
import { openBrowser } from './open-browser.ts';
import { isOfCase, lastRoom, openNewRoom } from './open-room.ts';
import { ROOM_KINDS } from './room-kinds.ts';
import { RoomInUseError } from './room-lock.ts';
import type { RoomLog } from './room-log.ts';
import { hostOf, LOOPBACK, serveRoom } from './serve-room.ts';

/** The case of a new room for which none is named. */
export const USUAL_CASE = 'quiet-number';

const CONTROL_PAGE = '/facilitate/room/';

/** Where a workshop is started from: the project, or a folder that `pack-room` wrote. */
export interface WorkshopHome {
  /** Folder of the built site. */
  readonly site: string;
  /** Folder below which rooms are kept, without `--state`. */
  readonly state: string;
  /** The case of a new room, without `--case`. */
  readonly usualCase: string;
  /** Brings the site up to date before it is served; missing where nobody can. */
  readonly refresh?: () => Promise<void>;
  /** The control page opens also where the server was not started in a terminal. */
  readonly isForDoubleClick?: true;
}

/** The options of a workshop, for the help of a command. `state` and `usualCase` are named there. */
export const workshopOptions = (state: string, usualCase: string): string =>
  `  --case ID       the case that the teams play (default: that of the last room, else ${usualCase})
  --minutes N     planned length (default 90)
  --address A     the IPv4 address of this machine that teams use; without it the likeliest one
  --name HOST     another name that leads to that address, as teams write it
  --port N        the port (default 4400, or any free one where that is taken)
  --new           open a new room, whether or not there is one
  --freely        hold no part back: teams go on by themselves
  --answers WHEN  in-debrief (default): answers open with the last part; at-once: those of a decision with its part
  --state DIR     where rooms are kept (default ${state})
  --no-open       do not open the control page`;

/** Opens a room, or goes on with the last one, and serves it until the process ends. The exit code of the command. */
export async function holdWorkshop(args: readonly string[], io: CommandIo, home: WorkshopHome): Promise<number> {
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
        state: { type: 'string', default: home.state },
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

  if (values.build) await home.refresh?.();
  if (!existsSync(join(home.site, 'index.html')))
    fail(
      home.refresh
        ? 'There is no built site in dist/. Run: npm run build'
        : `There is no site in ${home.site}. Copy the whole folder once more.`,
    );

  const below = resolve(io.cwd, values.state);
  const before = values.new ? undefined : readLast(below);
  const id = values.case ?? before?.state.opened.scenario ?? home.usualCase;
  const part = caseOfSite(home.site, id) ?? noCase(home.site, id);
  const goesOn = before !== undefined && isOfCase(before, part);
  if (before && !goesOn) {
    before.close();
    if (before.state.opened.scenario === id)
      complain(
        io,
        `The text or the market of ${id} has changed since room ${before.state.opened.room}: a new room opens.`,
      );
  }
  const log = goesOn ? before : openRoom(below, part, { answers, minutes, freely: values.freely });

  const port = await serveRoom(log, part, { site: home.site, address, name: values.name, port: wanted });
  if (port === undefined)
    fail(
      `${wanted === undefined ? 'No port is free' : `Port ${wanted} is taken`}, or ${address} cannot be served. Give --port with another number.`,
    );
  const control = `http://localhost:${port}${CONTROL_PAGE}#${log.controlToken}`;
  printLines(
    io,
    ...invitation({
      room: log.state,
      title: part.title,
      address: `http://${hostOf(values.name ?? address, port)}/`,
      control,
      others: own.filter((one) => one.address !== address),
      isLocal: LOOPBACK.includes(address) && values.name === undefined,
      ...(goesOn && { resumed: { dropped: log.dropped } }),
      folder: log.folder,
    }),
  );
  goOnAfterFaults();
  if ((io.terminal || home.isForDoubleClick) && values.open) openBrowser(control);
  if (io.terminal) printLines(io, 'Ctrl-C ends the server. The room is kept.');
  return 0;
}

interface Opening {
  readonly answers: AnswersOpen;
  readonly minutes: number;
  readonly freely: boolean;
}

/** Opens a new room. A folder that takes no files is reported. */
function openRoom(below: string, part: PublicPart, { answers, ...room }: Opening): RoomLog {
  orFail(makeFolder(below, 0o700));
  try {
    return openNewRoom(
      below,
      { ...room, part, parts: partsOfRoom(part, answers, ROOM_KINDS), locale: FIRST_LANGUAGE },
      Date.now(),
      (most) => randomInt(most),
    );
  } catch (error) {
    return failAt(below, error);
  }
}

/** The room that was written last; a damaged one is reported, and stays as it is. */
function readLast(below: string): RoomLog | undefined {
  try {
    return lastRoom(below);
  } catch (error) {
    if (error instanceof RoomInUseError)
      return fail(`The last room is being served already. ${error.message} End that server first, or give --new.`);
    if (!(error instanceof RoomLogError)) return failAt(below, error);
    return fail(`The last room in ${below} cannot be read. ${error.message} --new opens another room, and leaves it.`);
  }
}

/** Reports a folder of rooms that the machine does not let us read or write. */
function failAt(below: string, error: unknown): never {
  if (!isOfMachine(error)) throw error;
  const { code, path = below } = error;
  return fail(
    `Rooms cannot be kept in ${below}: the machine says ${code} of ${path}. Let this user read and write it, or give --state with another folder.`,
  );
}

function noCase(site: string, id: string): never {
  return badArgument(`--case ${id}: the site has no such case. Known: ${casesOfSite(site).join(', ')}.`);
}

function noNetwork(): never {
  return fail(
    'This machine is in no network. Join the Wi-Fi of the room, or switch on a hotspot on this machine or on a telephone; neither needs the internet. Then start again. To try it on this machine alone, give --address 127.0.0.1',
  );
}
