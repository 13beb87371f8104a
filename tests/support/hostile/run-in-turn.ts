/**
 * Runs one command of the kit many times in this process, one call after the other, and prints what each came to as a line of
 * JSON. Usage: node run-in-turn.ts CALLS.json, where CALLS.json holds { script, calls: string[][] }.
 */
import { readFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

class Ended extends Error {}

const { script, calls } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  readonly script: string;
  readonly calls: readonly (readonly string[])[];
};
const MOST_KEPT = 1_000_000;
let out = '';
let said = '';
const keep = (text: string, part: unknown) => (text.length > MOST_KEPT ? text : text + String(part));
process.stdout.write = ((part: unknown, ...rest: unknown[]) => {
  out = keep(out, part);
  for (const done of rest) if (typeof done === 'function') done();
  return true;
}) as typeof process.stdout.write;
process.stderr.write = ((part: unknown) => {
  said = keep(said, part);
  return true;
}) as typeof process.stderr.write;
let code = 0;
process.exit = ((given?: number) => {
  code = Number(given ?? process.exitCode ?? 0);
  throw new Ended('The command has ended.');
}) as typeof process.exit;

for (const [n, args] of calls.entries()) {
  [out, said, code] = ['', '', 0];
  process.exitCode = undefined;
  process.argv = [process.execPath, script, ...args];
  const start = process.cpuUsage();
  try {
    await import(`${pathToFileURL(script).href}?call=${n}`);
    code = Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof Ended)) {
      code = 70;
      said += error instanceof Error ? (error.stack ?? '') : String(error);
    }
  }
  // What the call took of a processor: how busy the machine is besides does not count.
  const { user, system } = process.cpuUsage(start);
  const ms = Math.round((user + system) / 1000);
  // Straight to the descriptor: the stream is kept from the command.
  writeAll(`${JSON.stringify({ n, code, out, said, ms })}\n`);
}
process.exitCode = 0;

function writeAll(text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; )
    try {
      done += writeSync(1, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
}
