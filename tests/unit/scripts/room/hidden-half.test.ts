import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import type { HeldWords, PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { heldWordsPart } from '#case/parts/use-cases/case-parts.ts';
import type { SeenExercise } from '#case/play/use-cases/hidden-half-port.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { openBrief } from '#kinds/platform-test/model/open-brief.ts';
import type { PlatformTestResponse, TestAct } from '#kinds/platform-test/model/play.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import { hoursToNext, seenAfter } from '#kinds/platform-test/model/seen-test.ts';
import { briefOfShare } from '#kinds/platform-test/model/share.ts';
import type { PlatformTestBrief } from '#kinds/platform-test/model/state.ts';
import { CLAIM_IDS } from '#market/platforms/model/claims.ts';
import { ROOM_PATHS } from '#room/model/protocol.ts';
import { type RoomEvent, roomEvent } from '#room/model/room-events.ts';
import { withHeldWords } from '#room/use-cases/held-words.ts';
import { createRoomLog, type RoomLog } from '../../../../scripts/room/room-log.ts';
import { anAttempt } from '../../../support/builders/an-attempt.ts';
import { aRoom, aSite, eventsOf } from '../../../support/room/a-room.ts';
import { type ServedRoom, serveRoom } from '../../../support/room/ask-room.ts';

const ROOM = aRoom('scenarios/six-weeks-six-platforms');
const { scenario } = ROOM.part;
const ID = scenario.id;
const WHOLE = briefOf(scenario, 'test') as unknown as PlatformTestBrief;
const STAGES = ROOM.opened.parts.map(({ id }) => id);
const EXERCISE = `${ROOM_PATHS.exercise}?state=test`;

/** Binds the team to let the hours to the next event pass. */
const AWAITED = { type: 'event.awaited' } as unknown as TestAct;

/** A part of a score without the numbers of its log events: in a room one event more is written for each look ahead. */
const withoutNumbers = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one) => (['evidence', 'seq', 'sealed', 'stops'].includes(key) ? 0 : one)));

const ACTS: readonly TestAct[] = [
  { type: 'card.placed', site: 'ostrel-smallads', card: 'TC3' },
  { type: 'card.placed', site: 'four-towns', card: 'TC8' },
  { type: 'interview.held', site: 'ostrel-smallads' },
  { type: 'time.passed', hours: 100 },
  { type: 'page.captured', copy: 'four-towns-TC8-1' },
];

let site: string;
let folder: string;
let log: RoomLog;
let served: ServedRoom;

beforeAll(() => {
  site = aSite(ROOM);
});
afterAll(() => rmSync(site, { recursive: true }));
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'checkathon-hidden-'));
  log = createRoomLog(join(folder, 'room'), eventsOf([ROOM.opened])[0] as RoomEvent);
  served = await serveRoom(ROOM, log, site);
});
afterEach(async () => {
  await served.close();
  log.close();
  rmSync(folder, { recursive: true, force: true });
});

const release = async (...parts: readonly string[]) => {
  for (const part of parts) await served.do({ type: 'part.released', part });
};

/** An attempt that stands in the test, after some acts. */
const attemptWith = (...acts: readonly TestAct[]): AttemptLog =>
  anAttempt(ROOM.whole.material)
    .continues()
    .chooses('c')
    .acts(...(acts as never[])).log;

/** Hands over what is new of an attempt, with the number that the team's message has. */
const hand = (token: string, n: number, { header, events }: AttemptLog, from = 0) =>
  served.team(ROOM_PATHS.teamEvents, {
    token,
    body: { messages: [{ n, type: 'attempt.extended', ...(from === 0 && { header }), events: events.slice(from) }] },
  });

const seenBy = async (token: string, more = '') =>
  (await served.team(`${EXERCISE}${more}`, { token })).json() as SeenExercise;

/** Signs of the hidden half, as JSON writes them. */
const SIGNS = [
  ...[
    '"hidden"',
    '"chances"',
    '"traits"',
    '"closedRoutes"',
    '"answerRate"',
    '"noticeEffect"',
    '"reportLimit"',
    '"desk"',
  ],
  ...CLAIM_IDS.map((claim) => `"${claim}":`),
  `"seed":"${WHOLE.seed}"`,
  ...WHOLE.platforms.map(({ hidden }) => hidden.does),
];
const signsIn = (text: string) => SIGNS.filter((sign) => text.includes(sign));

