/** Opens the author's tool: the cases of a folder, checked at every save, beside the case as it is played. */
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kindOf } from '#adapters/node/read-file.ts';
import { authorTool } from './astro/author-tool.mjs';
import { ROOT, toolEnvironment } from './build-site.ts';
import { badArgument, fromArgument, goOnAfterFaults, readArguments } from './command-line.ts';
import { complain, printLines } from './print-text.ts';
import { watchCases } from './watch-cases.ts';

const HELP = `Usage: npm run author [-- FOLDER] [--port N]
Prints an address. Open it in a browser: it shows your cases, what there is to mend in them, and the case as it is played,
and follows every save. It never writes a file. Ctrl-C ends it.
  FOLDER      a folder of cases, or one case (default: scenarios/)
  --port N    use this port (default 4400, or any free one where that is taken)`;

const USUAL_PORT = 4400;
const HOST = '127.0.0.1';

const { values, positionals } = readArguments(HELP, () =>
  parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, help: { type: 'boolean', default: false } },
  }),
);
const [given, another] = positionals;
if (another !== undefined) badArgument(HELP, `${another}: give one folder only.`);
const folder = given === undefined ? join(ROOT, 'scenarios') : resolve(given);
if (fromArgument(HELP, `${given}: there is no such folder.`, kindOf(folder)) === 'file')
  badArgument(HELP, `${given}: this is a file. Give the folder in which it lies.`);
const wanted = values.port === undefined ? undefined : Number(values.port);
if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 0 && wanted <= 65_535))
  badArgument(HELP, `--port ${values.port}: this is no port. Give a number up to 65535.`);
const port = (await freePort(wanted ?? USUAL_PORT)) ?? (wanted === undefined ? await freePort(0) : undefined);
if (port === undefined)
  badArgument(HELP, `--port ${wanted}: this port is taken. Give another number, or leave it out.`);

const cases = watchCases(folder, ROOT, (said) => stop(`The folder cannot be watched any more: ${said}. Start again.`));
await serve(port);
goOnAfterFaults();
printLines(`http://${HOST}:${port}/author/`);
if (process.stdout.isTTY) printLines('Open this address in a browser. Ctrl-C ends it.');

/** The development server of the site, with the author's page in it and nothing said but the address. */
async function serve(open: number): Promise<void> {
  Object.assign(process.env, toolEnvironment(), { ASTRO_DISABLE_UPDATE_CHECK: 'true' });
  // Pages of the site read what is authored from where the kit lies.
  process.chdir(ROOT);
  const { dev } = await import('astro');
  try {
    await dev({
      root: ROOT,
      base: '/',
      logLevel: 'error',
      cacheDir: join(ROOT, '.cache', 'author'),
      devToolbar: { enabled: false },
      server: { host: HOST, port: open },
      integrations: [authorTool(cases)],
      vite: {
        cacheDir: join(ROOT, '.cache', 'author', 'vite'),
        logLevel: 'error',
        // The page is told of changes by its own feed. A reload would lose the place in the case that is being played.
        server: { strictPort: true, hmr: false, watch: null },
      },
    });
  } catch (error) {
    stop(`The tool cannot be opened: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** The port, or the one that the machine gives for 0; undefined where it is taken. */
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

function stop(said: string): never {
  complain(said);
  process.exit(1);
}
