import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptFileName, attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import type { AttemptTeam } from '#case/attempt-file/model/attempt-team.ts';
import { readAttemptFile } from '#case/attempt-file/model/schemas.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';
import { PROJECT, theCase } from '../../../../support/builders/the-library.ts';

const { material, answers } = smallCase();
const SAVED = '2031-03-12T09:15:42.123Z';
const begun = anAttempt(material).passesOn().chooses('request').log;
const ended = playCase(material, answers, 'oracle', SAVED);
const report = scoreAttempt(ended, material, answers);
const file = attemptFileOf({ log: ended, report, alias: 'Anna', saved: SAVED });

const asked = begun.events.find(({ type }) => type === 'decision.made')?.state ?? '';
const team: AttemptTeam = {
  people: 3,
  votes: { [asked]: { options: { request: 2 }, keptDown: 1 } },
  reasons: { [asked]: { option: 'request', reason: 'Nobody else can know.' } },
};
const withTeam = attemptFileOf({ log: begun, saved: SAVED, team });

const written = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const read = (value: unknown) => readAttemptFile(written(value), KINDS);
const faultOf = (value: unknown) => {
  const found = read(value);
  return found.ok ? undefined : found.fault;
};
const CASES = PROJECT.list('scenarios').filter((name) => PROJECT.read(`scenarios/${name}/key.yaml`) !== undefined);

describe('the file of an attempt', () => {
  it('begins with its schema, and contains the log and the report', () => {
    expect(Object.keys(file)).toEqual([
      'schema',
      'scenario',
      'scenarioHash',
      'marketId',
      'generatorVersion',
      'keyVersion',
      'alias',
      'saved',
      'log',
      'report',
    ]);
    expect(file).toMatchObject({
      schema: 'attempt-file/1',
      scenario: material.scenario.id,
      scenarioHash: material.scenario.hash,
      marketId: material.market.marketId,
      generatorVersion: material.market.generatorVersion,
      keyVersion: answers.key.version,
      alias: 'Anna',
      saved: SAVED,
    });
  });

  it('has no report and no key version before the end, and no alias where none was given', () => {
    const open = attemptFileOf({ log: begun, saved: SAVED, alias: '  ' });
    expect(Object.keys(open)).toEqual([
      'schema',
      'scenario',
      'scenarioHash',
      'marketId',
      'generatorVersion',
      'saved',
      'log',
    ]);
    expect(read(open)).toEqual({ ok: true, file: open });
  });

  it.each(CASES)('of %s is read as it was written, for every player', (id) => {
    const { material: played, answers: key } = theCase(`scenarios/${id}`);
    for (const policy of ['oracle', 'nothing', 'flag-all'] satisfies PolicyName[]) {
      const log = playCase(played, key, policy, SAVED);
      const whole = attemptFileOf({ log, report: scoreAttempt(log, played, key), saved: SAVED });
      expect(read(whole)).toEqual({ ok: true, file: whole });
    }
  });

  it('keeps what a later version adds to a report', () => {
    const later = { ...file, report: { ...report, facts: { kept: 3 } } };
    expect(read(later)).toEqual({ ok: true, file: later });
  });
});

describe('the file of a team', () => {
  it('is of the second version, and has votes and reasons', () => {
    expect(withTeam).toMatchObject({ schema: 'attempt-file/2', team });
    expect(read(withTeam)).toEqual({ ok: true, file: withTeam });
  });

  it('leaves out reasons of what the log did not choose, and a team that has said nothing', () => {
    const other = { option: 'another', reason: 'No.' };
    expect(attemptFileOf({ log: begun, saved: SAVED, team: { ...team, reasons: { [asked]: other } } }).team).toEqual({
      ...team,
      reasons: {},
    });
    expect(
      attemptFileOf({ log: begun, saved: SAVED, team: { people: 3, votes: {}, reasons: { [asked]: other } } }),
    ).toEqual(attemptFileOf({ log: begun, saved: SAVED }));
  });
});

describe('a bare log', () => {
  it('is read as a file without a report, with or without what a storage wrote beside it', () => {
    const bare = { ok: true, file: attemptFileOf({ log: begun, saved: '' }) };
    expect(read(begun)).toEqual(bare);
    expect(read({ id: begun.header.id, begun: 3, ...begun, why: 'restarted' })).toEqual(bare);
  });
});

