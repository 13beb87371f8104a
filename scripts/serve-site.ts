/**
 * Builds the site where needed, serves it, prints its address and runs until Ctrl-C. The cases that can be downloaded as
 * one file are packed once it is served, and at once where somebody downloads one.
 */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command, fail, readArguments } from './command/command-line.ts';
import { complain, oneLine, printLines } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';
import { buildSite, DIST, siteFolders } from './site/build.ts';
import { packWhileServing } from './site/pack-while-serving.ts';
import { createStaticServer } from './site/static-server.ts';

const HELP = `Usage: npm start [-- OPTIONS]
Builds the site where needed, serves it, prints its address and stays until Ctrl-C.
  --port N      serve on this port (also: PORT=N); without it 4321, or any free port where that is taken
  --host NAME   listen on this address (default 127.0.0.1; 0.0.0.0 lets the whole network in)
  --base PATH   serve the site below this path (default /, or BASE_PATH)
  --no-build    serve dist/ as it is
  --help        this text`;

const USUAL_PORT = 4321;

export const main = command(HELP, async (args, io) => {
  const { values: options } = readArguments(() =>
    parseArgs({
      args,
      allowNegative: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        base: { type: 'string', default: process.env.BASE_PATH ?? '/' },
        build: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const wanted = options.port ?? process.env.PORT;
  const port = Number(wanted ?? USUAL_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    complain(io, `"${wanted}" is no port. Give a number up to 65535.`);
    return 2;
  }
  if (options.build && (await buildSite({ packing: 'later' })) === 'failed')
    fail('The site could not be built; the reason stands above.');
  if (!existsSync(join(DIST, 'index.html'))) fail('There is no built site in dist/. Run: npm run build');

  const base = `/${options.base}/`.replace(/\/+/g, '/');
  const packing = packWhileServing(DIST, siteFolders(), (sentence) => complain(io, sentence));
  const server = createStaticServer(DIST, base, packing ? { prepare: packing.prepare } : {});
  /** Prints why the server cannot run, and exits with 1. */
  const stop = (said: string): never => {
    complain(io, said);
    process.exit(1);
  };
  server.on('listening', () => {
    const { port: open } = server.address() as AddressInfo;
    printLines(io, oneLine(`http://${options.host}:${open}${base}`));
    if (io.terminal) printLines(io, 'Ctrl-C ends it.');
    if (packing) {
      complain(io, `${packing.due} cases are being packed for download; the site can be used meanwhile.`);
      void packing.packAll();
    }
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') stop(`The site cannot be served: ${error.message}.`);
    if (wanted !== undefined) stop(`Port ${port} is taken. Set PORT to another number, or leave it out.`);
    server.listen(0, options.host);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
  server.listen(port, options.host);
  return 0;
});

if (import.meta.main) await runCommand(main);
