import { describe, expect, it } from 'vitest';
import type { KeptAnswer } from '#learning/track/model/kept-answer.ts';
import { scheduleQuestions } from '#learning/track/use-cases/schedule-questions.ts';

const questions = [{ id: 'j1.1', text: 'now', right: { first: 0 } }];
const on = (day: string, right: boolean, hour = '10'): KeptAnswer => ({
  schema: 'answer/2',
  id: `${day}T${hour}`,
  question: 'j1.1',
  text: 'now',
  chosen: right ? 0 : 1,
  ...(day !== '2031-03-01' && { again: true }),
  wall: `${day}T${hour}:00:00.000Z`,
});
const due = (...answers: KeptAnswer[]) => scheduleQuestions(answers, questions);

describe('missed questions', () => {
  it('do not come back where the first answer was right', () => {
    expect(due(on('2031-03-01', true))).toEqual([]);
  });

  it('come back on a later day, and later still after a right answer', () => {
    const [first] = due(on('2031-03-01', false));
    const [second] = due(on('2031-03-01', false), on('2031-03-03', true));

    expect(first?.due).toBe('2031-03-02');
    expect(second?.due ?? '').toMatch(/^2031-03-(?:0[4-9]|1\d)$/);
    expect(second?.returns).toBe(1);
  });

  it('retire after two right answers on different days, and not after two on one day', () => {
    const missed = on('2031-03-01', false);

    expect(due(missed, on('2031-03-03', true), on('2031-03-03', true, '18'))).toHaveLength(1);
    expect(due(missed, on('2031-03-03', true), on('2031-03-07', true))).toEqual([]);
  });

  it('come back again after a wrong answer, whatever was right before', () => {
    const all = [on('2031-03-01', false), on('2031-03-03', true), on('2031-03-07', true), on('2031-03-20', false)];

    expect(due(...all)).toHaveLength(1);
    expect(due(...all, on('2031-03-22', true))).toHaveLength(1);
  });

  it('leave answers to an earlier text out of account', () => {
    expect(due({ ...on('2031-03-01', false), text: 'before' })).toEqual([]);
  });
});