describe('the hidden half of a test in a room', () => {
  it('is planted where the test looks for it', () => {
    expect(signsIn(JSON.stringify(ROOM.part)).length).toBeGreaterThan(SIGNS.length - 2);
  });

  it('is in no byte that a team can ask for before the last part, whatever it has done', async () => {
    const { token } = await served.join('Plover');
    await release(...STAGES.slice(0, -1));
    const log = attemptWith(...ACTS);
    expect((await hand(token, 1, log)).status).toBe(200);
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).map((name) => `/${name}`);
    const names = ['case.json', ...STAGES.map(heldWordsPart)];
    const odd = names.flatMap((name) => [
      `/cases/${ID}/${name}?whole`,
      `/cases/${ID}//${name}`,
      `/cases/${ID}/./${name}`,
      `/cases/${ID}/${name}.`,
      `/cases/${ID}/${name}/`,
      `/cases/${ID}/${name.toUpperCase()}`,
      `/cases/x/../${ID}/${name}`,
      `/CASES/${ID}/${name}`,
      `/cases/${ID}/%63${name.slice(1)}`,
      `/_astro/../cases/${ID}/${name}`,
      `http://localhost:${served.port}/cases/${ID}/${name}`,
    ]);
    const asked = ['test', 'briefing', 'end-report', '__proto__', 'constructor', 'test&ahead', 'test%00', ''].map(
      (state) => `${ROOM_PATHS.exercise}?state=${state}`,
    );
    for (const path of [...files, ...odd, ...asked, ...Object.values(ROOM_PATHS), '/']) {
      const { text } = await served.team(encodeURI(path).replaceAll('%25', '%'), { token });
      expect([path, signsIn(text)]).toEqual([path, []]);
    }
  });

  it('says what the page says that has the whole brief, act by act', async () => {
    const { token } = await served.join('Plover');
    await release('briefing', 'test');
    let handed = 0;
    for (const n of ACTS.keys()) {
      const log = attemptWith(...ACTS.slice(0, n + 1));
      expect((await hand(token, n + 1, log, handed)).status).toBe(200);
      handed = log.events.length;
      const response: PlatformTestResponse = {
        planned: [],
        done: ACTS.slice(0, n + 1).map((action, at) => ({ action, seq: handed - n + at })),
      };
      expect(await seenBy(token)).toEqual({
        last: handed,
        seen: JSON.parse(JSON.stringify(seenAfter(WHOLE, response))),
      });
    }
  });

  it('says how long it is to the next event once the team is bound to let these hours pass, and then takes nothing else', async () => {
    const { token } = await served.join('Plover');
    await release('briefing', 'test');
    const before = attemptWith(...ACTS);
    await hand(token, 1, before);
    expect(await seenBy(token, '&ahead')).not.toHaveProperty('hoursToNext');
    const bound = attemptWith(...ACTS, AWAITED);
    await hand(token, 2, bound, before.events.length);
    const { hoursToNext = 0 } = await seenBy(token, '&ahead');
    expect(hoursToNext).toBeGreaterThan(0);

    const others: TestAct[] = [
      { type: 'card.placed', site: 'four-towns', card: 'TC1' },
      { type: 'time.passed', hours: hoursToNext / 2 },
      AWAITED,
    ];
    for (const other of others)
      expect((await hand(token, 3, attemptWith(...ACTS, AWAITED, other), bound.events.length)).json()).toMatchObject({
        refused: { why: 'not-allowed' },
      });
    const passed = attemptWith(...ACTS, AWAITED, { type: 'time.passed', hours: hoursToNext });
    expect((await hand(token, 3, passed, bound.events.length)).status).toBe(200);
  });

  it.each(['repeat-what-failed', 'first-failure-is-pattern', 'spam-reports', 'trust-all'] as const)(
    'scores what %s does in a room as it does alone, with all platforms and with three',
    async (player) => {
      await release('briefing', 'test');
      for (const [n, share] of [undefined, ['ostrel-smallads', 'kelvast-notices', 'four-towns']].entries()) {
        const { token, team } = await served.join(`Plover ${n}`);
        const own = share ? [{ type: 'sites.given', sites: share } as never] : [];
        if (share) log.append([roomEvent({ type: 'places.given', team, state: 'test', places: share }, log.state, 1)]);
        const alone = anAttempt(ROOM.whole.material)
          .continues()
          .chooses('c')
          .acts(...own);
        const inRoom = anAttempt(ROOM.whole.material)
          .continues()
          .chooses('c')
          .acts(...own);
        let handed = 0;
        let sent = 0;
        const send = async () => {
          const answer = await hand(token, ++sent, inRoom.log, handed);
          expect(answer.text).not.toContain('refused');
          handed = inRoom.log.events.length;
        };
        for (const action of playAs(player, briefOfShare(WHOLE, share ? { sites: share } : {})).actions) {
          if (action.type !== 'time.skipped') {
            alone.acts(action as never);
            inRoom.acts(action as never);
            continue;
          }
          const response = alone.state.responses['test'] as PlatformTestResponse;
          alone.acts({ type: 'time.passed', hours: hoursToNext(briefOfShare(WHOLE, response), response) } as never);
          inRoom.acts(AWAITED as never);
          await send();
          inRoom.acts({ type: 'time.passed', hours: (await seenBy(token, '&ahead')).hoursToNext } as never);
        }
        alone.commits();
        inRoom.commits();
        await send();
        const kept = (await served.team(ROOM_PATHS.attempt, { token })).json() as AttemptLog;
        const scored = (one: AttemptLog) => withoutNumbers(scoreAttempt(one, ROOM.whole.material, ROOM.whole.answers));
        expect(scored(kept)).toEqual(scored(alone.log));
      }
    },
  );

  it('is tested in the share of a team alone, which its first act says', async () => {
    const { token, team } = await served.join('Plover');
    expect((await served.do({ type: 'places.given', team, state: 'test', places: ['ostrel-smallads'] })).status).toBe(
      200,
    );
    await release('briefing', 'test');
    const given = { type: 'sites.given', sites: ['ostrel-smallads'] } as never;
    const start = attemptWith();
    await hand(token, 1, start);
    const refused: TestAct[][] = [
      [{ type: 'card.placed', site: 'ostrel-smallads', card: 'TC1' }],
      [{ type: 'sites.given', sites: ['ostrel-smallads', 'four-towns'] } as never],
      [given, { type: 'card.placed', site: 'four-towns', card: 'TC1' }],
      [given, { type: 'interview.held', site: 'marrin-evenings' }],
      [given, { type: 'plan.locked', cells: [{ site: 'four-towns', card: 'TC1', copies: 1 }] }],
      [given, given],
    ];
    for (const acts of refused)
      expect((await hand(token, 2, attemptWith(...acts), start.events.length)).json()).toMatchObject({
        refused: { why: 'not-allowed' },
      });
    expect(await seenBy(token)).toMatchObject({ share: ['ostrel-smallads'] });
    const own = attemptWith(given, { type: 'card.placed', site: 'ostrel-smallads', card: 'TC1' });
    expect((await hand(token, 2, own, start.events.length)).status).toBe(200);
    expect((await served.do({ type: 'places.dealt', state: 'test', each: 2 })).json()).toMatchObject({
      refused: 'already-released',
    });
  });

  it('is not to be tried out: an act that the room has stays, and another one in its place is refused', async () => {
    const { token } = await served.join('Plover');
    await release('briefing', 'test');
    const first = attemptWith(...ACTS.slice(0, 2));
    await hand(token, 1, first);
    const before = await seenBy(token);
    const other = attemptWith(ACTS[0] as TestAct, { type: 'card.placed', site: 'four-towns', card: 'TC1' });

    expect((await hand(token, 2, other)).json()).toMatchObject({ refused: { why: 'other-attempt' } });
    expect((await hand(token, 2, other, first.events.length - 1)).json()).toMatchObject({
      refused: { why: 'other-attempt' },
    });
    expect(await seenBy(token)).toEqual(before);
    expect((await served.team(`${EXERCISE}&done=[]`, { token })).json()).toEqual(before);
  });

  it('is asked for by a team alone, and once its part is released', async () => {
    const { token } = await served.join('Plover');
    await release('briefing');
    expect((await served.team(EXERCISE, { token })).status).toBe(404);
    await release('test');
    expect((await served.team(EXERCISE)).status).toBe(401);
    expect((await served.team(EXERCISE, { token: 'x'.repeat(43) })).status).toBe(401);
    expect((await served.team(EXERCISE, { token })).json()).toMatchObject({ last: 0 });
  });

  it('opens with the last part, for pages that are open and for those that come', async () => {
    const read = async (name: string) => (await served.team(`/cases/${ID}/${name}`)).json();
    await release('briefing', 'test');
    const before = (await read('case.json')) as PublicPart;
    expect(briefOf(before.scenario, 'test')).toEqual(JSON.parse(JSON.stringify(openBrief(WHOLE))));
    await release('debrief');
    const after = withHeldWords(before, (await read(heldWordsPart('debrief'))) as HeldWords);

    expect(briefOf(after.scenario, 'test')).toEqual(JSON.parse(JSON.stringify(WHOLE)));
    expect(briefOf(((await read('case.json')) as PublicPart).scenario, 'test')).toEqual(
      JSON.parse(JSON.stringify(WHOLE)),
    );
  });
});
