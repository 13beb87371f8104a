import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type HeldWords, heldWordsPart, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { ROOM_PATHS, type TeamView } from '#room/model/protocol.ts';
import { withHeldWords } from '#room/use-cases/held-words.ts';
import { textsOfStages } from '../../../support/room/held-texts.ts';
import { CANARY, KEYS, ROOM, refusedBy, useServedRoom } from '../../../support/room/use-served-room.ts';

const its = useServedRoom();
const ID = ROOM.part.scenario.id;
/** Parts of the case, in their order. */
const STAGES = ROOM.opened.parts.map(({ id }) => id);

describe('what is not released', () => {
  /** Everything that a team's machine can ask for, as files of the site and as answers of the room. */
  const everyFile = () =>
    readdirSync(its.site, { recursive: true, encoding: 'utf8' }).map((name) => `/${name.replaceAll('\\', '/')}`);

  it('is in no byte that a team is served', async () => {
    const { token } = await its.served.join('Plover');
    const paths = [...everyFile(), ...everyFile().map((path) => `${path}/`), ...Object.values(ROOM_PATHS), '/'];
    const odd = KEYS.flatMap((path) => [
      path.replace('/key/', '/%6bey/'),
      path.replace('/key/', '//key/'),
      path.replace('/key/', '/./key/'),
      path.replace('/key/', '/x/../key/'),
      path.replace('/key/', '/KEY/'),
      path.replace('/key/', '/\u212aEY/'),
      path.replace('/key/', '/key./'),
      path.replace('/key/', '/key%20/'),
      path.replace('/key/', '/key::$INDEX_ALLOCATION/'),
      path.replace('/cases/', '/CASES/'),
      `/_astro/..${path}`,
      `${path}?after=1`,
      `http://localhost:${its.served.port}${path}`,
    ]);
    const other = ['CASE.JSON', 'Case.json', 'case.json.', 'case.json/', 'chart.json', 'Chart.json', 'INDEX.html'];
    const alike = [...other, ...STAGES.map(heldWordsPart)].map((name) => `/cases/${ID}/${name}`);
    const texts = textsOfStages(ROOM.part, STAGES);
    expect(texts.length).toBeGreaterThan(100);
    for (const path of [...paths, ...odd, ...alike].map((one) => encodeURI(one).replaceAll('%25', '%'))) {
      const answer = await its.served.team(path, { token });
      expect(`${path} ${answer.text}`).not.toContain(CANARY);
      expect(`${path} ${answer.text}`).not.toContain(ROOM.whole.answers.truth.seed);
      expect([path, ...texts.filter((text) => answer.text.includes(text))]).toEqual([path]);
    }
    expect((await its.served.team(`/cases/${ID}/`)).text).toContain('the page of the case<template id="next-scene"');
    for (const path of KEYS) {
      const answer = await its.served.team(path, { token });
      expect([path, answer.status, answer.headers['cache-control']]).toEqual([path, 404, 'no-store']);
    }
    expect((await its.served.team(`/cases/${ID}/case.json`, { token })).status).toBe(200);
    expect((await its.served.team('/', { token })).headers.location).toBe('/room/');
  });

  it('gives the words of each part once it is open, and the whole case in the end', async () => {
    const read = async (name: string) => (await its.served.team(`/cases/${ID}/${name}`)).json();
    const [first, ...later] = STAGES as [string, ...string[]];
    await its.served.do({ type: 'part.released', part: first });
    let part = (await read('case.json')) as PublicPart;
    expect(part.held).toEqual(later);
    expect(textsOfStages(ROOM.part, [first]).filter((text) => !JSON.stringify(part).includes(text))).toEqual([]);

    for (const stage of later) {
      expect((await its.served.team(`/cases/${ID}/${heldWordsPart(stage)}`)).status).toBe(404);
      await its.served.do({ type: 'part.released', part: stage });
      part = withHeldWords(part, (await read(heldWordsPart(stage))) as HeldWords);
    }
    const { held, ...whole } = part;
    expect([held, whole]).toEqual([[], JSON.parse(JSON.stringify(ROOM.part))]);
    expect(await read('case.json')).toEqual(JSON.parse(JSON.stringify(ROOM.part)));
    expect((await its.served.team(`/cases/${ID}/chart.json`)).status).toBe(200);
  });

  it('opens all words with the last part, whose debrief tells of the whole case', async () => {
    await its.served.do({ type: 'part.released', part: 'debrief' });

    expect(((await its.served.team(`/cases/${ID}/case.json`)).json() as PublicPart).held).toBeUndefined();
    for (const stage of STAGES)
      expect((await its.served.team(`/cases/${ID}/${heldWordsPart(stage)}`)).status).toBe(200);
  });

  it('tells a translation part by part too', async () => {
    const name = `/cases/${ID}/case.xx.json`;
    const words = async () => ((await its.served.team(name)).json() as { scenes: object }).scenes;
    const own = async (stage: string) =>
      ((await its.served.team(`/cases/${ID}/${heldWordsPart(stage)}`)).json() as HeldWords).translated['xx'];
    expect(await words()).toEqual({});
    await its.served.do({ type: 'part.released', part: 'find' });

    expect(Object.keys(await words())).toEqual(Object.keys((await own('find')) ?? {}));
    expect(JSON.stringify(await own('find'))).toContain('Translated: ');
  });

  it('is served from its release on, and no more once the release is taken back', async () => {
    const key = `/cases/${ID}/key/market.json`;
    await its.served.do({ type: 'part.released', part: 'debrief' });
    const open = await its.served.team(key);

    expect([open.status, open.text.includes(CANARY), open.headers['cache-control']]).toEqual([200, true, 'no-store']);
    expect((await its.served.team(`/cases/${ID}/key/check.json`)).status).toBe(404);
    await its.served.do({ type: 'release.taken-back', part: 'debrief' });
    expect((await its.served.team(key)).status).toBe(404);
  });

  it('opens by the clock', async () => {
    let now = 1_000_000;
    await its.serveAnew({ now: () => now });
    await its.served.do({ type: 'release.scheduled', part: 'debrief', opensAt: now + 60_000 });
    its.served.server.tick();
    expect((await its.served.team(KEYS[0] as string)).status).toBe(404);
    now += 60_000;
    its.served.server.tick();
    its.served.server.tick();

    expect((await its.served.team(KEYS[0] as string)).status).toBe(200);
    expect(its.log.events.filter(({ type }) => type === 'part.released')).toHaveLength(1);
  });

  it('opens at the hour that was changed last, and not once the plan is taken back', async () => {
    let now = 1_000_000;
    await its.serveAnew({ now: () => now });
    const plan = (part: string, opensAt: number) => its.served.do({ type: 'release.scheduled', part, opensAt });
    const opened = () => its.log.events.flatMap((event) => (event.type === 'part.released' ? [event] : []));
    await plan('find', now + 60_000);
    await plan('find', now + 120_000);
    await plan('desk', now + 60_000);
    await its.served.do({ type: 'release.taken-back', part: 'desk' });
    now += 119_999;
    its.served.server.tick();
    expect(opened()).toEqual([]);
    now += 1;
    its.served.server.tick();

    expect(opened()).toMatchObject([{ part: 'find', by: 'clock', at: now }]);
    expect(refusedBy(await plan('find', now + 60_000))).toBe('already-released');
    expect(refusedBy(await plan('desk', now))).toBe('past-hour');
    expect(refusedBy(await its.served.do({ type: 'release.taken-back', part: 'desk' }))).toBe('not-released');
  });

  it('opens by the clock after a restart, also where the hour passed while no server ran', async () => {
    let now = 1_000_000;
    await its.serveAnew({ now: () => now });
    await its.served.do({ type: 'release.scheduled', part: 'find', opensAt: now + 60_000 });
    await its.served.do({ type: 'release.scheduled', part: 'debrief', opensAt: now + 600_000 });
    now += 120_000;
    await its.restart({ now: () => now });
    its.served.server.tick();

    expect(its.log.state.parts.filter(({ released }) => released).map(({ id }) => id)).toEqual(['find']);
    now += 480_000;
    its.served.server.tick();
    expect((await its.served.team(KEYS[0] as string)).status).toBe(200);
  });

  it('is told to a team that waits, as soon as the clock has opened it', async () => {
    let now = 1_000_000;
    await its.serveAnew({ now: () => now, heartbeatMs: 60_000 });
    const { token } = await its.served.join('Plover');
    await its.served.do({ type: 'release.scheduled', part: 'find', opensAt: now + 60_000 });
    const before = await its.viewOf(token);
    const find = (view: TeamView) => view.parts.find(({ id }) => id === 'find');
    const heard = its.served.team(`${ROOM_PATHS.state}?after=${before.tag}`, { token });
    now += 60_000;
    // Asked after it: the request above waits by then, or gets the news at once.
    await its.viewOf(token);
    its.served.server.tick();

    expect(find(before)).toMatchObject({ released: false, opensAt: 1_060_000 });
    expect(find((await heard).json() as TeamView)).toMatchObject({ released: true });
  });

  it('cannot be taken back once a team is in the part', async () => {
    const { token } = await its.served.join('Plover');
    await its.served.do({ type: 'part.released', part: 'find' });
    await its.send(token, { type: 'team.progressed', state: 'find', last: 1, n: 1 });

    expect(refusedBy(await its.served.do({ type: 'release.taken-back', part: 'find' }))).toBe('part-in-use');
    expect(refusedBy(await its.served.do({ type: 'part.released', part: 'find' }))).toBe('already-released');
    expect(refusedBy(await its.served.do({ type: 'part.released', part: 'nowhere' }))).toBe('unknown-part');
  });

  it('is open to the facilitator', async () => {
    expect((await its.served.control(KEYS[0] as string)).text).toContain(CANARY);
    expect((await its.served.control('/facilitate/room/')).text).toBe('the control page');
    expect((await its.served.team('/facilitate/room/')).status).toBe(404);
  });
});
