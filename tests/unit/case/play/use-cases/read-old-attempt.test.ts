import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOldAttempt } from '#case/play/use-cases/read-old-attempt.ts';

const act = (action: object, more: object = {}) => ({
  type: 'exercise.acted',
  state: 'find',
  action,
  at: 'T1',
  ...more,
});
const mark = (type: string, at: string) => act({ type, ad: '0301', at, indicator: 'rest-gaps' });
const read = (...events: readonly unknown[]) =>
  readOldAttempt({ id: 'a', header: { wall: '2026-01-02', generatorVersion: 2 }, events });

describe('an attempt that cannot be continued', () => {
  it('shows when it began and which version made its market', () => {
    expect(read()).toMatchObject({ begun: '2026-01-02', generatorVersion: 2, steps: [] });
    expect(readOldAttempt({ id: 'a', header: undefined, events: [] })).toMatchObject({ begun: undefined });
  });

  it('lists every mark at the end of the attempt, in any place', () => {
    const { marks } = read(
      mark('ad.marked', 's1'),
      mark('ad.marked', 't:900-950'),
      mark('ad.marked', 's2'),
      mark('ad.unmarked', 's2'),
    );
    expect(marks.map(({ at }) => at)).toEqual(['s1', 't:900-950']);
  });

  it('keeps the last judgement of an ad, and all free text', () => {
    const judged = (band: string) => act({ type: 'ad.judged', ad: '0301', band, certainty: 2 });
    const note = act({ type: 'note.written', about: 'privacy', text: 'No phone is kept.' });
    const old = read(judged('urgent'), note, judged('check'));
    expect(old.judged).toEqual([{ ad: '0301', band: 'check', certainty: '2' }]);
    expect(old.written).toEqual([{ n: 2, about: 'note.written', text: 'No phone is kept.' }]);
  });

  it('shows every step, even of an unknown type', () => {
    const steps = read(
      { type: 'decision.made', state: 'desk', option: 'b' },
      act({ type: 'ad.weighed', grams: [1, 2] }),
      7,
    );
    expect(steps.steps).toEqual([
      { n: 1, at: '', type: 'decision.made', state: 'desk', option: 'b', said: [] },
      { n: 2, at: 'T1', type: 'exercise.acted', state: 'find', act: 'ad.weighed', said: [['grams', '1, 2']] },
      { n: 3, at: '', type: '', state: '', said: [] },
    ]);
  });

  it('never throws, for any content of the storage', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (header, events) => {
        expect(readOldAttempt({ id: 'a', header, events }).steps).toHaveLength(events.length);
      }),
    );
  });
});
