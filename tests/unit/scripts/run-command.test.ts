import { spawn } from 'node:child_process';
import { existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/builders/the-library.ts';
import type { Ended } from '../../support/call-command.ts';
import { aFolder } from './a-command.ts';

type Target = 'pipe' | 'full disk';

/** Runs the text of a module that knows `runCommand` and `goOnAfterFaults`, as a process. */
function runText(
  text: string,
  { reads = true, outTo = 'pipe' as Target, sayTo = 'pipe' as Target } = {},
): Promise<Ended> {
  const file = join(aFolder(), 'command.ts');
  const from = JSON.stringify(join(ROOT, 'scripts', 'command', 'run-command.ts'));
  writeFileSync(file, `import { goOnAfterFaults, runCommand } from ${from};\n${text}\n`);
  const stdio = [outTo, sayTo].map((target) => (target === 'full disk' ? openSync('/dev/full', 'w') : 'pipe'));
  const child = spawn(process.execPath, [file], { stdio: ['ignore', ...stdio] });
  let [out, said] = ['', ''];
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  if (reads)
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
  else child.stdout?.destroy();
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code: code ?? -1, out, said }));
  });
}

const FAULT = /^:1:1 command\.unforeseen [^\n]*a planted fault[^\n]*\n$/;

describe('a command that runs as a process', () => {
  it('exits with its code after printing everything, of any length', async () => {
    const long = await runText("await runCommand(async (_, io) => { io.out('x'.repeat(3_000_000)); return 1; });");

    expect({ code: long.code, length: long.out.length, said: long.said }).toEqual({
      code: 1,
      length: 3_000_000,
      said: '',
    });
  });

  it('exits silently where its output pipe is closed', async () => {
    const text =
      "await runCommand(async (_, io) => { setInterval(() => io.out('x'.repeat(100_000)), 10); return 0; });";

    expect(await runText(text, { reads: false })).toEqual({ code: 1, out: '', said: '' });
  });

  it.each([
    ['in its work', "throw new Error('a planted fault');"],
    ['after it', "setInterval(() => { throw new Error('a planted fault'); }, 10); return 0;"],
  ])('says a fault %s in one line, and ends with 1', async (_, work) => {
    const { code, out, said } = await runText(`await runCommand(async () => { ${work} });`);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toMatch(FAULT);
  });

  it('continues after an error where it is a server', async () => {
    const text = `await runCommand(async (_, io) => {
      goOnAfterFaults();
      setTimeout(() => { throw new Error('a planted fault'); }, 10);
      setTimeout(() => io.out('still there'), 200);
      return 0;
    });`;

    expect(await runText(text)).toEqual({ code: 0, out: 'still there', said: expect.stringMatching(FAULT) });
  });

  /** A server that prints to one of its outputs again and again, and then a last word to the other one. */
  const server = (lines: 'out' | 'say', last: 'out' | 'say') => `await runCommand(async (_, io) => {
    goOnAfterFaults();
    let left = 20;
    const timer = setInterval(() => {
      io.${lines}('a line\\n');
      if (--left > 0) return;
      clearInterval(timer);
      io.${last}('still there');
    }, 5);
    return 0;
  });`;

  it.skipIf(!existsSync('/dev/full'))(
    'goes on where it is a server whose messages find a full disk, and says so once',
    async () => {
      const { code, out } = await runText(server('say', 'out'), { sayTo: 'full disk' });

      expect({ code, out }).toEqual({
        code: 0,
        out: 'Messages can no longer be written: the machine says ENOSPC. The server goes on.\nstill there',
      });
    },
  );

  it.skipIf(!existsSync('/dev/full'))(
    'goes on where it is a server whose lines find a full disk, and says so once',
    async () => {
      const { code, said } = await runText(server('out', 'say'), { outTo: 'full disk' });

      expect({ code, said }).toEqual({
        code: 0,
        said: 'What is printed here can no longer be written: the machine says ENOSPC.\nstill there',
      });
    },
  );

  it('goes on where it is a server whose reader has gone, and says so once', async () => {
    const { code, said } = await runText(server('out', 'say'), { reads: false });

    expect({ code, said }).toEqual({
      code: 0,
      said: 'What is printed here can no longer be written: the machine says EPIPE.\nstill there',
    });
  });

  it.skipIf(!existsSync('/dev/full'))(
    'ends where both of its outputs are lost, and never turns in circles',
    async () => {
      const work = "io.say('a'); io.out('b'); throw new Error('a planted fault');";

      expect(
        (await runText(`await runCommand(async (_, io) => { ${work} });`, { outTo: 'full disk', sayTo: 'full disk' }))
          .code,
      ).toBe(1);
      expect((await runText(server('say', 'out'), { outTo: 'full disk', sayTo: 'full disk' })).code).toBe(0);
    },
  );
});
