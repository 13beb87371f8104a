/** Writes a folder from which a facilitator serves a workshop without npm and without a network. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { type FolderFile, writeFolder } from '#kernel/node/write-folder.ts';
import { shippedCases } from './attempts/load-shipped-case.ts';
import { badArgument, command, fail, failWithIssues, orFail, readArguments } from './command/command-line.ts';
import { isThere } from './command/is-there.ts';
import { complain, printLines } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';
import { filesOfRoom } from './pack-room/files-of-room.ts';
import { nodeToCarry } from './pack-room/node-of-machine.ts';
import { nodeName, PLACES, type RoomSystem, SYSTEM_NAMES } from './pack-room/packed-room.ts';
import { startersFor } from './pack-room/starters.ts';
import { caseOfSite } from './room/case-of-room.ts';
import { USUAL_CASE } from './room/hold-workshop.ts';
import { lastRoom } from './room/open-room.ts';
import { RoomInUseError } from './room/room-lock.ts';
import { buildSite, DIST } from './site/build.ts';

const HELP = `Usage: npm run -s pack-room -- --out FOLDER [--case ID] [--force] [--no-build]
Writes a folder with the built site, the Node of this machine and the workshop server. A facilitator starts it by a double
click, without npm and without a network. It runs on the system of this machine. The answers are inside.
  --out FOLDER   the folder to write
  --case ID      the case of a new room (default ${USUAL_CASE})
  --force        replace a packed room that is there already; the rooms that it keeps stay
  --no-build     take the site in dist/ as it is
  --help         this text`;

export const main = command(HELP, async (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      allowNegative: true,
      options: {
        out: { type: 'string' },
        case: { type: 'string', default: USUAL_CASE },
        force: { type: 'boolean', default: false },
        build: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const out = values.out ?? badArgument('--out is missing.');
  const known = shippedCases();
  if (!known.includes(values.case))
    badArgument(`--case ${values.case}: there is no such case. Known: ${known.join(', ')}.`);
  // Asked before the site is built, which takes half a minute.
  const folder = out === '' ? '' : resolve(io.cwd, out);
  if (folder === '' || !isThere(dirname(folder)))
    failWithIssues([fileIssue(out, 'file.unwritable', { reason: 'ENOENT' })]);
  if (isThere(folder)) checkReplaced(out, folder, values.force);
  const system = systemHere();
  const node = nodeToCarry();
  if (typeof node === 'string') fail(node);

  if (values.build && (await buildSite()) === 'failed') fail('The site could not be built; the reason stands above.');
  const part = existsSync(join(DIST, 'index.html')) ? caseOfSite(DIST, values.case) : undefined;
  if (!part) fail(`There is no built site with ${values.case} in dist/. Run: npm run build`);
  if (io.terminal) complain(io, 'Bundling the workshop server ...');
  const files = await filesOfRoom({ site: DIST, node, system, case: { id: values.case, title: part.title } });
  orFail(await write(out, files, { from: io.cwd, terminal: io.terminal, isReplaced: values.force, system }));

  const [{ name: starter }] = startersFor(system);
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  const others = Object.values(SYSTEM_NAMES).filter((name) => name !== SYSTEM_NAMES[system]);
  printLines(
    io,
    `${out}: a room with ${values.case} for ${SYSTEM_NAMES[system]} (${process.arch}), ${megabytes.toFixed(0)} MB, answers inside`,
    `Start it by a double click on "${starter}"; ${PLACES.readMe} says more.`,
    `For ${others.join(' or ')}, or another processor, run this command on such a machine: a Node runs on one system only.`,
  );
  return 0;
});

/** Ends the command where something is there that is not to be replaced. */
function checkReplaced(out: string, folder: string, isForced: boolean): void {
  if (!existsSync(join(folder, PLACES.settings)))
    badArgument(`--out ${out} is there already, and is no packed room. Choose another name.`);
  if (!isForced)
    badArgument(`--out ${out} is there already. Choose another name, or replace it with --force; its rooms stay.`);
  try {
    lastRoom(join(folder, PLACES.rooms))?.close();
  } catch (error) {
    if (error instanceof RoomInUseError) fail(`The room in ${out} is being served. End that server first.`);
    // A room that cannot be read is kept as it is.
  }
}

function systemHere(): RoomSystem {
  const { platform } = process;
  if (platform === 'linux' || platform === 'darwin' || platform === 'win32') return platform;
  return fail(`A room can be packed on Linux, macOS and Windows, and not on ${platform}.`);
}

interface Writing {
  readonly from: string;
  readonly terminal: NodeJS.WriteStream | undefined;
  readonly isReplaced: boolean;
  readonly system: RoomSystem;
}

/** Writes the folder with a bar in the terminal, and starts what it holds before it gets its name. */
async function write(out: string, files: readonly FolderFile[], { from, terminal, isReplaced, system }: Writing) {
  const format = '{bar} {value} of {total} MB';
  const bar = terminal && new SingleBar({ format, clearOnComplete: true, stream: terminal }, Presets.shades_classic);
  const inMegabytes = (bytes: number) => Math.round(bytes / 1e6);
  bar?.start(inMegabytes(files.reduce((sum, { bytes }) => sum + bytes, 0)), 0);
  try {
    return await writeFolder(out, files, {
      from,
      ...(isReplaced && { keep: [PLACES.rooms] }),
      wrote: (bytes) => bar?.update(inMegabytes(bytes)),
      check: (folder) => checkStarts(folder, system),
    });
  } finally {
    bar?.stop();
  }
}

/** Lets the packed Node say the help of the packed server, with nothing of this machine's environment. */
function checkStarts(folder: string, system: RoomSystem): void {
  const node = join(folder, PLACES.program, nodeName(system));
  const { status, error, stderr } = spawnSync(node, [join(folder, PLACES.server), '--help'], {
    env: {},
    encoding: 'utf8',
  });
  if (status !== 0) fail(`The packed server does not start here: ${error?.message ?? stderr.trim()}`);
}

if (import.meta.main) await runCommand(main);
