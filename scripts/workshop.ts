/** Serves a workshop from this machine to the laptops of its network: the site, and the room. */
import { join } from 'node:path';
import { command, fail } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { holdWorkshop, USUAL_CASE, workshopOptions } from './room/hold-workshop.ts';
import { buildSite, DIST } from './site/build.ts';

const HELP = `Usage: npm run workshop -- [OPTIONS]
Serves a workshop to the laptops in the same network. Prints the address, a QR code and the room word for the teams, and
opens the control page on this machine. Every step is kept on the disk: started again, the room goes on where it was.
${workshopOptions('.cache/rooms', USUAL_CASE)}
  --no-build      serve dist/ as it is
  --help          this text`;

export const main = command(HELP, (args, io) =>
  holdWorkshop(args, io, {
    site: DIST,
    state: join(ROOT, '.cache', 'rooms'),
    usualCase: USUAL_CASE,
    async refresh() {
      if ((await buildSite()) === 'failed') fail('The site could not be built; the reason stands above.');
    },
  }),
);

if (import.meta.main) await runCommand(main);
