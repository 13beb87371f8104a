import { describe, expect, it } from 'vitest';
import { sayCriterion } from '#case/debrief/screens/scores/say-criterion.ts';
import { required } from '#kernel/model/invariant.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { CourtFile } from '#kinds/courtroom/model/court-file.ts';
import type { CourtroomFacts } from '#kinds/courtroom/model/facts.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';
import type { CourtroomAction } from '#kinds/courtroom/model/play.ts';
import { COURTROOM_SENTENCES } from '#kinds/courtroom/model/sentences.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { cell, file, key, ORACLE, row, scored } from '../../../../support/kinds/courtroom/play-a-court.ts';

describe('a deduction', () => {
  it('is shown beside the earned points', () => {
    const { criteria, facts } = scored([
      cell('brings E1 for', 'E1 1'),
      cell('profits E1 for', 'E1 1'),
      cell('holds E1 for', 'E1 1'),
    ]);
    const found = criteria.find(({ id }) => id === 'courtroom.pinpoints');

    expect(found).toMatchObject({ raw: -1, less: 2 });
    expect((found?.raw ?? 0) + (found?.less ?? 0)).toBe((facts as CourtroomFacts).cells.right);
    expect(sayCriterion(required(found, 'the criterion'), false, KINDS).you).toMatch(/^1 of 4, less 2 for/);
  });

  it('is left out if there is none', () => {
    expect(scored(ORACLE).criteria.some(({ less }) => less !== undefined)).toBe(false);
  });
});

describe('a sum', () => {
  const given = (sum: string, amount: number, payments: readonly number[] = []): CourtroomAction => ({
    type: 'sum.given',
    sum,
    amount,
    payments,
  });
  const told = (actions: readonly CourtroomAction[], of: CourtFile = file, answers: CourtroomKey = key) =>
    sentencesFrom(COURTROOM_SENTENCES, scored(actions, of, answers).facts as CourtroomFacts)
      .filter(({ id }) => id.startsWith('court.sum.'))
      .map(({ id, params }) => ({ id, params }));

  it('that differs from its named payments is reported, even if it is right', () => {
    expect(told([given('taken', 210, [1])])).toEqual([
      { id: 'court.sum.named', params: { sum: 'What was taken?', given: 210, named: 100 } },
    ]);
    expect(told([given('taken', 210, [1, 3])])).toEqual([]);
  });

  it('is not right if its named payments add up to another amount', () => {
    const right = (payments: readonly number[]) =>
      scored([given('taken', 210, payments)]).criteria.find(({ id }) => id === 'courtroom.sums')?.raw;

    expect([right([]), right([1, 3]), right([1])]).toEqual([1, 1, 0]);
    expect(told([given('taken', 210, [1])]).map(({ id }) => id)).not.toContain('court.sum.off');
  });

  it('that rests on a wrong one says that the error may be the same', () => {
    const two: CourtFile = {
      ...file,
      bundle: {
        ...file.bundle,
        sums: [...file.bundle.sums, { id: 'left', onPaper: 'Left', asks: 'What was left?', unit: 'SIM' }],
      },
    };
    const answers: CourtroomKey = {
      ...key,
      sums: { ...key.sums, left: { amount: 90, within: 0, working: '300 less 210', after: ['taken'] } },
    };
    const comesBack = (...actions: CourtroomAction[]) =>
      told(actions, two, answers).filter(({ id }) => id === 'court.sum.after');

    expect(comesBack(given('taken', 200), given('left', 100))).toEqual([
      { id: 'court.sum.after', params: { sum: 'What was left?', on: 'What was taken?' } },
    ]);
    expect(comesBack(given('taken', 210), given('left', 100))).toEqual([]);
    expect(comesBack(given('taken', 200), given('left', 90))).toEqual([]);
  });
});

