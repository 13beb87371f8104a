/**
 * The server of a packed room. `bundle-server.ts` makes one script of it and of all that it needs, which lies in
 * `program/` of the folder and runs with the Node beside it.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { command } from '../command/command-line.ts';
import { runCommand } from '../command/run-command.ts';
import { holdWorkshop, workshopOptions } from '../room/hold-workshop.ts';
import { type PackedRoomSettings, PLACES } from './packed-room.ts';

const FOLDER = dirname(import.meta.dirname);
const settings = JSON.parse(readFileSync(join(FOLDER, PLACES.settings), 'utf8')) as PackedRoomSettings;

const HELP = `Usage: "${settings.starter}" [OPTIONS]
Serves a workshop to the laptops in the same network. Needs no internet and nothing that is installed. READ-ME.txt says
more.
${workshopOptions('rooms, in this folder', settings.case)}
  --help          this text`;

const main = command(HELP, (args, io) =>
  holdWorkshop(args, io, {
    site: join(FOLDER, PLACES.site),
    state: join(FOLDER, PLACES.rooms),
    usualCase: settings.case,
    isForDoubleClick: true,
  }),
);

await runCommand(main);
