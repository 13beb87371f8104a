import { describe, expect, it } from 'vitest';
import { DIVIDED_VIEWS, shiftOf } from '#kinds/policy/model/divided-views.ts';
import { belowFloor, outlookOf } from '#kinds/policy/model/effects.ts';
import { INDICATORS, MEASURE_IDS, type MeasureId, rangeOf } from '#kinds/policy/model/measures.ts';
import { START } from '../../../../support/kinds/policy/a-table.ts';

const outlook = (...plan: readonly MeasureId[]) => outlookOf(plan, START);
const moved = (before: ReturnType<typeof outlook>, after: ReturnType<typeof outlook>) =>
  INDICATORS.flatMap((indicator) => {
    const step = [after[indicator][0] - before[indicator][0], after[indicator][1] - before[indicator][1]];
    return step.some((one) => one !== 0) ? [[indicator, ...step]] : [];
  });

describe('the model of the table-top', () => {
  it('gives the ranges of the two worked plans', () => {
    expect(outlook('A1', 'A3', 'B2', 'B5', 'C4', 'D4')).toEqual({
      H: [50, 81],
      E: [58, 79],
      V: [78, 98],
      S: [52, 78],
      R: [61, 82],
    });
    expect(outlook('A5', 'C3', 'D2')).toEqual({ H: [24, 69], E: [34, 50], V: [52, 89], S: [12, 45], R: [53, 67] });
  });

  it('leaves the market unchanged without a measure, and stays within 0 to 100', () => {
    for (const indicator of INDICATORS) expect(outlook()[indicator]).toEqual(START[indicator]);
    const end = (value: number) =>
      outlookOf(MEASURE_IDS, {
        H: [value, value],
        E: [value, value],
        V: [value, value],
        S: [value, value],
        R: [value, value],
      });
    for (const value of [0, 50, 100])
      for (const [low, high] of Object.values(end(value))) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(high);
      }
  });

  it.each<readonly [string, readonly MeasureId[], MeasureId, readonly unknown[]]>([
    ['closing without a fund costs sellers six points more', ['C3'], 'C4', [['S', 3, 12]]],
    ['blocking without a fund too', ['C2'], 'C4', [['S', 3, 12]]],
    ['checks without paid seats cost sellers three points', ['B3'], 'A3', [['S', 6, 11]]],
    ['a test and a deadline help each other', ['A2'], 'C1', [['H', 4, 8]]],
    ['a copy that is kept outlives a removal', ['B4'], 'B5', [['E', 10, 16]]],
    ['a regional desk halves what blocking hides', ['C2'], 'D3', [['V', 8, 6]]],
  ])('%s', (_, plan, added, expected) => {
    const [first] = expected as readonly (readonly [string])[];
    const step = moved(outlook(...plan), outlook(...plan, added)).filter(([indicator]) => indicator === first?.[0]);

    expect(step).toEqual(expected);
  });

  it('counts the gains of the third measure of a round half, and its losses in full', () => {
    const two = outlook('A1', 'A3');
    expect(moved(two, outlook('A1', 'A3', 'A2'))).toEqual([
      ['H', 1, 5],
      ['E', 0, 2],
      ['V', -2, 0],
      ['S', -2, 1],
      ['R', -3, 0],
    ]);
    expect(moved(outlook('A1'), outlook('A1', 'A2'))).toContainEqual(['H', 3, 9]);
  });

  it('lists indicators that fall by more than ten points, and not by ten', () => {
    expect(belowFloor(outlook('C2'), START)).toEqual(['S']);
    expect(belowFloor(outlook('C3'), START)).toEqual(['S', 'R']);
    expect(belowFloor(outlook('B3', 'A3'), START)).toEqual([]);
  });
});

describe('the three views', () => {
  it('change only what the brief says', () => {
    const under = (view: (typeof DIVIDED_VIEWS)[number], plan: readonly MeasureId[]) => outlookOf(plan, START, view);

    expect(under('whole', ['C3']).H).toEqual([40, 53]);
    expect(under('whole', ['C3']).V).toEqual([80, 90]);
    expect(under('whole', ['C5']).H).toEqual([32, 36]);
    expect(under('networks', ['C5', 'D2']).H).toEqual([43, 55]);
    expect(under('networks', ['C3']).H).toEqual([27, 37]);
    expect(under('worst', ['C3']).V).toEqual([60, 75]);
    expect(under('worst', ['C3', 'C4']).S).toEqual([26, 42]);
    for (const view of DIVIDED_VIEWS)
      for (const measure of MEASURE_IDS.filter((id) => !['C3', 'C4', 'C5', 'D2'].includes(id)))
        expect(under(view, [measure])).toEqual(outlook(measure));
  });

  it('say whether a measure is stronger or weaker under them', () => {
    const shifts = (measure: MeasureId) => DIVIDED_VIEWS.map((view) => shiftOf(view, measure));

    expect(shifts('C3')).toEqual(['stronger', 'mixed', 'weaker']);
    expect(shifts('C4')).toEqual(['same', 'same', 'stronger']);
    expect(shifts('C5')).toEqual(['weaker', 'stronger', 'same']);
    expect(shifts('D2')).toEqual(['same', 'stronger', 'same']);
  });
});

it('every range of the model has its low end first', () => {
  for (const measure of MEASURE_IDS)
    for (const indicator of INDICATORS) {
      const [low, high] = rangeOf(measure, indicator);
      expect(low).toBeLessThanOrEqual(high);
    }
});
