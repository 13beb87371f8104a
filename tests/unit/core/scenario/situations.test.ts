import { describe, expect, it } from 'vitest';
import {
  type CompiledScenario,
  combinationIndex,
  combinationsOf,
  initialCombination,
  ratedDecisions,
  valueIn,
} from '#core/scenario/compiled-scenario.ts';
import { initialSituation, reachableSituations, situationsAfter } from '#core/scenario/situations.ts';
import { smallCase } from '../../../support/builders/small-case.ts';

const VARIABLES = [
  { name: 'door', values: [false, true], initial: 1 },
  { name: 'tries', values: [2, 3, 4], initial: 0 },
] as const;

describe('the combinations of variables', () => {
  it('are listed once each, the first variable changing slowest', () => {
    expect(combinationsOf(VARIABLES)).toEqual([
      { door: false, tries: 2 },
      { door: false, tries: 3 },
      { door: false, tries: 4 },
      { door: true, tries: 2 },
      { door: true, tries: 3 },
      { door: true, tries: 4 },
    ]);
  });

  it('are found again by their values, and tell them', () => {
    for (const [index, values] of combinationsOf(VARIABLES).entries()) {
      expect(combinationIndex(VARIABLES, values)).toBe(index);
      for (const { name } of VARIABLES) expect(valueIn(VARIABLES, index, name)).toBe(values[name]);
    }
    expect(initialCombination(VARIABLES)).toBe(combinationIndex(VARIABLES, { door: true, tries: 2 }));
    expect(valueIn(VARIABLES, 0, 'window')).toBeUndefined();
  });

  it('are one where there is no variable', () => {
    expect(combinationsOf([])).toEqual([{}]);
    expect(initialCombination([])).toBe(0);
  });
});

/** Two doors: the left one opens the right one, the right one leads out. */
const DOORS: CompiledScenario = {
  schema: 'compiled-scenario/1',
  id: 'doors',
  hash: '',
  start: '2031-03-12T09:00:00Z',
  initial: 'hall',
  stages: [],
  variables: [{ name: 'open', values: [false, true], initial: 0 }],
  world: [],
  states: {
    hall: {
      type: 'decision',
      stage: 'a',
      options: [
        { id: 'left', next: 'room', minutes: 1, becomes: [1, 1] },
        { id: 'right', next: 'out', minutes: 1, offered: '01' },
      ],
    },
    room: { type: 'narrative', stage: 'a', next: 'hall', minutes: 0 },
    attic: { type: 'narrative', stage: 'a', next: 'out', minutes: 0 },
    out: { type: 'end', stage: 'a' },
  },
};

describe('situations', () => {
  it('follow from what is offered and from what it changes', () => {
    expect(situationsAfter(DOORS, { state: 'hall', combination: 0 })).toEqual([{ state: 'room', combination: 1 }]);
    expect(situationsAfter(DOORS, { state: 'hall', combination: 1 })).toEqual([
      { state: 'room', combination: 1 },
      { state: 'out', combination: 1 },
    ]);
    expect(situationsAfter(DOORS, { state: 'out', combination: 1 })).toEqual([]);
  });

  it('are reached in the order of their distance, and none that cannot come about', () => {
    expect(reachableSituations(DOORS, initialSituation(DOORS))).toEqual([
      { situation: { state: 'hall', combination: 0 }, steps: 0 },
      { situation: { state: 'room', combination: 1 }, steps: 1 },
      { situation: { state: 'hall', combination: 1 }, steps: 2 },
      { situation: { state: 'out', combination: 1 }, steps: 3 },
    ]);
  });
});

describe('the decisions of a case', () => {
  it('are rated where they are of the catalogue, and not where they only say what comes next', () => {
    const rated = ratedDecisions(smallCase().material.scenario).map(([id]) => id);

    expect(rated).toEqual(['d01', 'd02', 'd03']);
  });
});
