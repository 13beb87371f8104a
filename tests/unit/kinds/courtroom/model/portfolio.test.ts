import { describe, expect, it } from 'vitest';
import { type CourtroomAction, type CourtroomResponse, playCourtroom } from '#kinds/courtroom/model/play.ts';
import { portfolioOf } from '#kinds/courtroom/model/portfolio.ts';
import { aCourt } from '../../../../support/kinds/courtroom/a-court.ts';

const BOXES = ['The copy is called the source.', '', '', '', '', 'It stays as a copy.'];

function played(...actions: readonly CourtroomAction[]): CourtroomResponse {
  return actions.reduce<CourtroomResponse>(
    (response, action, n) =>
      playCourtroom.reduce(response, action, { at: '2031-05-01T09:00:00Z', seq: n + 1 } as never),
    playCourtroom.empty,
  );
}
const kept = (response: CourtroomResponse) => portfolioOf(response, aCourt().file);

describe('the portfolio entry of a court file', () => {
  it('is empty if nothing was done', () => {
    expect(kept(playCourtroom.empty)).toEqual({ texts: [], matrices: [], views: [] });
  });

  it('has each signed ruling with its outcome in words, and no draft', () => {
    const ruling = { motion: 'copy', outcome: 'limited', boxes: BOXES };
    const draft = played({ type: 'ruling.drafted', ...ruling });
    const twice = played(
      { type: 'ruling.signed', ...ruling },
      { type: 'ruling.signed', ...ruling, outcome: 'exclude', boxes: ['Another view.', '', '', '', '', ''] },
    );

    expect(kept(draft)?.texts).toEqual([]);
    expect(kept(twice)?.texts).toEqual([
      { title: 'The copy', outcome: 'Take it as a copy.', paragraphs: [BOXES[0], BOXES[5]] },
      { title: 'The copy', outcome: 'Leave it out.', paragraphs: ['Another view.'] },
    ]);
  });

  it('has the matrix with signs and places, and only judged exhibits', () => {
    const cell = { shows: '', innocent: '' };
    const response = played(
      { type: 'cell.judged', element: 'brings', exhibit: 'E1', bearing: 'for', places: ['E1 1', 'E1 2'], ...cell },
      { type: 'cell.judged', element: 'holds', exhibit: 'E3', bearing: 'against', places: ['E3 00:12'], ...cell },
      { type: 'cell.judged', element: 'holds', exhibit: 'E1', bearing: 'silent', places: [], ...cell },
    );

    expect(kept(response)?.matrices).toEqual([
      {
        title: 'A small file',
        columns: ['E1', 'E3'],
        rows: [
          { label: 'Act', cells: ['+ E1 1, E1 2', ''] },
          { label: 'Means', cells: ['○', '− E3 00:12'] },
          { label: 'Profit', cells: ['', ''] },
        ],
      },
    ]);
  });

  it('has the first and the last view of elements with both', () => {
    const response = played(
      { type: 'view.set', view: 'first', element: 'brings', percent: 60 },
      { type: 'view.set', view: 'first', element: 'holds', percent: 0 },
      { type: 'view.set', view: 'last', element: 'holds', percent: 10 },
    );

    expect(kept(response)?.views).toEqual([{ about: 'Means', first: 0, last: 10 }]);
  });

  it('has no first view that was signed after the matrix was begun', () => {
    const views: CourtroomAction[] = (['first', 'last'] as const).map((view) => {
      return { type: 'view.set', view, element: 'brings', percent: 60 };
    });
    const row: CourtroomAction = { type: 'row.judged', element: 'holds', state: 'met', why: '' };

    expect(kept(played(...views, { type: 'view.signed' }, row))?.views).toHaveLength(1);
    expect(kept(played(...views, row, { type: 'view.signed' }))?.views).toEqual([]);
  });

  it('has the reasons as they were signed, and no later text', () => {
    const write = (text: string): CourtroomAction => ({ type: 'reasons.written', text });
    const texts = kept(played(write('Signed.'), { type: 'judgment.signed' }, write('Later.')))?.texts;

    expect(texts).toEqual([{ title: 'A small file', of: 'judgment', paragraphs: ['Signed.'] }]);
  });
});
