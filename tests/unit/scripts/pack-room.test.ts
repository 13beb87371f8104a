import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ControlView, type Joined, ROOM_PATHS, type TeamView } from '#room/model/protocol.ts';
import { PLACES } from '../../../scripts/pack-room/packed-room.ts';
import { readMeText } from '../../../scripts/pack-room/read-me.ts';
import { startersFor } from '../../../scripts/pack-room/starters.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import type { Ended } from '../../support/call-command.ts';
import { ask } from '../../support/room/ask-room.ts';
import { aFolder, run } from './a-command.ts';

const NO_BUILD = '--no-build';

describe('the command that packs a room', () => {
  it.each([
    ['no folder', [], '--out is missing.'],
    ['a word', ['room', '--out', 'x'], "Unexpected argument 'room'"],
    ['an option that there is not', ['--out', 'x', '--usb'], "Unknown option '--usb'"],
    ['an unknown case', ['--out', 'x', '--case', 'quiet'], '--case quiet: there is no such case. Known: '],
    ['a path in place of a case', ['--out', 'x', '--case', '../cases/quiet-number'], 'there is no such case.'],
  ])('refuses %s, and shows how it is used', async (_, args, sentence) => {
    const { code, said } = await run('pack-room.ts', [...args, NO_BUILD]);

    expect(code).toBe(2);
    expect(said).toContain(sentence);
    expect(said).toContain('Usage: npm run -s pack-room');
  });

  it('replaces no folder but a packed room, and that one with --force only', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'mine'));
    mkdirSync(join(folder, 'packed', PLACES.program), { recursive: true });
    writeFileSync(join(folder, 'packed', PLACES.settings), '{}');
    const ofMine = await run('pack-room.ts', ['--out', 'mine', '--force', NO_BUILD], folder);
    const ofPacked = await run('pack-room.ts', ['--out', 'packed', NO_BUILD], folder);

    expect([ofMine.code, ofPacked.code]).toEqual([2, 2]);
    expect(ofMine.said).toContain('--out mine is there already, and is no packed room. Choose another name.');
    expect(ofPacked.said).toContain('--out packed is there already. Choose another name, or replace it with --force');
  });

  it('takes no folder that is not there for a place to write', async () => {
    const out = join('no', 'such', 'folder');

    const { code, said } = await run('pack-room.ts', ['--out', out, NO_BUILD]);

    expect(code).toBe(1);
    expect(said).toContain(`${out}:1:1 file.unwritable`);
  });
});

describe('what lies in a packed room for each system', () => {
  const SYSTEMS = ['linux', 'darwin', 'win32'] as const;

  it.each(SYSTEMS)('%s: the text names the starter, the system and where rooms are kept', (system) => {
    const text = readMeText({ system, processor: 'x64', title: 'The quiet number' });
    const [starter] = startersFor(system);

    expect(text).toContain(`"${starter.name}"`);
    expect(text).toContain('delete the folder "rooms"');
    expect(text.split(/\r?\n/).filter((line) => line.length > 80)).toEqual([]);
    expect(/\r\n/.test(text)).toBe(system === 'win32');
  });

  it('has starters with line ends of their system', () => {
    const ends = SYSTEMS.map((system) => startersFor(system).map(({ text }) => text.includes('\r')));

    expect(ends).toEqual([[false, false], [false], [true]]);
  });
});

/** True where a process can be started for which the project is not there. */
const CAN_HIDE = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
const HIDE = 'mount -t tmpfs none "$1" && shift && exec "$@"';

