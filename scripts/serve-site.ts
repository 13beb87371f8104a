/** Builds the site where needed, serves it, prints its address and stays until Ctrl-C. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite, DIST } from './build-site.ts';
import { complain, oneLine, printLines } from './print-text.ts';
import { createStaticServer } from './static-server.ts';

const HELP = `Usage: npm start [-- OPTIONS]

  --port N      serve on this port (also: PORT=N); without it 4321, or any free port where that is taken
  --host NAME   listen on this address (default 127.0.0.1; 0.0.0.0 lets the whole network in)
  --base PATH   serve the site below this path (default /, or BASE_PATH)
  --no-build    serve dist/ as it is
  --help        this text
`;

const USUAL_PORT = 4321;

function stop(message: string, code: number): never {
  complain(message);
  process.exit(code);
}

function readOptions() {
  try {
    return parseArgs({
      allowNegative: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        base: { type: 'string', default: process.env.BASE_PATH ?? '/' },
        build: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${oneLine((error as Error).message)}\n\n${HELP}`);
    return process.exit(2);
  }
}

const options = readOptions();
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const wanted = options.port ?? process.env.PORT;
const port = Number(wanted ?? USUAL_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) stop(`"${wanted}" is no port. Give a number up to 65535.`, 2);

if (options.build && buildSite() === 'failed') stop('The site could not be built; the reason stands above.', 1);
if (!existsSync(join(DIST, 'index.html'))) stop('There is no built site in dist/. Run: npm run build', 1);

const base = `/${options.base}/`.replace(/\/+/g, '/');
const server = createStaticServer(DIST, base);
server.on('listening', () => {
  const { port: open } = server.address() as AddressInfo;
  printLines(oneLine(`http://${options.host}:${open}${base}`));
  if (process.stdout.isTTY) console.log('Ctrl-C ends it.');
});
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') stop(`The site cannot be served: ${error.message}.`, 1);
  if (wanted !== undefined) stop(`Port ${port} is taken. Set PORT to another number, or leave it out.`, 1);
  server.listen(0, options.host);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
server.listen(port, options.host);
