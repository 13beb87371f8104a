import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptAnswer } from '#learning/track/model/kept-answer.ts';
import { minutesOfTrack, type TrackStep } from '#learning/track/model/track.ts';
import { type DoneOnDevice, trackStanding } from '#learning/track/model/track-standing.ts';

const questions = ['j1.1', 'j1.2'].map((id) => ({ id, text: 'now', right: { first: 0 } }));
const base = { title: 'A step', minutes: 10, why: 'Because.' };
const steps: readonly TrackStep[] = [
  { kind: 'lesson', id: 'lesson-j1', path: 'learn/j1/', questions, ...base },
  { kind: 'return', id: 'return-2', path: 'judges/again/', day: 2, ...base },
  { kind: 'case', id: 'case-a', path: 'cases/a/', scenario: 'a', ...base },
  { kind: 'page', id: 'page-d', path: 'evidence/drill/', ...base },
  { kind: 'return', id: 'return-7', path: 'judges/again/', day: 7, ...base },
];
const nothing: DoneOnDevice = { answers: [], marks: [], cases: {}, today: '2031-03-01' };

const answer = (question: string, day: string, right = true, more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  schema: 'answer/2',
  id: `${day} ${question}`,
  question,
  text: 'now',
  chosen: right ? 0 : 1,
  wall: `${day}T10:00:00.000Z`,
  ...more,
});
const stateOf = (done: Partial<DoneOnDevice>) =>
  Object.fromEntries(
    trackStanding({ steps }, { ...nothing, ...done }).steps.map(({ step, state }) => [step.id, state]),
  );

describe('where a track stands', () => {
  it('takes nothing for done on an empty device', () => {
    const { next, minutesLeft } = trackStanding({ steps }, nothing);

    expect(Object.values(stateOf({}))).toEqual(['open', 'waiting', 'open', 'open', 'waiting']);
    expect(next?.id).toBe('lesson-j1');
    expect(minutesLeft).toBe(minutesOfTrack({ steps }));
  });

  it('has a lesson done with an answer to each present question, right or wrong, and not before', () => {
    expect(stateOf({ answers: [answer('j1.1', '2031-03-01')] })['lesson-j1']).toBe('begun');
    expect(stateOf({ answers: ['j1.1', 'j1.2'].map((id) => answer(id, '2031-03-01', false)) })['lesson-j1']).toBe(
      'done',
    );
    const old = ['j1.1', 'j1.2'].map((id) => answer(id, '2031-03-01', true, { text: 'before' }));
    expect(stateOf({ answers: old })['lesson-j1']).toBe('open');
  });

  it('goes on behind a return whose day has not come, and to the return once it has', () => {
    const answers = [answer('j1.1', '2031-03-01', false), answer('j1.2', '2031-03-01')];

    expect(trackStanding({ steps }, { ...nothing, answers }).next?.id).toBe('case-a');
    expect(trackStanding({ steps }, { ...nothing, answers }).steps[1]).toMatchObject({
      state: 'waiting',
      day: '2031-03-03',
    });
    expect(trackStanding({ steps }, { ...nothing, answers, today: '2031-03-03' }).next?.id).toBe('return-2');
  });

  it('asks for no return where nothing was missed', () => {
    const answers = [answer('j1.1', '2031-03-01'), answer('j1.2', '2031-03-01')];

    expect(stateOf({ answers, today: '2031-04-01' })).toMatchObject({ 'return-2': 'idle', 'return-7': 'idle' });
  });

  it('counts one day of answers for one return only', () => {
    const answers = [
      answer('j1.1', '2031-03-01', false),
      answer('j1.2', '2031-03-01'),
      answer('j1.1', '2031-03-09', true, { again: true }),
    ];

    expect(stateOf({ answers, today: '2031-03-10' })).toMatchObject({ 'return-2': 'done', 'return-7': 'open' });
  });

  it('knows pages only by the tick of the reader, and a case that began is not done', () => {
    const marks = [{ schema: 'page-mark/1' as const, path: 'evidence/drill/', wall: '2031-03-01T10:00:00Z' }];
    const cases = { a: { at: 'begun' as const, last: undefined } };

    expect(stateOf({ marks, cases })).toMatchObject({ 'page-d': 'ticked', 'case-a': 'begun' });
  });

  it('never has less left with less done', () => {
    const day = fc.constantFrom('2031-03-01', '2031-03-03', '2031-03-08');
    const given = fc.record({ question: fc.constantFrom('j1.1', 'j1.2'), day, right: fc.boolean() });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), fc.boolean(), (all, isTicked) => {
        const answers = all.map(({ question, day: on, right }) => answer(question, on, right));
        const done = { ...nothing, answers, today: '2031-03-01' };
        const marks = [{ schema: 'page-mark/1' as const, path: 'evidence/drill/', wall: '2031-03-01T10:00:00Z' }];
        const more = trackStanding({ steps }, { ...done, marks: isTicked ? marks : [] }).minutesLeft;
        expect(more).toBeLessThanOrEqual(trackStanding({ steps }, done).minutesLeft);
        expect(more).toBeLessThanOrEqual(minutesOfTrack({ steps }));
      }),
    );
  });
});
