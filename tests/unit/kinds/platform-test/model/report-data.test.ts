import { describe, expect, it } from 'vitest';
import { documentsOf } from '#kinds/platform-test/model/export-log.ts';
import { findingsTable } from '#kinds/platform-test/model/findings-table.ts';
import { playTest } from '#kinds/platform-test/model/play-test.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import { reportOf } from '#kinds/platform-test/model/report-data.ts';
import { parseFindings } from '#market/platforms/model/parse-findings.ts';
import { ModerationSchema, ModerationTruthSchema } from '#market/platforms/model/schemas.ts';
import { scoreFindings } from '#market/platforms/model/score-findings.ts';
import { aBrief } from '../../../../support/kinds/platform-test/a-test.ts';

const BRIEF = aBrief('report');
const { actions, state } = playAs('repeat-what-failed', BRIEF);
const report = reportOf(BRIEF, state);
const MARKET = { marketId: '0123456789abcdef', profile: 'BUY' } as const;

describe('the report to law-makers', () => {
  it('is the same for the same log', () => {
    expect(JSON.stringify(reportOf(BRIEF, playTest(BRIEF, actions)))).toBe(JSON.stringify(report));
  });

  it('lists every claim on every platform as found, not found, or open', () => {
    const names = [...report.found, ...report.notFound, ...report.cannotSay].map(
      ({ site, claim }) => `${site} ${claim}`,
    );

    expect(names).toHaveLength(BRIEF.platforms.length * 20);
    expect(new Set(names).size).toBe(names.length);
    expect(report.found.length).toBeGreaterThan(5);
    expect(report.notFound.length).toBeGreaterThan(5);
  });

  it('puts worst cases first, with counts and items for each line', () => {
    const verdicts = report.platforms.map(({ rung }) => rung.verdict);
    const words = report.found.map(({ word }) => word);

    expect(verdicts[0]).toBe('obstructive');
    expect(words).toEqual([...words].sort((a, b) => Number(a === 'once') - Number(b === 'once')));
    for (const { all, failed, items, interval } of report.found) {
      expect(failed).toBeGreaterThan(0);
      expect(items.length).toBeGreaterThan(0);
      expect(interval[0]).toBeLessThanOrEqual(failed / all);
    }
  });

  it('names nobody whose reply was not heard', () => {
    const unheard = reportOf(BRIEF, { ...state, replies: [] });

    expect(unheard.found).toEqual([]);
    expect(unheard.cannotSay.filter(({ why }) => why === 'reply-open')).toHaveLength(report.found.length);
    expect(unheard.answers.every(({ state: answer }) => answer === 'not-asked')).toBe(true);
  });

  it('judges a site by its own lines alone, and no site without lines', () => {
    const worst = report.judged.filter(({ verdict }) => verdict === 'obstructive' || verdict === 'negligent');
    expect(worst.length).toBeGreaterThan(1);
    for (const { site } of worst)
      expect(report.found.some((line) => line.site === site && line.word === 'pattern')).toBe(true);

    for (const bare of [{ replies: [] }, { findings: [] }]) {
      const { judged, platforms } = reportOf(BRIEF, { ...state, ...bare });
      expect(platforms[0]?.rung.verdict).toBe('obstructive');
      expect(judged.map(({ verdict }) => verdict)).not.toContain('obstructive');
      expect(judged.map(({ verdict }) => verdict)).not.toContain('negligent');
    }
  });

  it('distinguishes untested claims from tested ones without a finding', () => {
    const { cannotSay } = reportOf(BRIEF, { ...state, findings: [] });
    const tried = report.found.length + report.notFound.length;
    const why = (site: string, claim: string) =>
      cannotSay.find((line) => line.site === site && line.claim === claim)?.why;

    for (const { site, claim } of [...report.found, ...report.notFound]) expect(why(site, claim)).toBe('not-written');
    expect(cannotSay.filter((line) => line.why === 'not-written').length).toBeGreaterThanOrEqual(tried);
    expect(cannotSay.some((line) => line.why === 'not-tested')).toBe(true);
  });

  it('gives the hour at which a site learned who tests, by the first order or interview there', () => {
    const one = BRIEF.platforms[0]?.id ?? '';
    const played = playTest(BRIEF, [
      { type: 'time.passed', hours: 5 },
      { type: 'interview.held', site: one },
    ]);

    expect(report.announced.every(({ site }) => BRIEF.platforms.some(({ id }) => id === site))).toBe(true);
    expect(reportOf(BRIEF, playTest(BRIEF, [])).announced).toEqual([]);
    expect(reportOf(BRIEF, played).announced).toEqual([{ site: one, hour: 5 }]);
  });

  it('ends in the hour in which it is sealed', () => {
    const sealed = playTest(BRIEF, [
      { type: 'time.passed', hours: 30 },
      { type: 'report.sealed', points: [] },
      { type: 'time.passed', hours: 100 },
    ]);
    const { from, until } = reportOf(BRIEF, sealed);
    expect(Date.parse(until) - Date.parse(from)).toBe(30 * 3_600_000);
  });

  it('leaves out claims without items', () => {
    const bare = reportOf(BRIEF, { ...state, findings: state.findings.map((finding) => ({ ...finding, items: [] })) });

    expect([...bare.found, ...bare.notFound]).toEqual([]);
    expect(bare.asks).toEqual([]);
  });

  it('makes only demands that a line supports', () => {
    const ids = report.found.map(({ id }) => id);

    expect(report.asks.length).toBeGreaterThan(2);
    for (const { findings, recommendations } of report.asks) {
      expect(findings.length).toBeGreaterThan(0);
      for (const id of findings) expect(ids).toContain(id);
      for (const number of recommendations) expect(number).toMatch(/^S\d+$/);
    }
  });

  it('counts an owner of two platforms once, and holds nothing of the hidden half', () => {
    expect(report.owners).toEqual([
      { owner: 'Ostrel Notice Company', sites: ['ostrel-smallads', 'kelvast-notices'] },
      { owner: 'Tamberlo Listings', sites: ['four-towns', 'dorvanne-massage'] },
    ]);
    for (const word of ['chances', 'traits', 'moderators', BRIEF.seed.padEnd(8)])
      expect(JSON.stringify(report)).not.toContain(word);
  });
});

describe('a played test as documents for tools', () => {
  const documents = documentsOf(BRIEF, state, MARKET);
  const [header = [], ...rows] = findingsTable(BRIEF, state);
  const cells = rows.map((row, n) => ({
    row: n + 2,
    cells: Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])),
  }));

  it('fits the schemas of a test of platforms', () => {
    const written = JSON.parse(JSON.stringify(documents)) as typeof documents;

    expect(ModerationSchema.safeParse(written.public).error).toBeUndefined();
    expect(ModerationTruthSchema.safeParse(written.truth).error).toBeUndefined();
  });

  it('takes the table of findings, and finds no wrong accusation in an honest one', () => {
    const parsed = parseFindings(cells, documents.public);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues.slice(0, 3)));
    const { wrongAccusations, precision, criteria } = scoreFindings(
      parsed.value,
      documents.truth,
      documents.public.log,
    );

    expect(wrongAccusations).toEqual([]);
    expect(precision[0]).toBeGreaterThan(10);
    expect(criteria.find(({ id }) => id === 'moderation.evidence')?.scaled).toBeGreaterThan(0.8);
  });
});
