import { describe, expect, it } from 'vitest';
import { nameInLog } from '#ui/courtroom/name-in-log.ts';
import { logRows } from '#ui/debrief/log-rows.ts';
import { aCourt } from '../../core/courtroom/a-court.ts';

const { file } = aCourt();
const brief = file as unknown as Readonly<Record<string, unknown>>;
const told = (action: object) => {
  const event = { seq: 1, at: '2031-05-05T09:00:00Z', type: 'exercise.acted', state: 'court', action };
  const [row] = logRows({ events: [event] as never }, {}, {}, (_, act, field) => nameInLog(brief, act, field));
  return row?.words;
};

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
    const withForm = { ...file, bundle: { ...file.bundle, form } } as unknown as typeof brief;
    const words = (item: string, field: string) => nameInLog(withForm, { item, option: 'a' }, field);

    expect([words('bank', 'item'), words('bank', 'option')]).toEqual(['“Whose order?”', '“A judge.”']);
    expect(words('shift', 'item')).toBe('“A lease comes in.”');
  });

  it('keeps an id that the file does not have', () => {
    expect(told({ type: 'cell.cleared', element: 'elsewhere', exhibit: 'E1' })).toBe(
      'cleared a cell of the matrix, elsewhere, E1',
    );
  });
});
