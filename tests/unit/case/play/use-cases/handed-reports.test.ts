import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { PUBLIC_PART } from '#case/parts/use-cases/case-parts.ts';
import { createMemoryStore } from '#case/play/browser/attempt-store.ts';
import { reportInFile, reportsOnDevice } from '#case/play/use-cases/handed-reports.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PlatformTestResponse } from '#kinds/platform-test/model/play.ts';
import { reportOf } from '#kinds/platform-test/model/report-data.ts';
import type { PlatformTestBrief } from '#kinds/platform-test/model/state.ts';
import { testAt } from '#kinds/platform-test/model/test-so-far.ts';
import { PolicyActionSchema, type PolicyBrief } from '#kinds/policy/model/schemas.ts';
import { standingOf } from '#kinds/policy/model/start-of-report.ts';
import { partsInMemory } from '#studio/use-cases/checking/parts-in-memory.ts';
import { LATER_KINDS } from '../../../../support/builders/kinds.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const TEST = 'six-weeks-six-platforms';
const WALL = '2031-03-12T09:00:00.000Z';
const { material, answers } = theCase(`scenarios/${TEST}`);
const log = playCase(material, answers, 'oracle', WALL);
const part = { ...material, schema: 'case-public/1', title: material.source.title, reviewed: false, choices: [] };
const parts = partsInMemory({ [PUBLIC_PART]: part });
const fileOf = (of: AttemptLog) => JSON.stringify(attemptFileOf({ log: of, saved: WALL }));

describe('the report of an attempt', () => {
  it('has the content of the report of that attempt, without the hidden half', async () => {
    const store = createMemoryStore();
    await store.create(log.header, log.events);
    const [found, ...others] = await reportsOnDevice(store, TEST, parts, LATER_KINDS);
    expect(others).toEqual([]);
    const report = found?.report;
    if (!report) throw new Error('The attempt hands on no report.');

    const brief = briefOf(material.scenario, 'test') as unknown as PlatformTestBrief;
    const { responses } = replayAttempt(material, log);
    const own = reportOf(brief, testAt(brief, responses.test as PlatformTestResponse).state);
    expect(report.copies).toBe(own.tested.copies);
    expect(report.sealed).toBe(true);
    expect(report.lines.map(({ site, claim, count }) => [site, claim, ...count])).toEqual(
      [...own.found, ...own.notFound].map(({ site, claim, failed, all }) => [site, claim, failed, all]),
    );
    expect(report.lines.length).toBeGreaterThan(10);
    expect(report.sites.map(({ id }) => id)).toEqual(brief.platforms.map(({ id }) => id));
    expect(JSON.stringify(report)).not.toMatch(/hidden|chances|traits|desk|does/);
    expect(PolicyActionSchema.safeParse({ type: 'report.taken', report }).success).toBe(true);
    const { H } = standingOf(report);
    expect(H[0]).toBeLessThanOrEqual(H[1]);
  });

  it('is the same from a saved file, and a file without one is told apart', async () => {
    const fromFile = await reportInFile(fileOf(log), TEST, parts, LATER_KINDS);
    expect(fromFile).toMatchObject({ attempt: log.header.id, report: { schema: 'test-report/1' } });

    const begun = { ...log, events: log.events.slice(0, 4) };
    expect(await reportInFile(fileOf(begun), TEST, parts, LATER_KINDS)).toBe('no-findings');
    expect(await reportInFile('{"schema":"attempt-file/1"}', TEST, parts, LATER_KINDS)).toBe('unreadable');
    const table = theCase('scenarios/which-measures-first');
    const elsewhere = playCase(table.material, table.answers, 'flag-none', WALL);
    expect(await reportInFile(fileOf(elsewhere), TEST, parts, LATER_KINDS)).toBe('other-case');
    const rewritten = { ...part, scenario: { ...material.scenario, hash: '0'.repeat(64) } };
    expect(await reportInFile(fileOf(log), TEST, partsInMemory({ [PUBLIC_PART]: rewritten }), LATER_KINDS)).toBe(
      'other-version',
    );
  });

  it('is read from the case that the shipped table-top names, under its title', () => {
    const table = theCase('scenarios/which-measures-first');
    const { takes } = briefOf(table.material.scenario, 'table') as unknown as PolicyBrief;
    expect(takes).toEqual({ case: material.scenario.id, title: material.source.title });
  });
});