describe('a packed room that was moved', () => {
  const home = mkdtempSync(join(tmpdir(), 'checkathon-room-'));
  const folder = join(home, "on Ann's stick & more");
  const running: ChildProcess[] = [];
  let packed: Ended;

  beforeAll(async () => {
    packed = await run('pack-room.ts', ['--out', 'room', '--case', 'five-signs', NO_BUILD], home);
    if (packed.code === 0) renameSync(join(home, 'room'), folder);
  });
  afterEach(() => Promise.all(running.splice(0).map(end)));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  function end(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((done) => {
      child.once('exit', () => done());
      process.kill(-(child.pid as number), 'SIGINT');
    });
  }

  /** Starts the room as a double click does, without any program in the path, and without the project where possible. */
  async function start(...args: readonly string[]) {
    const starter = [join(folder, startersFor('linux')[0].name), '--address', '127.0.0.1', '--port', '0', '--no-open'];
    const call = ['env', '-i', 'PATH=/nowhere', ...starter, ...args];
    const [program = '', ...rest] = CAN_HIDE ? ['unshare', '-rm', 'sh', '-c', HIDE, 'sh', ROOT, ...call] : call;
    const child = spawn(program, rest, { cwd: '/', detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(child);
    let said = '';
    await new Promise<void>((done, failed) => {
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text) => {
          said += text;
          if (said.includes('Control ')) done();
        });
      child.once('exit', (code) => failed(new Error(`The room ended with ${code}: ${said}`)));
    });
    const [, port = '', token = ''] = /localhost:(\d+)\/\S*#(\S+)/.exec(said) ?? [];
    const [, word = ''] = /Room word +(\S+)/.exec(said) ?? [];
    const asked = { team: `127.0.0.1:${port}`, control: `localhost:${port}` };
    return {
      said,
      word,
      end: () => end(child),
      team: (path: string, more: object = {}) => ask(Number(port), path, { host: asked.team, ...more }),
      control: (path: string, more: object = {}) => ask(Number(port), path, { host: asked.control, token, ...more }),
    };
  }

  it.runIf(process.platform === 'linux')('serves teams, keeps the room in its folder and goes on with it', async () => {
    expect({ code: packed.code, said: packed.said }).toEqual({ code: 0, said: '' });
    expect(packed.out).toMatch(/^room: a room with five-signs for Linux \(\w+\), \d+ MB, answers inside\n/);
    const before = readdirSync(home, { recursive: true }).length;

    const first = await start();
    const joined = await first.team(ROOM_PATHS.join, { body: { word: first.word, name: 'Plover', people: 4 } });
    const { token, view } = joined.json() as Joined;
    const part = view.parts[0]?.id as string;
    const released = await first.control(ROOM_PATHS.controlDo, { body: { type: 'part.released', part } });
    const site = await first.team('/cases/five-signs/');
    const page = await first.control('/facilitate/');
    await first.end();

    expect([joined.status, released.status, site.status, page.status]).toEqual([200, 200, 200, 200]);
    expect(first.said).toContain(join(folder, PLACES.rooms));
    // The room with its folder, and in there the log and the token.
    expect(readdirSync(home, { recursive: true }).length - before).toBe(4);

    const again = await start();
    const state = (await again.team(ROOM_PATHS.state, { token })).json() as TeamView;
    const { teams } = (await again.control(ROOM_PATHS.controlState)).json() as ControlView;

    expect(again.said).toContain('goes on where it was: 1 teams, 1 of');
    expect(state.parts.find(({ id }) => id === part)?.released).toBe(true);
    expect(teams.map(({ name }) => name)).toEqual(['Plover']);
  });

  it('refuses what the workshop refuses, in words of its own', async () => {
    const { code, said } = await startAndFail('--minutes', 'many');

    expect(code).toBe(2);
    expect(said).toMatch(/^--minutes many: .+\n\nUsage: "Start the room\.sh" \[OPTIONS\]\n/);
  });

  function startAndFail(...args: readonly string[]) {
    const { status, stderr } = spawnSync('sh', [join(folder, startersFor('linux')[0].name), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { code: status, said: stderr };
  }

  it('names no place of the machine that packed it', () => {
    const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:html|js|mjs|json|css|txt|sh|desktop|svg)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));

    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((file) => readFileSync(file, 'utf8').includes(ROOT))).toEqual([]);
  });
});
