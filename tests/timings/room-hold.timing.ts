import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOM_PATHS, type TeamView } from '#room/model/protocol.ts';
import type { RoomEvent } from '#room/model/room-events.ts';
import type { Timing, TimingRow } from '../../scripts/gate/timing-row.ts';
import { createRoomLog } from '../../scripts/room/room-log.ts';
import { aPossibleAttempt, aRoom, aSite, eventsOf } from '../support/room/a-room.ts';
import { type ServedRoom, serveRoom } from '../support/room/ask-room.ts';
import { pairedRatios, summarize } from './harness.ts';

const TEAMS = 30;
const ROUNDS = 15;
const WARM_UP = 3;

/** A team that waits for news, as its page does. */
interface WaitingTeam {
  /** Resolves once the team has heard that the room is held, or that it is let go. */
  hears(held: boolean): Promise<void>;
}

async function waitingTeam(served: ServedRoom, name: string): Promise<WaitingTeam> {
  const { token } = await served.join(name);
  let view = (await served.team(ROOM_PATHS.state, { token })).json() as TeamView;
  return {
    async hears(held) {
      while (view.held !== held)
        view = (await served.team(`${ROOM_PATHS.state}?after=${view.tag}`, { token })).json() as TeamView;
    },
  };
}

/** Milliseconds from the press of "Hold all" or "Let go" until the last of the teams has heard it. */
async function delayOf(served: ServedRoom, teams: readonly WaitingTeam[], held: boolean): Promise<number> {
  const heard = teams.map((team) => team.hears(held));
  // Every team has asked, and waits: the server tells nobody how many do.
  await new Promise((done) => setTimeout(done, 50));
  const start = performance.now();
  await served.do({ type: held ? 'room.held' : 'room.let-go' });
  await Promise.all(heard);
  return performance.now() - start;
}

/** Delay of the last of thirty teams over that of a single team, in two rooms of one process, in turns. */
async function holdDelay(): Promise<Timing> {
  const room = aRoom();
  const site = aSite(room);
  const folder = mkdtempSync(join(tmpdir(), 'checkathon-timings-'));
  const [opening] = eventsOf([room.opened]) as [RoomEvent];
  const logs = ['full', 'single'].map((name) => createRoomLog(join(folder, name), opening));
  const rates = {
    team: { burst: 1e6, perSecond: 1e6 },
    address: { burst: 1e6, perSecond: 1e6 },
    joined: { burst: 100, perSecond: 100 },
  };
  const [full, single] = (await Promise.all(
    logs.map((log) => serveRoom(room, log, site, { rates, heartbeatMs: 60_000 })),
  )) as [ServedRoom, ServedRoom];
  try {
    const attempt = aPossibleAttempt(room, 'bench');
    const teams: WaitingTeam[] = [];
    for (let n = 0; n < TEAMS; n++) teams.push(await waitingTeam(full, `Team ${n}`));
    for (const { id } of room.opened.parts) await full.do({ type: 'part.released', part: id });
    // Votes and an attempt of usual length stand in the state while the room is held.
    const { token } = await full.join('At work');
    const extended = { type: 'attempt.extended', header: attempt.header, events: attempt.events, n: 1 };
    await full.team(ROOM_PATHS.teamEvents, { token, body: { messages: [extended] } });
    const alone = [await waitingTeam(single, 'Alone')];
    const times: [number[], number[]] = [[], []];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const held = round % 2 === 0;
      const measured = [await delayOf(full, teams, held), await delayOf(single, alone, held)] as const;
      if (round >= 0) for (const n of [0, 1] as const) times[n].push(measured[n]);
    }
    return summarize(pairedRatios(times[0], times[1]));
  } finally {
    await Promise.all([full.close(), single.close()]);
    for (const log of logs) log.close();
    rmSync(folder, { recursive: true });
    rmSync(site, { recursive: true });
  }
}

export const rows: readonly TimingRow[] = [
  {
    name: 'hold all: until the last of 30 teams has heard it, over a single team',
    goal: 10,
    atMost: true,
    measure: holdDelay,
  },
];
