import { describe, expect, it } from 'vitest';
import type { CourtroomFacts } from '#core/courtroom/facts.ts';
import { type CourtroomAction, isChangedSinceSigned } from '#core/courtroom/play.ts';
import { COURTROOM_SENTENCES } from '#core/courtroom/sentences.ts';
import { sentencesFrom } from '#core/exercise/sentence.ts';
import { BOXES, cell, played, row, scored } from './play-a-court.ts';

describe('a first view', () => {
  const late = (...before: CourtroomAction[]) =>
    sentencesFrom(COURTROOM_SENTENCES, scored([...before, { type: 'view.signed' }]).facts as CourtroomFacts)
      .map(({ id }) => id)
      .filter((id) => id.startsWith('court.views.after'));

  it('that was signed after other work is told so', () => {
    const ruling: CourtroomAction = { type: 'ruling.signed', motion: 'copy', outcome: 'limited', boxes: BOXES };

    expect(late()).toEqual([]);
    expect(late(row('holds', 'met'))).toEqual(['court.views.after-matrix']);
    expect(late(cell('brings E1 for', 'E1 1'))).toEqual(['court.views.after-matrix']);
    expect(late(row('holds', 'met'), ruling)).toEqual(['court.views.after-ruling']);
  });

  it('stays in time where work came after it, and a second signature changes nothing', () => {
    expect(late({ type: 'view.signed' }, row('holds', 'met'))).toEqual([]);
  });
});

describe('the signature of a judgment', () => {
  const SIGN: CourtroomAction = { type: 'judgment.signed' };
  const choose = (option: string): CourtroomAction => ({ type: 'choice.made', question: 'end', option });

  it('holds the text as it stood, whatever is chosen after it', () => {
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
