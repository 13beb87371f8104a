import { join } from 'node:path';
import type { Main } from '../../scripts/command/command-io.ts';

const SCRIPTS = join(import.meta.dirname, '..', '..', 'scripts');

/** How a command ended: its code, its output, and its other messages. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** Calls a command of the kit in this process: to start another one and to read the library there takes a second. */
export async function callCommand(script: string, args: readonly string[], cwd: string): Promise<Ended> {
  const { main } = (await import(/* @vite-ignore */ join(SCRIPTS, script))) as { readonly main: Main };
  let [out, said] = ['', ''];
  const code = await main(args, {
    cwd,
    out: (text) => {
      out += text;
    },
    say: (text) => {
      said += text;
    },
  });
  return { code, out, said };
}
