/**
 * Calls commands of the kit in this process, one after the other, and prints what each call came to as a line of JSON.
 * Usage: node run-in-turn.ts CALLS.json, where CALLS.json holds a list of { script, args, cwd }.
 */
import { readFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Main } from '../../../scripts/command/command-io.ts';
import type { Call } from './call-commands.ts';

const calls = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly Call[];
const MAX_KEPT = 1_000_000;
const keep = (text: string, part: string) => (text.length > MAX_KEPT ? text : text + part);

for (const [n, { script, args, cwd }] of calls.entries()) {
  const { main } = (await import(pathToFileURL(script).href)) as { readonly main: Main };
  process.chdir(cwd);
  let [out, said, code] = ['', '', 0];
  const start = process.cpuUsage();
  try {
    code = await main(args, {
      cwd,
      out: (text) => {
        out = keep(out, text);
      },
      say: (text) => {
        said = keep(said, text);
      },
    });
  } catch (error) {
    code = 70;
    said += error instanceof Error ? (error.stack ?? '') : String(error);
  }
  // Processor time of the call, independent of background load.
  const { user, system } = process.cpuUsage(start);
  const ms = Math.round((user + system) / 1000);
  // Written directly to the descriptor, so that the parent gets it before the next call begins.
  writeAll(`${JSON.stringify({ n, code, out, said, ms })}\n`);
}
function writeAll(text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; )
    try {
      done += writeSync(1, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
}
