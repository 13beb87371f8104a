/**
 * Runs one command of the kit many times in this process, one call after the other, and prints what each came to as a
 * line of JSON. Usage: node run-in-turn.ts CALLS.json, where CALLS.json holds { script, calls: string[][] }.
 */
import { readFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Main } from '../../../scripts/command/command-io.ts';

const { script, calls } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  readonly script: string;
  readonly calls: readonly (readonly string[])[];
};
const MAX_KEPT = 1_000_000;
const keep = (text: string, part: string) => (text.length > MAX_KEPT ? text : text + part);
const { main } = (await import(pathToFileURL(script).href)) as { readonly main: Main };

for (const [n, args] of calls.entries()) {
  let [out, said, code] = ['', '', 0];
  const start = process.cpuUsage();
  try {
    code = await main(args, {
      cwd: process.cwd(),
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
