import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ControlDeed, type ControlTeam, type ControlView, ROOM_PATHS } from '#core/room/protocol.ts';
import { REPOSITORY } from './built-site.ts';

/** The name by which browsers of the tests reach the room. It leads to this machine, and is no secure context. */
export const ROOM_HOST = 'room.example';

/** A workshop that runs as its command runs it, with the built site. */
export interface Workshop {
  /** Address for teams, with the room word as the code on the wall has it. */
  readonly invitation: string;
  readonly word: string;
  does(deed: ControlDeed): Promise<void>;
  release(...parts: readonly string[]): Promise<void>;
  team(name: string): Promise<ControlTeam | undefined>;
  stop(): Promise<void>;
}

/** Starts the command with a new room, and waits until it has printed the invitation. */
export async function startWorkshop(...args: readonly string[]): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), 'checkathon-workshop-'));
  const own = ['--address', '127.0.0.1', '--name', ROOM_HOST, '--port', '0', '--state', folder];
  const child = spawn(process.execPath, ['scripts/workshop.ts', '--new', '--no-build', '--no-open', ...own, ...args], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const printed = await new Promise<string>((resolve, reject) => {
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        if (/^Control .+\n/m.test(text)) resolve(text);
      });
    child.once('exit', () => reject(new Error(text)));
  });
  const after = (label: string) => new RegExp(`^${label}\\s+(\\S+)`, 'm').exec(printed)?.[1] ?? '';
  const control = new URL(after('Control'));
  const headers = {
    authorization: `Bearer ${control.hash.slice(1)}`,
    'content-type': 'application/json',
    origin: control.origin,
  };
  const word = after('Room word');
  const does = async (deed: ControlDeed) => {
    const answer = await fetch(new URL(ROOM_PATHS.controlDo, control.origin), {
      method: 'POST',
      headers,
      body: JSON.stringify(deed),
    });
    if (!answer.ok) throw new Error(`${JSON.stringify(deed)}: ${await answer.text()}`);
  };
  return {
    invitation: `${after('Teams open')}#word=${word}`,
    word,
    does,
    async release(...parts) {
      for (const part of parts) await does({ type: 'part.released', part });
    },
    async team(name) {
      const answer = await fetch(new URL(ROOM_PATHS.controlState, control.origin), { headers });
      return ((await answer.json()) as ControlView).teams.find((team) => team.name === name);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
