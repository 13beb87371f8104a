import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/builders/the-library.ts';
import type { Ended } from '../../support/call-command.ts';
import { aFolder } from './a-command.ts';

/** Runs the text of a module that knows `runCommand` and `goOnAfterFaults`, as a process. */
function runText(text: string, { reads = true } = {}): Promise<Ended> {
  const file = join(aFolder(), 'command.ts');
  const from = JSON.stringify(join(ROOT, 'scripts', 'command', 'run-command.ts'));
  writeFileSync(file, `import { goOnAfterFaults, runCommand } from ${from};\n${text}\n`);
  const child = spawn(process.execPath, [file]);
  let [out, said] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  if (reads)
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
  else child.stdout.destroy();
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
});
