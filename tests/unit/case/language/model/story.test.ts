import { describe, expect, it } from 'vitest';
import {
  type CompiledOption,
  type CompiledScenario,
  type CompiledState,
  combinationIndex,
  combinationsOf,
  initialCombination,
  ratedDecisions,
  valueIn,
} from '#case/language/model/compiled-scenario.ts';
import { exploreStory, initialSituation, stepsToEnd } from '#case/language/model/explore-story.ts';
import { createStory } from '#case/language/model/story.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

const VARIABLES = [
  { name: 'door', values: [false, true], initial: 1 },
  { name: 'tries', values: [2, 3, 4], initial: 0 },
] as const;

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
    room: { type: 'narrative', stage: 'a', next: [{ next: 'hall' }], minutes: 0 },
    attic: { type: 'narrative', stage: 'a', next: [{ next: 'out' }], minutes: 0 },
    out: { type: 'end', stage: 'a' },
  },
};

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
    expect(initialCombination({ ...DOORS, variables: VARIABLES })).toBe(
      combinationIndex(VARIABLES, { door: true, tries: 2 }),
    );
    expect(valueIn(VARIABLES, 0, 'window')).toBeUndefined();
  });

  it('are exactly one without variables', () => {
    expect(combinationsOf([])).toEqual([{}]);
    expect(initialCombination({ ...DOORS, variables: [] })).toBe(0);
  });
});

/** All situations of a story, each in words, nearest first. */
function situationsOf(scenario: CompiledScenario, most?: number) {
  const story = createStory(scenario);
  const explored = exploreStory(story, [initialSituation(story)], most);
  const words = (n: number) => `${explored.configurationOf(n).active.join(' + ')} in ${explored.combinationOf(n)}`;
  return { story, explored, words: Array.from({ length: explored.count }, (_, n) => words(n)) };
}

describe('situations', () => {
  it('are listed in order of distance, and only reachable ones', () => {
    const { words, explored } = situationsOf(DOORS);

    expect(words).toEqual(['hall in 0', 'room in 1', 'hall in 1', 'out in 1']);
    expect(explored.complete).toBe(true);
    // From the hall with the door open the left way leads to the room again.
    expect([...explored.to]).toEqual([1, 2, 1, 3]);
    expect([...explored.reachedFrom]).toEqual([-1, 0, 1, 2]);
  });

  it('are counted up to a limit, which is reported', () => {
    const { words, explored } = situationsOf(DOORS, 2);

    expect(words).toHaveLength(2);
    expect(explored.complete).toBe(false);
  });

  it('stop where a variable goes out of range, and name the step', () => {
    const hall = DOORS.states.hall as Extract<CompiledState, { type: 'decision' }>;
    const [left, right] = hall.options as [CompiledOption, CompiledOption];
    const options = [{ ...left, becomes: [1, -1] }, right];
    const { explored } = situationsOf({ ...DOORS, states: { ...DOORS.states, hall: { ...hall, options } } });

    expect(explored.strays.map(({ situation, move }) => [situation, move.option?.id])).toEqual([[2, 'left']]);
  });

  it('know the least number of steps to an end', () => {
    const { story } = situationsOf(DOORS);

    expect(stepsToEnd(story, initialSituation(story))).toBe(3);
    expect(stepsToEnd(story, { configuration: story.configurationAt(['hall']), combination: 1 })).toBe(1);
  });
});

describe('parallel parts of a story', () => {
  const told = (parent: string, next: string): CompiledState => ({
    type: 'narrative',
    stage: 'a',
    parent,
    minutes: 0,
    next: [{ next }],
  });
  /** Two parts; the second has an emergency way out of both. */
  const BESIDE: CompiledScenario = {
    ...DOORS,
    initial: 'both',
    variables: [],
    states: {
      both: { type: 'parallel', stage: 'a', regions: ['one', 'two'], next: [{ next: 'out' }] },
      one: { type: 'region', stage: 'a', parent: 'both', initial: 'a1' },
      a1: told('one', 'a2'),
      a2: { type: 'done', stage: 'a', parent: 'one' },
      two: { type: 'region', stage: 'a', parent: 'both', initial: 'b1' },
      b1: {
        type: 'decision',
        stage: 'a',
        parent: 'two',
        options: [
          { id: 'on', next: 'b2', minutes: 0 },
          { id: 'away', next: 'stop', minutes: 0 },
        ],
      },
      b2: { type: 'done', stage: 'a', parent: 'two' },
      stop: { type: 'end', stage: 'a' },
      out: { type: 'end', stage: 'a' },
    },
  };

  it('advance in any order, are left together, and are done when all are', () => {
    expect(situationsOf(BESIDE).words.toSorted()).toEqual([
      'a1 + b1 in 0',
      'a1 + b2 in 0',
      'a2 + b1 in 0',
      'out in 0',
      'stop in 0',
    ]);
  });
});

describe('the decisions of a case', () => {
  it('are rated where they are of the catalogue, and not where they only say what comes next', () => {
    const rated = ratedDecisions(smallCase().material.scenario).map(([id]) => id);

    expect(rated).toEqual(['d01', 'd02', 'd03']);
  });
});
