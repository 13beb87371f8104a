import { describe, expect, it } from 'vitest';
import { BLIND_PLAYS, playBlindly } from '#kinds/policy/model/blind-plays.ts';
import { citableIn } from '#kinds/policy/model/citable.ts';
import type { Grounds } from '#kinds/policy/model/grounds.ts';
import { POLICY } from '#kinds/policy/model/kind.ts';
import { BUDGET, MEASURES, type MeasureId } from '#kinds/policy/model/measures.ts';
import { costOf, type PolicyAction } from '#kinds/policy/model/play.ts';
import { POLICY_CRITERIA } from '#kinds/policy/model/rate-table.ts';
import { scorePolicy } from '#kinds/policy/model/score.ts';
import { sitCarefully } from '#kinds/policy/use-cases/players.ts';
import { BRIEF, played } from '../../../../support/kinds/policy/a-table.ts';

const CONTEXT = { evidence: [] } as never;
const scored = (actions: readonly PolicyAction[]) => scorePolicy(played(actions), BRIEF, CONTEXT);
const points = (actions: readonly PolicyAction[]) =>
  Object.fromEntries(scored(actions).criteria.map(({ id, raw }) => [id.replace('policy.', ''), raw]));
const scaled = (actions: readonly PolicyAction[]) => scored(actions).criteria.map((one) => one.scaled);
const careful = sitCarefully(BRIEF);
const whole = points(careful);

/** The careful table, with other grounds for one of its measures. */
const arguing = (measure: MeasureId, change: Partial<Grounds>, of = careful) =>
  of.map((action) =>
    action.type === 'measure.argued' && action.measure === measure
      ? { ...action, grounds: { ...action.grounds, ...change } }
      : action,
  );
const less = (actions: readonly PolicyAction[]) => {
  const now = points(actions);
  return Object.fromEntries(Object.entries(now).filter(([id, raw]) => raw !== whole[id]));
};

describe('a careful table', () => {
  it('reaches the best of every criterion, with the plan of the worked example and with others', () => {
    expect(scaled(careful)).toEqual(POLICY_CRITERIA.map(() => 1));
    for (const plan of [['A2', 'A3', 'B5', 'C1', 'D3'], ['C2', 'C4', 'D3'], ['A5', 'C3', 'D4'], ['B2']] as const)
      expect(scaled(sitCarefully(BRIEF, plan))).toEqual(POLICY_CRITERIA.map(() => 1));
  });
});

describe('blind tables', () => {
  const plays = BLIND_PLAYS.flatMap((play) => citableIn(BRIEF).map(({ id }) => playBlindly(play, BRIEF, id)));

  it('stay at the baseline of every criterion, like an empty one', () => {
    for (const play of [[], ...plays]) expect(scaled(play)).toEqual(POLICY_CRITERIA.map(() => 0));
  });

  it('earn nothing with equal words everywhere, with late hearings, or without a choice', () => {
    for (const play of plays) expect(points(play)).toMatchObject({ complete: 0, heard: 0, robust: 0, reviewed: 0 });
    expect(Object.values(points([])).every((raw) => raw === 0)).toBe(true);
    const undone = [
      ...careful,
      ...careful.flatMap((one): PolicyAction[] =>
        one.type === 'measure.chosen' ? [{ type: 'measure.dropped', measure: one.measure }] : [],
      ),
    ];
    expect(Object.values(points(undone)).every((raw) => raw === 0)).toBe(true);
  });

  it('score below a table that bases half of its plan on findings', () => {
    const best = Math.max(...plays.map((play) => points(play).sound ?? 0));
    expect(best).toBeLessThanOrEqual(2);
  });
});

