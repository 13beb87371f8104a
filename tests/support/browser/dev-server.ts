import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from './built-site.ts';

/** The development server of `npm run dev`, with an editor that notes which files it is told to open. */
export class DevServer {
  readonly #home = mkdtempSync(join(tmpdir(), 'checkathon-dev-'));
  readonly #child: ChildProcess;
  /** The address of its home page. */
  readonly address: Promise<string>;

  constructor() {
    const editor = join(this.#home, 'editor.sh');
    writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${this.#opened}'\n`);
    chmodSync(editor, 0o700);
    const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
    const [program = '', ...args] = String(scripts.dev).split(' ');
    const command = join(REPOSITORY, 'node_modules', '.bin', program);
    this.#child = spawn(command, [...args, '--host', '127.0.0.1', '--port', '0'], {
      cwd: REPOSITORY,
      env: { ...process.env, LAUNCH_EDITOR: editor, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.address = new Promise((resolve, reject) => {
      let said = '';
      this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
        if (address) resolve(address);
      });
      this.#child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
    });
  }

  get #opened(): string {
    return join(this.#home, 'opened');
  }

  /** The files that the editor was told to open. */
  opened(): readonly string[] {
    return existsSync(this.#opened) ? readFileSync(this.#opened, 'utf8').trim().split('\n') : [];
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await ended;
    rmSync(this.#home, { recursive: true, force: true });
  }
}
