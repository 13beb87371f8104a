/** Opens the studio over a folder of cases, into whose files it writes. */
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kindOf } from '#kernel/node/read-file.ts';
import { buildAuthorPages } from './authoring/author-pages.ts';
import { createAuthorServer } from './authoring/author-server.ts';
import { readToken } from './authoring/author-token.ts';
import { openCases } from './authoring/cases-on-disk.ts';
import { catalogueInWorker } from './authoring/catalogue-in-worker.ts';
import { FOLDER_PATH } from './authoring/folder-path.ts';
import { watchFolder } from './authoring/watch-folder.ts';
import { badArgument, command, fail, fromArgument, readArguments } from './command/command-line.ts';
import { complain, printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { goOnAfterFaults, runCommand } from './command/run-command.ts';
import { DIST } from './site/build.ts';

const HELP = `Usage: npm run author [-- FOLDER] [--port N]
Prints an address. Open it in a browser: it is the studio, over your cases. What you change there is written into their
files at every pause; what you save in another editor shows there. No other file is written. Ctrl-C ends it.
The address holds a secret: pass it on to nobody. It stays the same, so that a page that is open goes on after a new start.
  FOLDER      a folder of cases, or one case (default: scenarios/)
  --port N    use this port (default 4400, or any free one where that is taken)`;

const USUAL_PORT = 4400;
const HOST = '127.0.0.1';
const CACHE = join(ROOT, '.cache', 'author');

export const main = command(HELP, async (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { port: { type: 'string' }, help: { type: 'boolean', default: false } },
    }),
  );
  const [given, another] = positionals;
  if (another !== undefined) badArgument(`${another}: give one folder only.`);
  const folder = given === undefined ? join(ROOT, 'scenarios') : resolve(io.cwd, given);
  if (fromArgument(`${given}: there is no such folder.`, kindOf(folder)) === 'file')
    badArgument(`${given}: this is a file. Give the folder in which it lies.`);
  const wanted = values.port === undefined ? undefined : Number(values.port);
  if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 0 && wanted <= 65_535))
    badArgument(`--port ${values.port}: this is no port. Give a number up to 65535.`);
  const port = (await freePort(wanted ?? USUAL_PORT)) ?? (wanted === undefined ? await freePort(0) : undefined);
  if (port === undefined) badArgument(`--port ${wanted}: this port is taken. Give another number, or leave it out.`);

  const token = readToken(join(CACHE, 'token'));
  const begins = () => complain(io, 'The studio is being built, once for this version of the kit ...');
  const pages = buildAuthorPages(CACHE, begins, (output) => io.say(output));
  if (pages === undefined) fail('The studio could not be built; the reason stands above.');

  /** Prints why the tool cannot run, and exits with 1. */
  const stop = (said: string): never => {
    complain(io, said);
    process.exit(1);
  };
  const watched = watchFolder(openCases(folder, io.cwd), { folder, root: ROOT }, (said) =>
    stop(`The folder cannot be watched any more: ${said}. Start again.`),
  );
  const server = createAuthorServer({
    token,
    pages,
    site: DIST,
    folder: { ...watched, catalogue: catalogueInWorker(ROOT) },
  });
  server.on('error', (error) => stop(`The tool cannot be opened: ${error.message}.`));
  await new Promise<void>((listening) => server.listen(port, HOST, listening));
  goOnAfterFaults();
  printLines(io, `http://${HOST}:${port}/${token}${FOLDER_PATH}/`);
  if (io.terminal) printLines(io, 'Open this address in a browser. Ctrl-C ends it.');
  return 0;
});

/** The port, or for 0 one that the system assigns; undefined where the port is taken. */
function freePort(number: number): Promise<number | undefined> {
  return new Promise((found) => {
    const probe = createServer();
    probe.once('error', () => found(undefined));
    probe.listen(number, HOST, () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

if (import.meta.main) await runCommand(main);
