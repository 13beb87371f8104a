import { describe, expect, it } from 'vitest';
import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { keptResult } from '#case/debrief/model/kept-result.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import type { PortfolioFile } from '#learning/portfolio/model/portfolio-file.ts';
import { readPortfolio } from '#learning/portfolio/model/schemas.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

const SAVED = '2031-03-12T09:15:00.000Z';
const { material, answers } = smallCase();
const log = playCase(material, answers, 'oracle', '2031-03-12T09:00:00.000Z');
const report = scoreAttempt(log, material, answers);
const file: PortfolioFile = {
  schema: 'portfolio/2',
  saved: SAVED,
  attempts: [attemptFileOf({ log, saved: SAVED })],
  results: [keptResult(report, log.header, KINDS)],
  answers: [
    {
      schema: 'answer/2',
      id: 'a',
      question: 'j1.1',
      text: '0123456789abcdef',
      chosen: 1,
      wall: SAVED,
    },
  ],
  marks: [{ schema: 'page-mark/1', path: 'evidence/drill/', wall: SAVED }],
};
type Copy = ReturnType<typeof copied>;
const copied = () => JSON.parse(JSON.stringify(file));
const read = (change: (copy: Copy) => void = () => undefined) => {
  const copy: Copy = copied();
  change(copy);
  return readPortfolio(JSON.stringify(copy), KINDS);
};

describe('a portfolio in a file', () => {
  it('is read back as it was saved', () => {
    expect(read()).toEqual({ ok: true, lost: 0, file: { ...file, attempts: [expect.objectContaining({ log })] } });
  });

  it('leaves out an attempt whose log was changed, and its marks with it', () => {
    const changed = read((copy) => {
      copy.attempts[0].log.events[0].wall = '2031-03-12T08:00:00.000Z';
    });

    expect(changed).toMatchObject({ ok: true, lost: 1, file: { attempts: [], results: [], answers: [{ id: 'a' }] } });
  });

  it('accepts no marks of an attempt that is not in the file, or of another case', () => {
    for (const [field, value] of [
      ['attempt', 'another'],
      ['scenario', 'another'],
      ['scenarioHash', 'another'],
    ] as const) {
      const other = read((copy) => {
        copy.results[0][field] = value;
      });
      expect(other).toMatchObject({ ok: true, file: { results: [] } });
    }
  });

  it('reads the first format, and drops its statements of right and wrong', () => {
    const before = read((copy) => {
      copy.schema = 'portfolio/1';
      copy.answers[0] = { ...copy.answers[0], schema: 'answer/1', right: true };
    });

    expect(before).toMatchObject({ ok: true, file: { schema: 'portfolio/2' } });
    expect(before.ok && before.file.answers).toEqual(file.answers);
  });

  it('accepts no answer that states that it is right', () => {
    const claimed = read((copy) => {
      copy.answers[0].right = true;
    });

    expect(claimed).toEqual({ ok: false, fault: 'damaged' });
  });

  it.each([
    ['nothing', ' \n'],
    ['not-json', 'A letter.'],
    ['damaged', '{"schema":'],
    ['damaged', JSON.stringify(file).slice(0, -40)],
    ['not-portfolio', '[]'],
    ['not-portfolio', 'null'],
    ['not-portfolio', JSON.stringify({ ...file, schema: 'attempt-file/1' })],
    ['damaged', JSON.stringify({ ...file, name: 'a person' })],
    ['newer', JSON.stringify({ ...file, schema: 'portfolio/3' })],
  ])('is refused as %s', (fault, written) => {
    expect(readPortfolio(written, KINDS)).toEqual({ ok: false, fault });
  });

  it('holds points of a criterion within their range, and days that are days', () => {
    const isRefused = { ok: false, fault: 'damaged' };

    const beyond = read((copy) => {
      copy.results[0].criteria[0].scaled = 2;
    });
    const undated = read((copy) => {
      copy.answers[0].wall = 'yesterday';
    });
    expect([beyond, undated]).toEqual([isRefused, isRefused]);
  });
});
