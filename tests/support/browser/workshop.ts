import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ControlAction, type ControlTeam, type ControlView, ROOM_PATHS } from '#room/model/protocol.ts';
import type { RoomEvent } from '#room/model/room-events.ts';
import { findBrowser } from '../../../scripts/site/find-browser.mjs';
import { openWorkshop } from '../room/open-workshop.ts';

/** The name by which browsers of the tests reach the room. It leads to this machine, and is no secure context. */
const ROOM_HOST = 'room.example';

const executablePath = findBrowser();

/**
 * A browser for which the name of the room leads to this machine, so that its pages are as little secure as on a LAN.
 */
export const ROOM_BROWSER = {
  ...(executablePath ? { executablePath } : {}),
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', `--host-resolver-rules=MAP ${ROOM_HOST} 127.0.0.1`],
};

/** A workshop that runs as its command runs it, with the built site. */
export interface Workshop {
  /** Address for teams, with the room word as the code on the wall has it. */
  readonly invitation: string;
  readonly word: string;
  /** Address of the control page, with its token. */
  readonly control: string;
  /** Folder below which the log of the room lies. */
  readonly folder: string;
  does(action: ControlAction): Promise<void>;
  release(...parts: readonly string[]): Promise<void>;
  team(name: string): Promise<ControlTeam | undefined>;
  /** The log as it lies on the disk, line by line. */
  lines(): RoomEvent[];
  stop(): Promise<void>;
}

/** Starts the command with a room of its own, which teams reach by its name. */
export async function startWorkshop(...args: readonly string[]): Promise<Workshop> {
  const open = await openWorkshop('--name', ROOM_HOST, ...args);
  const control = new URL(open.control);
  const headers = {
    authorization: `Bearer ${control.hash.slice(1)}`,
    'content-type': 'application/json',
    origin: control.origin,
  };
  const does = async (action: ControlAction) => {
    const answer = await fetch(new URL(ROOM_PATHS.controlDo, control.origin), {
      method: 'POST',
      headers,
      body: JSON.stringify(action),
    });
    if (!answer.ok) throw new Error(`${JSON.stringify(action)}: ${await answer.text()}`);
  };
  return {
    invitation: `${open.teams}#word=${open.word}`,
    word: open.word,
    control: open.control,
    folder: open.folder,
    does,
    async release(...parts) {
      for (const part of parts) await does({ type: 'part.released', part });
    },
    async team(name) {
      const answer = await fetch(new URL(ROOM_PATHS.controlState, control.origin), { headers });
      return ((await answer.json()) as ControlView).teams.find((team) => team.name === name);
    },
    lines() {
      const [room = ''] = readdirSync(open.folder);
      const text = readFileSync(join(open.folder, room, 'room.ndjson'), 'utf8');
      return text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as RoomEvent);
    },
    stop: () => open.stop(),
  };
}
