import { describe, expect, it } from 'vitest';
import { drawnOrder } from '#kinds/policy/model/lot.ts';
import { MEASURE_IDS, MEASURES, measuresOf, ROUNDS, SAFEGUARDS, TOPICS } from '#kinds/policy/model/measures.ts';
import { PolicyActionSchema, PolicyBriefSchema } from '#kinds/policy/model/schemas.ts';
import { OBJECTIONS, objectionsTo } from '#kinds/policy/model/seats.ts';
import { sitCarefully } from '#kinds/policy/use-cases/players.ts';
import words from '#words/kinds/policy.json' with { type: 'json' };
import { OBJECTING, SOFTENED_BY, SPOKEN_TO, TABLE } from '../../../../support/case/debrief-reader/table-model.ts';
import { BRIEF } from '../../../../support/kinds/policy/a-table.ts';

describe('what a log may contain', () => {
  const careful = sitCarefully(BRIEF, ['A1', 'A3', 'C2', 'C4', 'D3']);

  it('is every action of a whole table, as it is written to a file and read again', () => {
    const types = new Set(careful.map(({ type }) => type));
    for (const action of careful)
      expect(PolicyActionSchema.safeParse(JSON.parse(JSON.stringify(action))).success).toBe(true);
    expect(types.size).toBe(8);
  });

  it.each([
    ['four parties', { payers: ['state', 'public', 'sellers', 'support'] }],
    ['three safeguards', { safeguards: ['basis', 'data', 'narrow'] }],
    ['another number of months', { months: 7 }],
    ['a field of its own', { total: 4 }],
  ])('is no measure with %s', (_, change) => {
    const action = careful.find(({ type }) => type === 'measure.argued');
    const grounds = action && 'grounds' in action ? action.grounds : undefined;
    expect(PolicyActionSchema.safeParse({ ...action, grounds: { ...grounds, ...change } }).success).toBe(false);
  });

  it('has a brief with findings, and no sum of indicators in it', () => {
    expect(PolicyBriefSchema.safeParse(BRIEF).success).toBe(true);
    const standing = { ...BRIEF.report.standing, total: 288 };
    expect(PolicyBriefSchema.safeParse({ ...BRIEF, report: { ...BRIEF.report, standing } }).success).toBe(false);
  });
});

describe('the measures', () => {
  it('agree with a second copy of the model: cost, ranges, topics, safeguards and objections', () => {
    for (const id of MEASURE_IDS) {
      const { cost, effects, topics, softens } = MEASURES[id];
      const naming = (lists: ReadonlyMap<string, readonly string[]>) =>
        [...lists].flatMap(([name, ids]) => (ids.includes(id) ? [name] : [])).toSorted();
      expect({ cost, ...effects }).toEqual(TABLE[id]);
      expect([...topics].toSorted()).toEqual(naming(SPOKEN_TO));
      expect([...softens].toSorted()).toEqual(naming(SOFTENED_BY));
      expect(objectionsTo(id).map(({ seat }) => seat)).toEqual(OBJECTING.get(id));
    }
    expect([...SPOKEN_TO.keys()].toSorted()).toEqual([...TOPICS].toSorted());
    expect([...SOFTENED_BY.keys()].toSorted()).toEqual([...SAFEGUARDS].toSorted());
  });

  it('have arguments of similar length: none is twice as long as another', () => {
    const lengths = MEASURE_IDS.map((id) =>
      (['claim', 'for', 'against', 'pays', 'mind'] as const).reduce(
        (sum, part) => sum + words[`measure.${id}.${part}`].length,
        0,
      ),
    );
    expect(Math.max(...lengths)).toBeLessThan(2 * Math.min(...lengths));
  });

  it('have words for each objection, and no unused ones', () => {
    const worded = Object.keys(words).filter((key) => key.startsWith('objection.'));
    expect(worded.toSorted()).toEqual(OBJECTIONS.map(({ seat, measure }) => `objection.${seat}.${measure}`).toSorted());
  });

  it('are in an order drawn from the lot of the case', () => {
    const orders = ['a', 'b', 'c', 'd'].map((lot) => ROUNDS.map((round) => drawnOrder(lot, round)));
    for (const order of orders)
      expect(order.map((one) => [...one].toSorted())).toEqual(ROUNDS.map((round) => measuresOf(round)));
    expect(new Set(orders.map((order) => JSON.stringify(order))).size).toBe(4);
    expect(drawnOrder('a', 'C')).toEqual(drawnOrder('a', 'C'));
  });
});
