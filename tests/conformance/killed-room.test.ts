import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Joined, ROOM_PATHS } from '#room/model/protocol.ts';
import { DIST } from '../../scripts/site/build.ts';
import { chances } from '../support/builders/chances.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { inFull } from '../support/in-full.ts';
import { ask } from '../support/room/ask-room.ts';

const KILLS = inFull(20, 2);
const PEOPLE = 4;
const below = mkdtempSync(join(tmpdir(), 'checkathon-killed-'));

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
}
let running: Running | undefined;
afterAll(() => {
  running?.child.kill('SIGKILL');
  rmSync(below, { recursive: true, force: true });
});

/** Starts the command as a facilitator does, and waits until it has printed where teams reach it. */
function start(): Promise<Running> {
  const args = ['--no-build', '--no-open', '--freely', '--address', '127.0.0.1', '--port', '0', '--state', below];
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'workshop.ts'), ...args], { cwd: ROOT });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const port = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
      if (port) resolve({ child, port: Number(port) });
    });
    child.on('exit', (code) => reject(new Error(`The room ended with ${code}: ${said}`)));
  });
}

/** Kills it as a power cut does: it can write nothing more. */
const kill = ({ child }: Running) =>
  new Promise<void>((done) => {
    child.removeAllListeners('exit').on('exit', () => done());
    child.kill('SIGKILL');
  });

/** The word on the wall. */
function word(): string {
  const [room = ''] = readdirSync(below);
  const [opening = '{}'] = readFileSync(join(below, room, 'room.ndjson'), 'utf8').split('\n');
  return (JSON.parse(opening) as { word: string }).word;
}

const post = ({ port }: Running, path: string, body: object, token?: string) =>
  ask(port, path, { host: `127.0.0.1:${port}`, body, ...(token !== undefined && { token }) });

/** The n-th message of the team; its votes tell which one it was. */
const message = (n: number) => ({
  n,
  type: 'votes.counted',
  state: 'd01',
  votes: { options: { a: n % PEOPLE }, keptDown: 0 },
});

describe.skipIf(!existsSync(join(DIST, 'index.html')))('the server of a room, killed while a team plays', () => {
  it('has lost nothing that it acknowledged, and goes on', async () => {
    const draw = chances('killed', 'room');
    let acknowledged = 0;
    let code: string | undefined;
    for (let round = 0; round < KILLS; round++) {
      running = await start();
      const answer = await post(running, ROOM_PATHS.join, {
        ...{ word: word(), name: 'Heron', people: PEOPLE },
        ...(code !== undefined && { code }),
      });
      expect(answer.status, answer.text).toBe(200);
      const { token, received, view } = answer.json() as Joined;
      code = view.team.code;

      // The message that was on its way may have been kept, and is then known to be.
      expect([acknowledged, acknowledged + 1]).toContain(received);
      if (received > 0) expect(view.team.votes.d01).toEqual(message(received).votes);
      acknowledged = received;
      for (let more = draw.int(12); more >= 0; more--) {
        const kept = await post(running, ROOM_PATHS.teamEvents, { messages: [message(acknowledged + 1)] }, token);
        expect(kept.status, kept.text).toBe(200);
        acknowledged = (kept.json() as { received: number }).received;
      }
      const onItsWay = post(running, ROOM_PATHS.teamEvents, { messages: [message(acknowledged + 1)] }, token);
      const isAnswered = onItsWay.then(
        () => true,
        () => false,
      );
      await kill(running);
      if (await isAnswered) acknowledged += 1;
    }
    expect(acknowledged).toBeGreaterThanOrEqual(KILLS);
  });
});
