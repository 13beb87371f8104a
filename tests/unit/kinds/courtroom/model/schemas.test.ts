import { describe, expect, it } from 'vitest';
import { createLookUp, type Nameable } from '#case/attempt/model/unknown-names.ts';
import type { CourtroomAction } from '#kinds/courtroom/model/play.ts';
import { MAX_BOX } from '#kinds/courtroom/model/schemas.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';

const BOXES = ['a', 'b', 'c', 'd', 'e', 'f'];

/** One action of each type, as the screens write them. */
const WRITTEN: readonly CourtroomAction[] = [
  { type: 'view.set', view: 'first', element: 'brings', percent: 0 },
  { type: 'view.signed' },
  { type: 'cell.judged', element: 'brings', exhibit: 'E1', bearing: 'for', places: ['E1 1'], shows: '', innocent: '' },
  { type: 'cell.cleared', element: 'brings', exhibit: 'E1' },
  { type: 'row.judged', element: 'brings', state: 'ask', measure: 'close', why: '' },
  { type: 'row.judged', element: 'brings', state: 'met', why: '' },
  { type: 'ruling.drafted', motion: 'copy', outcome: '', boxes: BOXES },
  { type: 'ruling.signed', motion: 'copy', outcome: 'limited', boxes: BOXES },
  { type: 'line.marked', motion: 'copy', line: 5, by: 2, mark: 1 },
  { type: 'twist.answered', motion: 'copy', towards: -2, why: '' },
  { type: 'chair.argued', motion: 'copy', text: 'so' },
  { type: 'choice.made', question: 'end', option: 'acquit' },
  { type: 'sum.given', sum: 'taken', amount: 0, payments: [1, 3] },
  { type: 'reasons.written', text: '' },
  { type: 'judgment.signed' },
  { type: 'item.answered', item: 'clock', option: '-2' },
];

const lookUp = createLookUp(
  {
    scenario: { states: { court: { type: 'exercise', kind: 'courtroom' } } },
    market: { ads: [], sites: [] },
    choices: [],
  } as unknown as Nameable,
  KINDS,
);

describe('a saved log of a court file', () => {
  it.each(WRITTEN)('is read again with its $type', (action) => {
    expect(lookUp('court', { ...action })).toBeUndefined();
  });

  it.each([
    ['a probability above all', { ...WRITTEN[0], percent: 101 }],
    ['five boxes', { ...WRITTEN[7], boxes: BOXES.slice(1) }],
    ['a box that no screen lets be so long', { ...WRITTEN[10], text: 'x'.repeat(MAX_BOX + 1) }],
    ['a third reader', { ...WRITTEN[8], by: 3 }],
    ['a field of its own', { ...WRITTEN[14], total: 1 }],
  ])('is refused with %s', (_, action) => {
    expect(lookUp('court', action as never)).toMatchObject({ what: 'act' });
  });
});
