import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScenario } from '#case/checking/model/check-scenario.ts';
import { checkStructure } from '#case/checking/model/check-structure.ts';
import { orderSituations } from '#case/checking/model/find-loops.ts';
import { countPaths, type PathFigures } from '#case/checking/model/path-figures.ts';
import { rateSteps } from '#case/checking/model/step-ratings.ts';
import { initialCombination } from '#case/language/model/compiled-scenario.ts';
import { exploreStory, initialSituation } from '#case/language/model/explore-story.ts';
import type { Scenario, ScenarioOption } from '#case/language/model/schemas.ts';
import { type Configuration, createStory, type StoryMove } from '#case/language/model/story.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { POINTS, ratingOf } from '#case/scoring/model/score-path.ts';
import { aKeyOf } from '../../../../support/builders/any-key.ts';
import { anyScenario } from '../../../../support/builders/any-scenario.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';

/** More paths than this are not walked one by one. */
const MAX_WALKED = 600;
/** Stories with more situations are left out here: parts beside parts beside parts multiply. */
const MAX_SITUATIONS = 4_000;
const draws = fc.array(fc.nat(3), { minLength: 3, maxLength: 30 });

function explore(source: Scenario) {
  const scenario = compiledFrom(source);
  const story = createStory(scenario);
  return { scenario, story, exploration: exploreStory(story, [initialSituation(story)], MAX_SITUATIONS) };
}

function counted(source: Scenario, key: AnswerKey): PathFigures {
  const { exploration } = explore(source);
  const order = orderSituations(exploration);
  if (order.loops) throw new Error('The story goes round.');
  return countPaths(exploration, order.order, [0], rateSteps(exploration, key));
}

/** Every path one by one, the slow way: how many come to each score. Undefined where there are too many. */
function walked(source: Scenario, key: AnswerKey): Map<string, number> | undefined {
  const { scenario, story, exploration } = explore(source);
  if (!exploration.complete) return undefined;
  const found = new Map<string, number>();
  let paths = 0;
  const walk = (at: Configuration, combination: number, raw: number, redLine: boolean): void => {
    if (paths > MAX_WALKED) return;
    if (at.ended) {
      paths++;
      const name = `${raw} ${redLine}`;
      found.set(name, (found.get(name) ?? 0) + 1);
      return;
    }
    for (const move of at.moves as readonly StoryMove[]) {
      if (move.open && move.open[combination] === 0) continue;
      const rating = move.option && ratingOf(key, move.state, move.option.id);
      const after = move.becomes?.[combination] ?? combination;
      walk(move.to, after, raw + (rating ? POINTS[rating] : 0), redLine || rating === 'red');
    }
  };
  walk(story.start, initialCombination(scenario), 0, false);
  return paths > MAX_WALKED ? undefined : found;
}

describe('any correct story', () => {
  it('gets no issue: no dead end, no cycle, no unreachable state', () => {
    const faults = [
      'unreachable-state',
      'dead-end',
      'no-option-left',
      'timer-without-way-out',
      'loop',
      'out-of-bounds',
    ];
    fc.assert(
      fc.property(anyScenario(), (source) => {
        const { issues } = checkScenario({ source, compiled: compiledFrom(source), kinds: KINDS }, MAX_SITUATIONS);
        const wrong = issues.filter(({ code }) => faults.some((fault) => code.includes(fault)));

        expect(checkStructure(source, KINDS)).toEqual([]);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('has the number of paths per score that enumeration gives', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyScenario(), draws, (source, ratings) => {
        const key = aKeyOf(source, ratings);
        const slow = walked(source, key);
        if (!slow) return;
        compared++;
        const figures = counted(source, key);

        const quick = new Map(figures.scores.map(({ raw, redLine, paths }) => [`${raw} ${redLine}`, paths]));
        expect(quick).toEqual(slow);
        expect(figures.paths).toBe(String([...slow.values()].reduce((sum, paths) => sum + paths, 0)));
      }),
      { numRuns: 100 },
    );

    expect(compared).toBeGreaterThan(50);
  });
});

describe('any story with backward transitions', () => {
  /** Whether some situation leads to itself, found by walking from each. */
  function goesRound(source: Scenario): boolean {
    const { exploration } = explore(source);
    const { steps, to, count } = exploration;
    const next = (situation: number) => to.slice(steps[situation], steps[situation + 1]);
    return Array.from({ length: count }, (_, n) => n).some((from) => {
      const seen = new Set(next(from));
      for (const at of seen) for (const target of next(at)) seen.add(target);
      return seen.has(from);
    });
  }

  it('gets an issue for a cycle exactly where one exists', () => {
    let round = 0;
    fc.assert(
      fc.property(anyScenario({ loops: true }), (source) => {
        if (!explore(source).exploration.complete) return;
        const expected = goesRound(source);
        round += Number(expected);
        const { issues, figures } = checkScenario({ source, compiled: compiledFrom(source), kinds: KINDS });

        expect(issues.some(({ code }) => code.endsWith('-loop'))).toBe(expected);
        expect(figures.paths === undefined).toBe(expected);
      }),
      { numRuns: 100 },
    );

    expect(round).toBeGreaterThan(5);
  });
});

describe('a story of many decisions', () => {
  /** One decision after the other, each with a good, an acceptable and a harmful option. */
  function chain(length: number): Scenario {
    const [[source] = []] = [fc.sample(anyScenario(), { numRuns: 1, seed: 7 })];
    const option = (n: number, id: string): ScenarioOption => ({
      id,
      text: 'T.',
      then: 'T.',
      minutes: 0,
      next: n + 1 < length ? `d${n + 1}` : 'out',
    });
    const states: Scenario['states'] = { out: { type: 'end', stage: 'a', title: 'T', text: 'T' } };
    for (let n = 0; n < length; n++)
      states[`d${n}`] = {
        type: 'decision',
        decision: 'D01',
        stage: 'a',
        title: 'T',
        text: 'T',
        question: 'T?',
        options: ['o0', 'o1', 'o2'].map((id) => option(n, id)),
      };
    return { ...(source as Scenario), variables: {}, initial: 'd0', states };
  }

  it('has the exact number of paths, beyond the range of a number', () => {
    const source = chain(200);
    const key = aKeyOf(source, [0, 1, 2]);
    const { figures, issues } = checkScenario({ source, compiled: compiledFrom(source), key, kinds: KINDS });

    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(figures.paths).toBe(String(3n ** 200n));
    expect(figures.score?.exact).toBe(false);
    expect(figures.score?.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('has the median that follows from its symmetry', () => {
    const source = chain(60);
    // A third each of 2, 1 and -2 points: the mean is a third of a point a decision, a sixth of the best.
    const { figures } = checkScenario({
      source,
      compiled: compiledFrom(source),
      key: aKeyOf(source, [0, 1, 2]),
      kinds: KINDS,
    });

    expect(figures.score).toMatchObject({ best: 1, worst: 0 });
    expect(figures.score?.median).toBeCloseTo(1 / 6, 1);
  });

  it('has no score where its paths are too many to weigh', () => {
    const source = chain(700);
    const { figures } = checkScenario({
      source,
      compiled: compiledFrom(source),
      key: aKeyOf(source, [0, 1, 2]),
      kinds: KINDS,
    });

    expect(figures.paths).toBe(String(3n ** 700n));
    expect(figures.score).toBeUndefined();
  });
});