describe('a row', () => {
  const saidOf = (answers: CourtroomKey, ...actions: CourtroomAction[]) =>
    sentencesFrom(COURTROOM_SENTENCES, scored(actions, file, answers).facts as CourtroomFacts).filter(({ id }) =>
      /row\.|measure/.test(id),
    );
  const said = (...actions: CourtroomAction[]) => saidOf(key, ...actions).filter(({ id }) => id !== 'court.row.open');
  const expecting = (state: 'met' | 'not-met' | 'ask', defensible: readonly ('ask' | 'met')[] = []): CourtroomKey => ({
    ...key,
    rows: key.rows.map((one) => (one.element === 'profits' ? { ...one, state, defensible: [...defensible] } : one)),
  });

  it('that is wrongly called shown is reported as an accusation', () => {
    expect(said(row('profits', 'met'))).toEqual([{ id: 'court.row.accused', params: { row: 'Profit' }, events: [] }]);
  });

  it('that is called shown before something has to be asked is reported as too early', () => {
    const rows = key.rows.map((one) => (one.element === 'profits' ? { ...one, state: 'ask' as const } : one));
    const { facts } = scored([row('profits', 'met')], file, { ...key, rows });
    const ids = sentencesFrom(COURTROOM_SENTENCES, facts as CourtroomFacts).map(({ id }) => id);

    expect(ids).toContain('court.row.early');
    expect(ids).not.toContain('court.row.accused');
  });

  it.each([
    ['met', 'not-met', [], 'court.row.let-go'],
    ['met', 'ask', [], 'court.row.asked-of-met'],
    ['met', 'ask', ['ask'], 'court.row.asked-defensible'],
    ['ask', 'met', ['met'], 'court.row.met-defensible'],
    ['ask', 'not-met', [], 'court.row.closed'],
    ['not-met', 'ask', [], 'court.row.asked-of-not-met'],
  ] as const)('that the authors call %s and a reader %s is told, and never passed over', (state, given, also, id) => {
    expect(saidOf(expecting(state, also), row('profits', given))).toContainEqual({
      id,
      params: { row: 'Profit' },
      events: [],
    });
  });

  it('that may also be called shown is no accusation, and loses no point for a missing measure', () => {
    const defended = expecting('ask', ['met']);
    const ids = saidOf(defended, row('profits', 'met')).map(({ id }) => id);
    const rows = (state: 'met' | 'ask', measure?: string) =>
      scored([row('profits', state, measure)], file, defended).criteria.find(({ id }) => id === 'courtroom.rows')?.raw;

    expect(ids).not.toContain('court.row.early');
    expect(rows('met')).toBe(rows('ask', 'close'));
  });

  it('without a next measure is reported, unless it is called shown', () => {
    const told = (...actions: CourtroomAction[]) => said(...actions).filter(({ id }) => id === 'court.measure.none');

    expect(told(row('profits', 'not-met'))).toMatchObject([{ params: { row: 'Profit' } }]);
    expect(told(row('profits', 'not-met', 'close'), row('holds', 'met'))).toEqual([]);
  });

  it('that was not decided is named, all in one sentence', () => {
    const open = (...actions: CourtroomAction[]) =>
      sentencesFrom(COURTROOM_SENTENCES, scored(actions).facts as CourtroomFacts)
        .filter(({ id }) => /rows\.none|row\.open/.test(id))
        .map(({ id, params }) => params?.['row'] ?? id);

    expect(open(row('profits', 'not-met'))).toEqual(['Act', 'Means']);
    expect(open()).toEqual(['court.rows.none']);
  });

  it('counts in a defensible state, and not in the third one', () => {
    const raw = (given: 'met' | 'not-met' | 'ask') =>
      scored([row('profits', given)], file, expecting('met', ['ask'])).criteria.find(
        ({ id }) => id === 'courtroom.rows',
      )?.raw;

    expect([raw('met'), raw('ask'), raw('not-met')]).toEqual([1, 1, 0]);
  });

  it('that the authors call shown reports a measure that does not fit', () => {
    const ids = saidOf(key, row('holds', 'ask', 'hear')).map(({ id }) => id);

    expect(ids).toContain('court.measure.other');
  });

  it('that is not shown has a fitting next measure, or another', () => {
    expect(said(row('profits', 'not-met', 'close')).map(({ id }) => id)).toEqual(['court.measure.fitting']);
    expect(said(row('profits', 'not-met', 'phone')).map(({ id }) => id)).toEqual(['court.measure.other']);
  });
});
