import { describe, expect, it } from 'vitest';
import { logRows } from '#case/debrief/screens/log-rows.ts';
import { ACTS_IN_LOG } from '#kinds/courtroom/screens/acts-in-log.ts';
import words from '#words/kinds/courtroom/debrief.json' with { type: 'json' };
import { aCourt } from '../../../../support/kinds/courtroom/a-court.ts';

const { file } = aCourt();
const brief = { ...file };
const rowsOf = (...actions: readonly object[]) => {
  const at = '2031-05-05T09:00:00Z';
  const events = actions.map((action, n) => ({ seq: n + 1, at, type: 'exercise.acted', state: 'court', action }));
  return logRows({ events: events as never }, {}, {}, () => ({ kind: ACTS_IN_LOG, words, brief }));
};
const told = (action: object) => rowsOf(action)[0]?.words;

describe('an act in court in the attempt log', () => {
  it.each([
    [
      { type: 'row.judged', element: 'profits', state: 'not-met', measure: 'close', why: '' },
      'decided a row of the matrix, “Profit”, Not shown, “Ask for nothing more.”',
    ],
    [
      { type: 'ruling.signed', motion: 'copy', outcome: 'limited', boxes: [] },
      'signed a ruling, “Take it as a copy.”, “The copy”',
    ],
    [{ type: 'choice.made', question: 'end', option: 'acquit' }, 'chose a part of the judgment, “The end”, “Nothing.”'],
    [{ type: 'sum.given', sum: 'taken', amount: 2100, payments: [] }, 'gave a sum, “What was taken?”, 2,100'],
    [
      { type: 'view.set', view: 'last', element: 'brings', percent: 60 },
      'set a probability, “Act”, last view, 60 of 100',
    ],
  ])('is told by titles and never by ids', (action, words) => {
    expect(told(action)).toBe(words);
  });

  it('names a question beside the file and its answer by their words', () => {
    const ask = {
      id: 'bank',
      part: 'authority' as const,
      asks: 'Whose order?',
      options: [{ id: 'a', text: 'A judge.' }],
    };
    const shift = { id: 'shift', part: 'shift' as const, fact: 'A lease comes in.', asks: 'Somebody is held.' };
    const form = { pair: 'p', place: 'before' as const, items: [ask, shift] };
    const withForm = { ...file, bundle: { ...file.bundle, form } };
    const words = (item: string, field: string) => ACTS_IN_LOG.nameInLog?.(withForm, { item, option: 'a' }, field);

    expect([words('bank', 'item'), words('bank', 'option')]).toEqual(['“Whose order?”', '“A judge.”']);
    expect(words('shift', 'item')).toBe('“A lease comes in.”');
  });

  it('is told once for a cell that is judged over and over, as it stood when something else was done', () => {
    const at = (element: string, bearing: string) => ({
      type: 'cell.judged',
      element,
      exhibit: 'E5',
      bearing,
      places: [],
    });

    expect(rowsOf(at('deceit', 'for'), at('deceit', 'silent'), at('debt', 'for'), at('deceit', 'for'))).toMatchObject([
      { seq: 1, to: 2, words: 'judged a cell of the matrix, deceit, E5, silent' },
      { seq: 3, words: 'judged a cell of the matrix, debt, E5, for' },
      { seq: 4, words: 'judged a cell of the matrix, deceit, E5, for' },
    ]);
  });

  it('keeps an id that the file does not have', () => {
    expect(told({ type: 'cell.cleared', element: 'elsewhere', exhibit: 'E1' })).toBe(
      'cleared a cell of the matrix, elsewhere, E1',
    );
  });
});
