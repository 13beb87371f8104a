import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import type { KeptResult } from '#case/debrief/model/kept-result.ts';
import { createMemoryStore } from '#case/play/browser/attempt-store.ts';
import { attemptsAtCase, caseDone } from '#case/play/use-cases/attempts-at-case.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { portfolioOfDevice } from '#learning/portfolio/use-cases/portfolio-of-device.ts';
import { takeIn } from '#learning/portfolio/use-cases/take-in.ts';
import type { PageMark } from '#learning/track/model/kept-answer.ts';
import type { StudyStore } from '#learning/track/use-cases/study-store.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { partsInMemory } from '#studio/use-cases/checking/parts-in-memory.ts';
import { KINDS, LATER_KINDS } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { addTally, TALLY } from '../../../../support/builders/toy-kind.ts';

const WALL = '2031-03-12T09:00:00.000Z';
const toy = () =>
  smallCase(
    (text) => text.replace('kind: detection', `kind: ${TALLY}`),
    (text) => `${text}tally: { most: 5 }\n`,
  );

describe('the portfolio of a device', () => {
  const takeOut: (() => void)[] = [];
  beforeAll(() => {
    takeOut.push(addTally());
  });
  afterAll(() => {
    for (const out of takeOut) out();
  });

  function setUp() {
    const { material, answers, caseAnswers } = toy();
    const ended = playCase(material, answers, 'oracle', WALL);
    const parts = JSON.parse(
      JSON.stringify(Object.fromEntries(caseFiles(material, caseAnswers, LIBRARY.catalogue))),
    ) as Record<string, unknown>;
    const begun = { ...ended, events: ended.events.slice(0, 1) };
    return { material, answers, ended, begun, parts: partsInMemory(parts) };
  }

  it('scores what has ended, lists what has begun, and shows the work of kinds that have some', async () => {
    const { material, answers, ended, parts } = setUp();
    const store = createMemoryStore();
    await store.create(ended.header, ended.events);
    const kept: KeptResult[] = [];
    const entries = await portfolioOfDevice([{ id: material.scenario.id, title: 'Small' }], {
      kinds: LATER_KINDS,
      store,
      partsOf: () => parts,
      results: new Map(),
      opened: new Set([ended.header.id]),
      keep: async (result) => void kept.push(result),
    });

    const report = scoreAttempt(ended, material, answers);
    expect(entries.map(({ entry }) => entry)).toMatchObject([
      {
        state: 'done',
        fromFile: true,
        day: '2031-03-12',
        result: { criteria: report.criteria, keyVersion: report.keyVersion },
      },
    ]);
    expect(entries[0]?.entry.parts).toMatchObject([{ texts: [{ title: 'Tally' }] }]);
    expect(kept.map(({ attempt }) => attempt)).toEqual([ended.header.id]);
  });

  it('numbers several attempts at one case in the order of their last entries, and leaves a single one without', async () => {
    const { material, ended, begun, parts } = setUp();
    const at = (log: AttemptLog, id: string, wall: string): AttemptLog => ({
      header: { ...log.header, id },
      events: log.events.map((event) => ({ ...event, wall })),
    });
    const early = at(ended, 'early', '2031-03-12T09:00:00.000Z');
    const late = at(begun, 'late', '2031-03-12T16:00:00.000Z');
    const numbersIn = async (...logs: AttemptLog[]) => {
      const store = createMemoryStore();
      for (const { header, events } of logs) {
        await store.create(header, events);
        await store.putAway(header.id, 'restarted');
      }
      const entries = await portfolioOfDevice([{ id: material.scenario.id, title: 'Small' }], {
        kinds: LATER_KINDS,
        store,
        partsOf: () => parts,
        results: new Map(),
        opened: new Set(),
        keep: async () => {},
      });
      return entries.map(({ entry }) => [entry.attempt, entry.number]);
    };

    expect(await numbersIn(late, early)).toEqual([
      ['early', 1],
      ['late', 2],
    ]);
    expect(await numbersIn(early)).toEqual([['early', undefined]]);
  });

  it('scores no attempt of another text, and shows the marks that were kept of it', async () => {
    const { material, ended, parts } = setUp();
    const other: AttemptLog = { ...ended, header: { ...ended.header, scenarioHash: 'another' } };
    const store = createMemoryStore();
    await store.create(other.header, other.events);
    const mark = { attempt: other.header.id } as KeptResult;
    const show = (results: ReadonlyMap<string, KeptResult>) =>
      portfolioOfDevice([{ id: material.scenario.id, title: 'Small' }], {
        kinds: LATER_KINDS,
        store,
        partsOf: () => parts,
        results,
        opened: new Set(),
        keep: () => Promise.reject(new Error('It was scored.')),
      });

    expect((await show(new Map()))[0]?.entry).toMatchObject({ state: 'other-version', parts: [] });
    expect((await show(new Map()))[0]?.entry.result).toBeUndefined();
    expect((await show(new Map([[mark.attempt, mark]])))[0]?.entry.result).toBe(mark);
  });

  it('makes a case done by an attempt that has ended, also when a later one is open', async () => {
    const { ended, begun, parts } = setUp();
    const store = createMemoryStore();
    await store.create(ended.header, ended.events);
    await store.putAway(ended.header.id, 'restarted');
    await store.create({ ...begun.header, id: 'later' }, []);
    const over = await attemptsAtCase(store, ended.header.scenario, parts, LATER_KINDS);
    expect(over && caseDone(over, KINDS)).toMatchObject({ at: 'done' });

    const only = createMemoryStore();
    await only.create(begun.header, begun.events);
    const standing = await attemptsAtCase(only, ended.header.scenario, parts, LATER_KINDS);
    expect(standing && caseDone(standing, KINDS)).toMatchObject({ at: 'begun' });
    expect(await attemptsAtCase(createMemoryStore(), ended.header.scenario, parts, LATER_KINDS)).toBeUndefined();
  });

  it('takes in a file without displacing the attempt that is open here', async () => {
    const { ended, begun } = setUp();
    const store = createMemoryStore();
    const here = { ...begun.header, id: 'here' };
    await store.create(here, []);
    const file = {
      schema: 'portfolio/2' as const,
      saved: WALL,
      attempts: [attemptFileOf({ log: ended, saved: WALL })],
      results: [],
      answers: [],
      marks: [{ schema: 'page-mark/1' as const, path: 'evidence/drill/', wall: WALL }],
    };
    const opened: string[] = [];
    const marks: PageMark[] = [];
    const study = {
      answers: async () => [],
      results: async () => [],
      marks: async () => marks,
      keepMark: async (mark: PageMark) => void (marks.length > 0 || marks.push(mark)),
      keepOpened: async (attempt: string) => void opened.push(attempt),
    } as unknown as StudyStore;

    expect(await takeIn(file, store, study)).toEqual({ attempts: 1, answers: 0, ticks: 1 });
    expect(opened).toEqual([ended.header.id]);
    expect(marks).toMatchObject([{ path: 'evidence/drill/', fromFile: true }]);
    expect((await store.newest(here.scenario))?.id).toBe('here');
    expect(await store.find(ended.header.id)).toMatchObject({ id: ended.header.id });
    expect(await takeIn(file, store, study)).toEqual({ attempts: 0, answers: 0, ticks: 0 });
    expect(opened).toHaveLength(1);
  });
});