describe('a file that is refused', () => {
  it.each<[string, unknown, string]>([
    ['no object', [1, 2], 'not-attempt'],
    ['another document', { schema: 'market/1' }, 'not-attempt'],
    ['a report without its log', report, 'report-alone'],
    ['a later format', { ...file, schema: 'attempt-file/3' }, 'newer'],
    ['a team in the version that has none', { ...withTeam, schema: 'attempt-file/1' }, 'not-attempt'],
    ['no team in the version that has one', { ...file, schema: 'attempt-file/2' }, 'not-attempt'],
    ['a team of one', { ...withTeam, team: { ...team, people: 1 } }, 'not-attempt'],
    [
      'half a vote',
      { ...withTeam, team: { ...team, votes: { [asked]: { options: {}, keptDown: 0.5 } } } },
      'not-attempt',
    ],
    [
      'a reason of two lines',
      { ...withTeam, team: { ...team, reasons: { [asked]: { option: 'request', reason: 'a\nb' } } } },
      'not-attempt',
    ],
    [
      'a reason for what was not chosen',
      { ...withTeam, team: { ...team, reasons: { [asked]: { option: 'another', reason: '' } } } },
      'changed',
    ],
    ['no saved time', { ...file, saved: undefined }, 'not-attempt'],
    ['a log without events', { ...file, log: { header: ended.header } }, 'not-attempt'],
    [
      'a score above the best',
      { ...file, report: { ...report, criteria: [{ ...report.criteria[0], scaled: 1.5 }] } },
      'not-attempt',
    ],
    [
      'a step that was changed',
      {
        ...file,
        log: { ...ended, events: ended.events.map((event, n) => (n === 1 ? { ...event, wall: 'later' } : event)) },
      },
      'changed',
    ],
    ['a step that was taken out', { ...file, log: { ...ended, events: ended.events.slice(1) } }, 'changed'],
    ['another market at its top', { ...file, marketId: '0123456789abcdef' }, 'changed'],
    ['another text at its top', { ...file, scenarioHash: 'f'.repeat(64) }, 'changed'],
    ['the report of another attempt', { ...file, report: { ...report, attempt: 'of-somebody' } }, 'changed'],
    ['the report of another text', { ...file, report: { ...report, scenarioHash: 'f'.repeat(64) } }, 'changed'],
  ])('holds %s', (_, value, fault) => {
    expect(faultOf(value)).toBe(fault);
  });

  it('is no JSON', () => {
    expect(readAttemptFile('\u0089PNG', KINDS)).toMatchObject({ ok: false, fault: 'not-json' });
  });

  it('keeps the showable parts of a log with unknown acts', () => {
    const unknown = { ...ended.events[0], type: 'scene.danced' };
    const found = read({ ...file, log: { ...ended, events: [unknown] } });
    expect(found).toMatchObject({
      ok: false,
      fault: 'not-attempt',
      left: { header: ended.header, events: [unknown], report, saved: SAVED, alias: 'Anna' },
    });
  });

  it('never throws, for any content', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readAttemptFile(text, KINDS).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(file)), fc.jsonValue(), (field, value) => {
        const found = read({ ...file, [field]: value });
        // JSON knows no negative zero.
        const written = JSON.parse(JSON.stringify(value)) as unknown;
        if (found.ok) expect(found.file).toEqual({ ...file, [field]: written });
        else expect(found.said).not.toBe('');
      }),
    );
  });
});

describe('the name of the file', () => {
  it.each([
    ['quiet-number', 'Anna', SAVED, 'quiet-number--anna--2031-03-12T0915.json'],
    ['quiet-number', undefined, SAVED, 'quiet-number-2031-03-12T0915.json'],
    ['quiet-number', ' Team 3, Room B ', SAVED, 'quiet-number--team-3-room-b--2031-03-12T0915.json'],
    ['quiet-number', 'Олена', SAVED, 'quiet-number--олена--2031-03-12T0915.json'],
    ['quiet-number', '../../etc/passwd', SAVED, 'quiet-number--etc-passwd--2031-03-12T0915.json'],
    ['quiet-number', '<>:"|?*\u202e', SAVED, 'quiet-number-2031-03-12T0915.json'],
    ['quiet-number', 'Anna', '', 'quiet-number--anna.json'],
    ['', '', 'yesterday', 'attempt.json'],
  ])('of the case %s, the alias %s and the time %s', (scenario, alias, saved, name) => {
    expect(attemptFileName({ scenario, saved, ...(alias !== undefined && { alias }) })).toBe(name);
  });

  const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 60 }).map((points) => String.fromCodePoint(...points));

  it('has letters, digits and hyphens only, and a length that every file system takes', () => {
    fc.assert(
      fc.property(anyText, fc.string(), fc.string(), (alias, scenario, saved) => {
        const name = attemptFileName({ scenario, alias, saved });
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*\.json$/u);
        expect([...name].length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
