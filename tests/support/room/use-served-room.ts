import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { PublicPart, WordsPart } from '#case/parts/use-cases/case-parts.ts';
import { answerParts } from '#case/play/use-cases/open-answers.ts';
import { ROOM_PATHS, type TeamView } from '#room/model/protocol.ts';
import type { RoomEvent } from '#room/model/room-events.ts';
import { createRoomLog, openRoomLog, type RoomLog } from '../../../scripts/room/room-log.ts';
import { KINDS } from '../builders/kinds.ts';
import { aRoom, aSite, eventsOf } from './a-room.ts';
import { type Answer, type ServedRoom, type Serving, serveRoom } from './ask-room.ts';

/** Stands in every file that a team may not read. */
export const CANARY = 'canary-9f3k';
export const ROOM = aRoom();
const ID = ROOM.part.scenario.id;

/** Addresses of the files of the key. */
export const KEYS = answerParts(ROOM.part, KINDS).map((name) => `/cases/${ID}/${name}`);

/** Another language of a case, in which every scene has one more word. */
const inAnotherLanguage = ({ scenes }: PublicPart): WordsPart => ({
  schema: 'case-words/1',
  locale: 'xx',
  scenes: Object.fromEntries(
    Object.entries(scenes).map(([id, scene]) => [id, { ...scene, title: `Translated: ${scene.title}` }]),
  ),
  untranslated: [],
});

/** A room that is served anew for each test of a file. */
export interface RoomOfTest {
  readonly site: string;
  readonly folder: string;
  readonly log: RoomLog;
  readonly served: ServedRoom;
  /** Serves another room, in another way. */
  serveAnew(serving: Serving): Promise<void>;
  /** Ends the server, and serves the same room again from its log on the disk. */
  restart(serving: Serving): Promise<void>;
  send(token: string, ...messages: readonly object[]): Promise<Answer>;
  viewOf(token: string): Promise<TeamView>;
}

export function useServedRoom(): RoomOfTest {
  const its = {} as { site: string; folder: string; log: RoomLog; served: ServedRoom };

  async function serve(serving?: Serving): Promise<void> {
    its.folder = mkdtempSync(join(tmpdir(), 'checkathon-room-'));
    its.log = createRoomLog(join(its.folder, 'room'), eventsOf([ROOM.opened])[0] as RoomEvent);
    its.served = await serveRoom(ROOM, its.log, its.site, serving);
  }
  async function end(): Promise<void> {
    await its.served.close();
    its.log.close();
    rmSync(its.folder, { recursive: true, force: true });
  }

  beforeAll(() => {
    const planted = KEYS.map((path) => [path.slice(1), JSON.stringify({ planted: CANARY })] as const);
    its.site = aSite(ROOM, {
      ...Object.fromEntries(planted),
      [`cases/${ID}/key/check.json`]: CANARY,
      'market/library.json': CANARY,
      'studio/folder/index.html': CANARY,
      'facilitate/cases/index.html': CANARY,
      'search/index.json': CANARY,
      'sw.js': CANARY,
      'cases/other/case.json': CANARY,
      [`cases/${ID}/case.xx.json`]: JSON.stringify(inAnotherLanguage(ROOM.part)),
    });
  });
  beforeEach(() => serve());
  afterEach(end);
  afterAll(() => rmSync(its.site, { recursive: true }));

  return Object.assign(its, {
    async serveAnew(serving: Serving) {
      await end();
      await serve(serving);
    },
    async restart(serving: Serving) {
      await its.served.close();
      its.log.close();
      its.log = openRoomLog(join(its.folder, 'room'));
      its.served = await serveRoom(ROOM, its.log, its.site, serving);
    },
    send: (token: string, ...messages: readonly object[]) =>
      its.served.team(ROOM_PATHS.teamEvents, { token, body: { messages } }),
    viewOf: async (token: string) => (await its.served.team(ROOM_PATHS.state, { token })).json() as TeamView,
  });
}

/** Why a request was refused. */
export const refusedBy = (answer: Answer) => (answer.json() as { refused?: unknown }).refused;
