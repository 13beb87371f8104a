import { describe, expect, it } from 'vitest';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { CourtroomFacts } from '#kinds/courtroom/model/facts.ts';
import { type CourtroomAction, isChangedSinceSigned } from '#kinds/courtroom/model/play.ts';
import { COURTROOM_SENTENCES } from '#kinds/courtroom/model/sentences.ts';
import { BOXES, cell, played, row, scored } from '../../../../support/kinds/courtroom/play-a-court.ts';

describe('a first view', () => {
  const late = (...before: CourtroomAction[]) =>
    sentencesFrom(COURTROOM_SENTENCES, scored([...before, { type: 'view.signed' }]).facts as CourtroomFacts)
      .map(({ id }) => id)
      .filter((id) => id.startsWith('court.views.after'));

  it('that was signed after other work is reported as such', () => {
    const ruling: CourtroomAction = { type: 'ruling.signed', motion: 'copy', outcome: 'limited', boxes: BOXES };

    expect(late()).toEqual([]);
    expect(late(row('holds', 'met'))).toEqual(['court.views.after-matrix']);
    expect(late(cell('brings E1 for', 'E1 1'))).toEqual(['court.views.after-matrix']);
    expect(late(row('holds', 'met'), ruling)).toEqual(['court.views.after-ruling']);
  });

  it('stays in time if work follows it, and a second signature changes nothing', () => {
    expect(late({ type: 'view.signed' }, row('holds', 'met'))).toEqual([]);
  });
});

describe('a second ruling on a motion', () => {
  const rule = (outcome: string): CourtroomAction => ({ type: 'ruling.signed', motion: 'copy', outcome, boxes: BOXES });
  const mark = (line: number): CourtroomAction => ({ type: 'line.marked', motion: 'copy', line, by: 1, mark: 2 });
  const argue = (text: string): CourtroomAction => ({ type: 'chair.argued', motion: 'copy', text });
  const answer = (towards: 1 | 2, why: string): CourtroomAction => {
    return { type: 'twist.answered', motion: 'copy', towards, why };
  };

  it('begins without the marks and the answer of the first, which stay with the first', () => {
    const after = played([rule('limited'), mark(3), argue('first'), rule('admit'), mark(5)]);

    expect(after.marks.map(({ line }) => line)).toEqual([5]);
    expect(after.otherChair).toEqual({});
    expect(after.earlier).toMatchObject([{ seq: after.rulings[0]?.seq, marks: [{ line: 3 }], otherChair: 'first' }]);
  });

  it('leaves the first answer to the new fact beside the last one', () => {
    const after = played([rule('limited'), answer(1, 'a'), rule('admit'), answer(2, 'b'), answer(1, 'c')]);

    expect(after.twists['copy']).toEqual({ towards: 1, why: 'c', first: { towards: 1, why: 'a' } });
  });
});

describe('the signature of a judgment', () => {
  const SIGN: CourtroomAction = { type: 'judgment.signed' };
  const choose = (option: string): CourtroomAction => ({ type: 'choice.made', question: 'end', option });

  it('keeps the text as signed, whatever is chosen afterwards', () => {
    const after = played([choose('acquit'), SIGN, choose('convict')]);

    expect(after.judgmentSigned?.text.choices).toEqual({ end: 'acquit' });
    expect(after.judgmentSigned?.hash).toBe(played([choose('acquit'), SIGN]).judgmentSigned?.hash);
    expect(isChangedSinceSigned(after)).toBe(true);
  });

  it.each<[string, CourtroomAction, boolean]>([
    ['a choice', choose('convict'), true],
    ['a cell that speaks', cell('brings E1 for', 'E1 1'), true],
    ['a cell that is silent, which no leaf prints', cell('brings E1 silent', ''), false],
    ['a row', row('brings', 'met'), true],
    ['a ruling', { type: 'ruling.signed', motion: 'copy', outcome: 'limited', boxes: BOXES }, true],
    ['a sum', { type: 'sum.given', sum: 'taken', amount: 210, payments: [] }, true],
    ['the reasons', { type: 'reasons.written', text: 'because' }, true],
    ['the same choice once more', choose('acquit'), false],
    ['a last view, which no leaf prints', { type: 'view.set', view: 'last', element: 'brings', percent: 1 }, false],
  ])('no longer covers what stands there after a change of %s', (_, action, changed) => {
    expect(isChangedSinceSigned(played([choose('acquit'), SIGN, action]))).toBe(changed);
    expect(isChangedSinceSigned(played([choose('acquit'), SIGN, action, SIGN]))).toBe(false);
  });
});
