import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { beginCase, openSavedCase } from '#case/play/use-cases/case-session.ts';
import { openAttemptFile } from '#case/play/use-cases/open-attempt-file.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { aRoom, PART } from '../../../../support/builders/a-room.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

const { material, answers } = smallCase();
const SAVED = '2031-03-12T09:15:00Z';
const { log } = anAttempt(PART).passesOn();
const further = anAttempt(PART).passesOn().chooses('request').log;
const text = (of: AttemptLog, more: object = {}) =>
  JSON.stringify({ ...attemptFileOf({ log: of, saved: SAVED }), ...more });
const open = (written: string, ports = aRoom(), before?: Awaited<ReturnType<typeof beginCase>>) =>
  openAttemptFile(written, PART, ports, before);
/** What a reload finds. */
const reloaded = async (ports: ReturnType<typeof aRoom>) => (await openSavedCase(PART, ports)).session?.log;

describe('a saved attempt that is opened on the page of its case', () => {
  it('continues where it ends, is stored, and accepts the next step', async () => {
    const ports = aRoom();
    const opened = await open(text(log), ports);
    if (opened.at !== 'continued') throw new Error(`It is ${opened.at}.`);
    expect(opened).toMatchObject({ known: false, session: { log, attempt: { state: 'desk' } } });
    expect(await reloaded(ports)).toEqual(log);

    await opened.session.record({ type: 'decision.made', state: 'desk', option: 'request' });
    expect((await reloaded(ports))?.events.length).toBe(log.events.length + 1);
  });

  it('is read from a bare log too', async () => {
    expect(await open(JSON.stringify(log))).toMatchObject({ at: 'continued', session: { log } });
  });

  it('replaces the open attempt, which is put away and kept', async () => {
    const ports = { ...aRoom(), newId: () => 'another' };
    const before = await beginCase(PART, ports);
    await before.record({ type: 'scene.continued', state: PART.scenario.initial });
    await open(text(log), ports, before);

    expect(await reloaded(ports)).toEqual(log);
    expect(await ports.store.away(PART.scenario.id)).toMatchObject([{ id: before.log.header.id, why: 'restarted' }]);
  });

  it("appends steps that only the file has to this browser's attempt, even one that was put away", async () => {
    for (const isAway of [false, true]) {
      const ports = aRoom();
      await ports.store.create(log.header, log.events);
      if (isAway) await ports.store.putAway(log.header.id, 'restarted');
      expect(await open(text(further), ports)).toMatchObject({
        at: 'continued',
        known: false,
        session: { log: further },
      });
      expect(await reloaded(ports)).toEqual(further);
      expect(await ports.store.away(PART.scenario.id)).toEqual([]);
    }
  });

  it('keeps steps that only this browser has', async () => {
    const ports = aRoom();
    await ports.store.create(further.header, further.events);
    expect(await open(text(log), ports)).toMatchObject({ at: 'continued', known: true, session: { log: further } });
    expect(await reloaded(ports)).toEqual(further);
  });

  it('changes nothing where both have diverged', async () => {
    const ports = aRoom();
    const otherwise = anAttempt(PART).passesOn().chooses('contact').log;
    await ports.store.create(further.header, further.events);
    expect(await open(text(otherwise), ports)).toEqual({ at: 'refused', why: 'diverged' });
    expect(await reloaded(ports)).toEqual(further);

    const begun = aRoom();
    await begun.store.create({ ...log.header, wall: '2030-01-01T00:00:00.000Z' });
    expect(await open(text(log), begun)).toEqual({ at: 'refused', why: 'diverged' });
  });
});

describe('an attempt of another version', () => {
  const ended = anAttempt(material)
    .passesOn()
    .chooses('contact')
    .wanders(Array.from({ length: 30 }, () => 1)).log;
  const report = scoreAttempt(ended, material, answers);
  const others = [
    ['text', { scenarioHash: 'f'.repeat(64) }],
    ['market', { marketId: '0123456789abcdef' }],
    ['generator', { generatorVersion: 1 }],
  ] as const;

  it.each(others)('is shown with its saved report and neither stored nor scored: another %s', async (_, change) => {
    const ports = aRoom();
    const old = { header: { ...ended.header, ...change }, events: [] };
    const hash = old.header.scenarioHash;
    const opened = await open(text(old, { report: { ...report, scenarioHash: hash }, keyVersion: 1 }), ports);
    expect(opened).toEqual({
      at: 'other-version',
      attempt: { id: old.header.id, ...old },
      saved: SAVED,
      report: { ...report, scenarioHash: hash },
    });
    expect(await reloaded(ports)).toBeUndefined();
    expect(await ports.store.away(PART.scenario.id)).toEqual([]);
  });

  it('without a report, or with unknown acts, is shown as far as it can be read', async () => {
    const header = { ...log.header, scenarioHash: 'f'.repeat(64) };
    expect(await open(text({ header, events: [] }))).toEqual({
      at: 'other-version',
      attempt: { id: header.id, header, events: [] },
      saved: SAVED,
    });
    const danced = { ...log.events[0], type: 'scene.danced' };
    const unread = {
      ...attemptFileOf({ log: { header, events: [] }, saved: SAVED }),
      log: { header, events: [danced] },
    };
    expect(await open(JSON.stringify(unread))).toMatchObject({ at: 'other-version', attempt: { events: [danced] } });
  });
});

describe('a file that is not opened', () => {
  const untouched = async (written: string) => {
    const ports = { ...aRoom(), newId: () => 'another' };
    const before = await beginCase(PART, ports);
    const opened = await open(written, ports, before);
    expect((await reloaded(ports))?.header.id).toBe(before.log.header.id);
    return opened;
  };

  it('belongs to another case, which is named', async () => {
    const header = { ...log.header, scenario: 'two-ages' };
    expect(await untouched(text({ header, events: [] }))).toEqual({
      at: 'refused',
      why: 'other-case',
      scenario: 'two-ages',
    });
  });

  it.each([
    ['hello', 'not-json'],
    ['{}', 'not-attempt'],
    [JSON.stringify({ schema: 'score-report/1' }), 'report-alone'],
    [JSON.stringify({ schema: 'score-report/2' }), 'report-alone'],
    [JSON.stringify({ ...log, events: log.events.slice(1) }), 'changed'],
    [text(log).replace('"scene.continued"', '"scene.danced"'), 'not-attempt'],
  ])('holds %.30s', async (written, why) => {
    expect(await untouched(written)).toEqual({ at: 'refused', why });
  });

  it('contains an event that is impossible in this case', async () => {
    const elsewhere = anAttempt(PART).continues();
    const wrong = { ...elsewhere.log, events: [] };
    const { recordEvent } = await import('#case/attempt/model/attempt-log.ts');
    const event = recordEvent(
      wrong,
      { type: 'decision.made', state: 'desk', option: 'request' },
      PART.scenario.start,
      SAVED,
    );
    expect(await untouched(text({ ...wrong, events: [event] }))).toEqual({ at: 'refused', why: 'impossible' });
  });
});
