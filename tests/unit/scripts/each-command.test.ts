import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/builders/the-library.ts';
import type { Ended } from '../../support/call-command.ts';

const SCRIPTS = join(ROOT, 'scripts');
const COMMANDS = readdirSync(SCRIPTS).filter((name) => name.endsWith('.ts'));
/** Commands that npm calls by another name. */
const CALLED: Readonly<Record<string, string>> = { 'serve-site.ts': 'start', 'build-site.ts': 'build' };

/** Starts a command as a process, from a folder outside the project. */
const start = (name: string, args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const words = [join(SCRIPTS, name), ...args];
    const child = execFile(process.execPath, words, { cwd: tmpdir(), encoding: 'utf8' }, (_, out, said) => {
      resolve({ code: child.exitCode ?? -1, out, said });
    });
  });

/** Other tests call `main` of a command in their own process; here each is started as a person starts it. */
describe('a command that is started as a process', () => {
  it.each(COMMANDS)('%s prints its usage, and nothing beside it', async (name) => {
    const { code, out, said } = await start(name, ['--help']);

    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatch(/^Usage: (?:npm |node scripts\/)[^\n]+\n/);
    expect(out.split('\n')[0]).toContain(CALLED[name] ?? basename(name, '.ts'));
  });
});