describe('each gap or mismatch is found', () => {
  const six = 4 * (5 / 6);

  it.each<readonly [string, readonly PolicyAction[], Record<string, number>]>([
    ['no reason for', arguing('B5', { for: '' }), { complete: six }],
    ['a reason against of two words', arguing('B5', { against: 'too dear' }), { complete: six }],
    ['nobody pays', arguing('C4', { payers: [] }), { complete: six }],
    ['nobody may be hurt', arguing('C4', { hurt: [] }), { complete: six }],
    ['rests on nothing', arguing('A1', { rests: [] }), { sound: six }],
    ['rests on what nobody tested', arguing('C4', { rests: ['income', 'closing'] }), { sound: six }],
    ['rests on what is about something else', arguing('D4', { rests: ['told'] }), { sound: six }],
    ['rests on what the brief does not have', arguing('D4', { rests: ['unknown'] }), { sound: six }],
    ['no safeguard', arguing('C4', { safeguards: [] }), { fitting: 3 }],
    ['a safeguard that acts on something else', arguing('C4', { safeguards: ['data'] }), { fitting: 3 }],
    ['no date', arguing('C4', { months: undefined } as never), { reviewed: six }],
    ['watches what does not move', arguing('A1', { watch: 'S' }), { reviewed: six }],
    ['no stop rule', arguing('A1', { stop: ' ' }), { reviewed: six }],
  ])('%s', (_, actions, expected) => {
    expect(less(actions)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([id, raw]) => [id, expect.closeTo(raw)])),
    );
  });

  it('a sentence in two places counts in neither', () => {
    const stop = 'It stops where a figure falls twice in a row.';
    expect(less(arguing('B5', { stop }, arguing('B2', { stop: ` ${stop.toUpperCase()}  ` })))).toEqual({
      reviewed: expect.closeTo(4 * (4 / 6)),
    });
  });

  it('a round without a decision counts as a measure without reasons', () => {
    const passed = sitCarefully(BRIEF, ['A3', 'B5', 'C4']);
    expect(points(passed)).toMatchObject({ complete: 4 });
    expect(points(passed.filter(({ type }) => type !== 'round.passed'))).toMatchObject({ complete: 3 });
  });

  it('a seat that is heard after the choice was not heard in time', () => {
    const isSellersInC = (one: PolicyAction) =>
      one.type === 'seat.heard' && one.seat === 'sellers' && one.round === 'C';
    const late = [...careful.filter((one) => !isSellersInC(one)), ...careful.filter(isSellersInC)];
    expect(less(late)).toEqual({ heard: expect.closeTo(3) });
    expect(POLICY.factsOf(scored(late).facts).rounds.find(({ round }) => round === 'C')?.late).toEqual(['sellers']);
  });

  it('a measure that is dropped and chosen again after a hearing was chosen in time', () => {
    const again: readonly PolicyAction[] = [
      { type: 'measure.chosen', measure: 'C4' },
      { type: 'measure.dropped', measure: 'C4' },
      ...careful,
    ];
    expect(less(again)).toEqual({});
  });

  it('an objection that is left open, and a seat that is never heard', () => {
    const silent = careful.filter((one) => one.type !== 'objection.answered' || one.measure !== 'B5');
    expect(less(silent)).toHaveProperty('heard');
    const deaf = careful.filter((one) => one.type !== 'seat.heard' || one.seat !== 'region');
    expect(less(deaf)).toEqual({ heard: expect.closeTo(4 * 0.9) });
  });

  it('a heavy measure without a milder one, or with one that is not milder', () => {
    const heavy = sitCarefully(BRIEF, ['C2', 'C4', 'D3']);
    const facts = (change: Partial<Grounds>) => POLICY.factsOf(scored(arguing('C2', change, heavy)).facts);

    expect(points(heavy).fitting).toBe(4);
    expect(facts({ milder: 'C3' }).measures[0]?.milder).toBe('none');
    expect(facts({ milder: 'D1' }).measures[0]?.milder).toBe('none');
    expect(points(arguing('C2', { milder: 'C3' }, heavy)).fitting).toBe(0);
    expect(facts({ months: 24 }).measures[0]?.review.date).toBe('late');
  });

  it('a view answered before the plan changed has to be answered again', () => {
    const changed: readonly PolicyAction[] = [...careful, { type: 'measure.dropped', measure: 'D4' }];
    expect(points(changed).robust).toBe(0);
  });

  it('a view that weakens what the table would begin with', () => {
    const plan = sitCarefully(BRIEF, ['C3', 'C4', 'D3']);
    const under = (first: MeasureId, last: MeasureId) =>
      plan.map((one) => (one.type === 'view.answered' ? { ...one, answer: { ...one.answer, first, last } } : one));

    expect(points(plan).robust).toBe(4);
    // Whole market strengthens C3, and the view of the worst sites weakens C3 and strengthens C4.
    expect(points(under('C3', 'C4')).robust).toBeCloseTo(4 * (2 / 3));
    expect(points(under('C4', 'C3')).robust).toBeCloseTo(4 * (2 / 3));
  });
});

it('the budget is never exceeded', () => {
  const all = played(
    Object.keys(MEASURES).map((measure) => ({ type: 'measure.chosen', measure: measure as MeasureId })),
  );

  expect(costOf(all.plan)).toBeLessThanOrEqual(BUDGET);
  expect(played([...Array(3)].map(() => ({ type: 'measure.chosen', measure: 'A1' }) as const)).plan).toHaveLength(1);
});
