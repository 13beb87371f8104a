import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { readCsv } from '#kernel/formats/csv/read-csv.ts';
import { theCase } from '../../support/builders/the-library.ts';
import { aFolder, run } from './a-command.ts';

const SAVED = '2031-03-12T09:15:00Z';

function played(id: string, policy: PolicyName, alias?: string) {
  const { material, answers } = theCase(`scenarios/${id}`);
  const log = playCase(material, answers, policy, SAVED);
  const report = scoreAttempt(log, material, answers);
  return { log, report, file: attemptFileOf({ log, report, alias, saved: SAVED }) };
}

const ANNA = played('quiet-number', 'count-flags', 'Anna');
const BERT = played('one-person-or-three', 'honest', '=HYPERLINK("x"), Bert');
const OLD_HEADER = { ...ANNA.log.header, scenarioHash: 'f'.repeat(64) };
/** An attempt at another text of the case, with and without the report that was saved then. */
const OLD = attemptFileOf({
  log: { header: OLD_HEADER, events: [] },
  report: {
    ...ANNA.report,
    scenarioHash: OLD_HEADER.scenarioHash,
    criteria: [{ id: 'once.asked', raw: 3, min: 0, max: 4, scaled: 0.75, evidence: [] }],
  },
  alias: 'Cleo',
  saved: SAVED,
});
const { report: _report, keyVersion: _version, ...OLD_BARE } = OLD;

function folderOf(files: Readonly<Record<string, unknown>>): string {
  const home = aFolder();
  mkdirSync(join(home, 'attempts'));
  for (const [name, value] of Object.entries(files))
    writeFileSync(join(home, 'attempts', name), typeof value === 'string' ? value : JSON.stringify(value));
  return home;
}

const score = (home: string, ...more: readonly string[]) =>
  run('score-attempt.ts', ['--log', 'attempts', ...more], home);

describe('one file', () => {
  const home = () =>
    folderOf({ 'anna.json': ANNA.file, 'old.json': OLD, 'bare.json': OLD_BARE, 'report.json': ANNA.report });
  const of = (name: string, ...more: readonly string[]) =>
    run('score-attempt.ts', ['--log', join('attempts', name), ...more], home());

  it('with log and report is rescored from its log', async () => {
    const scored = await of('anna.json', '--json');
    expect(scored).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(scored.out)).toEqual(ANNA.report);
  });

  it('of another version is not scored: its saved report is printed with a note', async () => {
    const [told, asJson] = await Promise.all([of('old.json'), of('old.json', '--json')]);
    expect(told).toMatchObject({ code: 0, said: '' });
    expect(told.out).toMatch(
      /^attempts\/old\.json: The attempt was made with another text of the case\. It is not scored\. This report was saved with it at 2031-03-12T09:15:00Z and is not checked here\.\nquiet-number, /,
    );
    expect(told.out).toMatch(/once\.asked +0\.75/);
    expect(JSON.parse(asJson.out)).toEqual(OLD.report);
    expect(asJson.said).toContain('another text of the case');
  });

  it('of another version without a report says so, and one that holds a report alone says that', async () => {
    const [bare, alone] = await Promise.all([of('bare.json'), of('report.json')]);
    expect(bare).toMatchObject({ code: 1, out: '' });
    expect(bare.said).toMatch(/:1:1 attempt\.other-text .* It is not scored\. The file holds no report either\./);
    expect(alone).toMatchObject({ code: 1, out: '' });
    expect(alone.said).toMatch(/:1:1 attempt\.report-alone /);
  });
});

describe('a folder of files', () => {
  it('is a table for each case, criteria side by side, columns aligned, and no total', async () => {
    const home = folderOf({ 'a.json': ANNA.file, 'b.json': BERT.file, 'c.json': ANNA.log, 'notes.txt': 'not read' });
    const { code, out, said } = await score(home);
    expect({ code, said }).toEqual({ code: 0, said: '' });

    const [first = '', second = '', ...others] = out.split('\n\n');
    expect(others).toEqual([]);
    const [head = '', a = '', c = ''] = first.split('\n');
    expect(head.split(/ {2,}/)).toEqual([
      'file',
      'alias',
      'case',
      'ended',
      'report',
      ...ANNA.report.criteria.map(({ id }) => id),
    ]);
    const points = ANNA.report.criteria.map(({ scaled }) => String(Math.round(scaled * 1000) / 1000));
    expect(a.split(/ {2,}/)).toEqual(['a.json', 'Anna', 'quiet-number', ANNA.report.ending, 'scored now', ...points]);
    expect(c).toMatch(/^c\.json {2,}quiet-number {2}/);
    // Every column begins, or ends where it holds numbers, at the place of its head.
    expect(a.indexOf('quiet-number')).toBe(head.indexOf('case'));
    expect(a.length).toBe(head.length);
    expect(second).toMatch(/one-person-or-three/);
    expect(out).not.toMatch(/total|sum|mean|average/i);
  });

  it('is one table as CSV, where no alias is a formula', async () => {
    const home = folderOf({ 'a.json': ANNA.file, 'b.json': BERT.file, 'old.json': OLD, 'bare.json': OLD_BARE });
    const { code, out } = await score(home, '--csv');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\r\n');
    const parsed = readCsv(new TextEncoder().encode(out), 'table.csv');
    expect(lines).toHaveLength(5);
    expect(parsed.ok).toBe(true);
    expect(lines[0]).toMatch(/^file,alias,case,ended,report,.*linking\.edges/);
    expect(lines[2]).toMatch(/^b\.json,"'=HYPERLINK\(""x""\), Bert",one-person-or-three,/);
    expect(lines[3]).toMatch(/^bare\.json,Cleo,quiet-number,not known,"none, another version",,/);
    expect(lines[4]).toMatch(/^old\.json,Cleo,quiet-number,.*,"as saved, another version",.*0\.75/);
  });

  it('names each file that cannot be read, with its reason; the others count, and it ends with 1', async () => {
    const broken = { ...ANNA.file, log: { ...ANNA.log, events: ANNA.log.events.slice(1) } };
    const home = folderOf({
      'a.json': ANNA.file,
      'broken.json': broken,
      'empty.json': '',
      'market.json': { schema: 'market/1' },
    });
    const [table, json] = await Promise.all([score(home), score(home, '--json')]);
    expect(table.code).toBe(1);
    expect(table.out.trimEnd().split('\n')).toHaveLength(2);
    expect(
      table.said
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ', 2).join(' ')),
    ).toEqual([
      'attempts/broken.json:1:1 attempt.chain',
      'attempts/empty.json:1:1 attempt.json',
      'attempts/market.json:1:1 attempt.shape',
    ]);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toEqual([
      {
        file: 'a.json',
        alias: 'Anna',
        case: 'quiet-number',
        ended: ANNA.report.ending,
        made: 'scored now',
        report: ANNA.report,
      },
    ]);
  });

  it('that holds no such file, or is asked for in two forms at once, is a bad argument', async () => {
    const home = folderOf({ 'notes.txt': 'hello' });
    const [none, both] = await Promise.all([score(home), score(home, '--json', '--csv')]);
    expect(none).toMatchObject({ code: 2, out: '', said: expect.stringContaining('holds no .json file') });
    expect(both).toMatchObject({ code: 2, out: '', said: expect.stringContaining('choose one of them') });
  });
});
