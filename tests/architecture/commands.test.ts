import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SCRIPTS = fileURLToPath(new URL('../../scripts/', import.meta.url));
const TEXTS = readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.startsWith('config/'))
  .map((name) => ({ name, text: readFileSync(join(SCRIPTS, name), 'utf8') }));
const COMMANDS = TEXTS.filter(({ name }) => !name.includes('/'));

/** Process features that only the entry code may use: arguments, working folder, output, exit. */
const EDGE = /\bprocess\.(?:argv|cwd|stdin|stdout|stderr|exit|exitCode)\b|\bconsole\./g;

/** Files with exceptions and the features that they may use: the entry code, and commands that keep running. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'command/run-command.ts': [
    'process.cwd',
    'process.stdout',
    'process.stderr',
    'process.argv',
    'process.exit',
    'process.exitCode',
  ],
  'author.ts': ['process.exit'],
  'serve-site.ts': ['process.exit'],
  'room/serve-room.ts': ['process.exit'],
  'check-scenarios.ts': ['process.exitCode'],
};

describe('the commands of scripts/', () => {
  it.each(COMMANDS)('$name exports a main function that runs both as a process and in a test', ({ text }) => {
    expect(text).toContain('export const main = command(HELP, ');
    expect(text).toMatch(/\nif \(import\.meta\.main\) await runCommand\(main(?:, \{ smallHeap: true \})?\);\n$/);
  });

  it.each(TEXTS)('$name accesses the process only through its io argument', ({ name, text }) => {
    const taken = [...new Set(text.match(EDGE) ?? [])];

    expect(taken.filter((what) => !ALLOWED[name]?.includes(what))).toEqual([]);
  });
});
