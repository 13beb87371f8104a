import { describe, expect, it } from 'vitest';
import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { readAttemptOfCase } from '#studio/use-cases/checking/read-attempt-of-case.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

const { material } = smallCase();
const { log } = anAttempt(material).passesOn().chooses('request');
const read = (value: unknown) => readAttemptOfCase(JSON.stringify(value), 'small-case', KINDS);

describe('the file of an attempt', () => {
  it('is read as printed by a command and as saved by the page of a case', () => {
    expect(read(log)).toEqual({ ok: true, log });
    expect(read({ id: log.header.id, ...log, why: 'restarted' })).toEqual({ ok: true, log });
    expect(read(attemptFileOf({ log, saved: '2031-03-12T09:15:00Z', alias: 'Anna' }))).toEqual({ ok: true, log });
  });

  it.each([
    ['a picture', '\u0089PNG', { fault: 'not-json' }],
    ['something else in JSON', '{"a":[1]}', { fault: 'not-attempt' }],
    ['nothing', 'null', { fault: 'not-attempt' }],
  ])('is refused where it holds %s', (_, text, said) => {
    expect(readAttemptOfCase(text, 'small-case', KINDS)).toEqual({ ok: false, ...said });
  });

  it('is refused where a step was changed afterwards, or the mark of a retry removed', () => {
    const [first, ...others] = log.events;

    expect(read({ ...log, events: [{ ...first, wall: 'another' }, ...others] })).toEqual({
      ok: false,
      fault: 'changed',
    });
    expect(read({ ...log, header: { ...log.header, id: 'another' } })).toEqual({ ok: false, fault: 'changed' });
  });

  it('is refused for another case, which is named', () => {
    expect(readAttemptOfCase(JSON.stringify(log), 'quiet-number', KINDS)).toEqual({
      ok: false,
      fault: 'other-case',
      scenario: 'small-case',
    });
  });
});
