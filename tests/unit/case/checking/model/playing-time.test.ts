import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderSituations } from '#case/checking/model/find-loops.ts';
import { playingMinutes, playingSeconds } from '#case/checking/model/playing-time.ts';
import { type SensibleStep, sensiblePath } from '#case/checking/model/sensible-path.ts';
import { initialCombination } from '#case/language/model/compiled-scenario.ts';
import { exploreStory, initialSituation } from '#case/language/model/explore-story.ts';
import { scenesOf } from '#case/language/model/scenes.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { type Configuration, createStory, type Story, type StoryMove } from '#case/language/model/story.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { ratingOf } from '#case/scoring/model/score-path.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';
import { aKeyOf } from '../../../../support/builders/any-key.ts';
import { anyScenario } from '../../../../support/builders/any-scenario.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';

/** A text of the given number of words. At 180 words a minute three words take a second. */
const words = (count: number) => 'word '.repeat(count).trim();

/** An ad of sixty words, twenty seconds to read; a closed one is not read. */
const anAd = (id: string, withheld?: Ad['withheld']): Ad =>
  ({
    id,
    title: words(4),
    versions: [
      { from: '2031-01-01T00:00:00Z', sentences: [words(20), words(30)], fields: { town: words(1), hours: words(5) } },
    ],
    ...(withheld && { withheld }),
  }) as unknown as Ad;

const MARKET = {
  sites: [],
  ads: [anAd('0301'), anAd('0302'), anAd('0303', { facts: [words(500)] })],
} as unknown as Market;

/** A briefing, a look at two ads, a decision with a good, an acceptable and a harmful way on, an end. */
const SOURCE = {
  schema: 'scenario/1',
  id: 'counted',
  title: words(2),
  summary: words(8),
  contentLevel: 1,
  locale: 'en',
  role: { title: words(5), text: words(150), operator: words(50), legalBasis: words(15) },
  market: { profile: 'BUY', preset: 'mini', prevalence: 'PRACTICE', seed: 'counted' },
  start: '2031-05-05T18:00:00Z',
  stages: [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ],
  variables: {},
  world: [],
  initial: 'briefing',
  states: {
    briefing: { type: 'narrative', stage: 'a', title: words(3), text: words(87), next: 'find' },
    find: {
      type: 'exercise',
      kind: 'detection',
      brief: {},
      stage: 'a',
      title: words(3),
      text: words(27),
      next: 'choose',
    },
    choose: {
      type: 'decision',
      decision: 'D01',
      stage: 'b',
      title: words(1),
      text: words(20),
      talk: [{ who: words(1), says: words(8) }],
      question: words(6),
      hints: [{ text: words(900), cost: 1 }],
      options: [
        { id: 'a', text: `a ${words(7)}`, minutes: 5, then: words(30), next: 'end' },
        { id: 'b', text: `b ${words(7)}`, minutes: 5, then: words(60), next: 'end' },
        { id: 'c', text: `c ${words(7)}`, minutes: 5, then: words(900), next: 'end' },
      ],
    },
    end: { type: 'end', stage: 'b', title: words(2), text: words(58) },
  },
} as unknown as Scenario;

const KEY: AnswerKey = {
  schema: 'key/1',
  scenario: 'counted',
  version: 1,
  decisions: {
    choose: {
      principle: words(30),
      sources: [],
      options: {
        a: { rating: 'good', meters: {}, reason: words(10) },
        b: { rating: 'acceptable', meters: {}, reason: words(10) },
        c: { rating: 'harmful', meters: {}, reason: words(10) },
      },
    },
  },
  model: [['choose', 'a']],
};

const timed = (source: Scenario = SOURCE, key: AnswerKey | 'no key' = KEY) => ({
  source,
  scenes: scenesOf(source),
  compiled: compiledFrom(source),
  market: MARKET,
  kinds: KINDS,
  key: key === 'no key' ? undefined : key,
});

describe('how long a case takes', () => {
  it('equals the time counted by hand', () => {
    // Read: role 60 s, briefing 30, task 10, the workbench itself 400 words, two ads of 20, the scene 20, the end 20.
    const read = 60 + 30 + 10 + 400 / 3 + 2 * 20 + 20 + 20;
    // Debrief: 200 words, principle and three reasons 60 words.
    const debrief = 200 / 3 + 20;
    // Clicks: begin, continue, commit, choose, continue, to the debrief.
    const least = read + debrief + 200 / 3 + 6 * 1 + 2 * 25 + 50 + 10;
    const most = read + debrief + 300 / 3 + 6 * 3 + 2 * 28 + 60 + 20;
    const span = playingSeconds(timed());

    expect(span.least).toBeCloseTo(least, 9);
    expect(span.most).toBeCloseTo(most, 9);
    // 9.7 and 10.9 minutes: both would be ten, and a promise has two ends.
    expect(playingMinutes(timed())).toEqual({ from: 10, to: 15 });
  });

  it('excludes harmful paths, and without a key counts every path', () => {
    const unrated = playingSeconds(timed(SOURCE, 'no key'));

    expect(unrated.most).toBeGreaterThan(playingSeconds(timed()).most + 200);
  });

  it('counts a revisited scene as a glance, not as reading it again', () => {
    const states = {
      ...SOURCE.states,
      choose: {
        type: 'decision',
        stage: 'b',
        title: words(1),
        text: words(299),
        question: words(6),
        options: [
          {
            id: 'a',
            text: words(1),
            when: 'left > 0',
            set: { left: 'left - 1' },
            minutes: 5,
            then: words(3),
            next: 'choose',
          },
          { id: 'b', text: `b ${words(1)}`, when: 'left == 0', minutes: 5, then: words(3), next: 'end' },
        ],
      },
    };
    const at = (left: number) => {
      const variables = { left: { type: 'int', initial: left, min: 0, max: 2 } };
      return playingSeconds(timed({ ...SOURCE, variables, states } as unknown as Scenario, 'no key'));
    };

    // Each return: a look of 5 to 10 s, a choice of as much, two clicks, three words that follow.
    expect(at(2).least - at(1).least).toBeCloseTo(5 + 5 + 2 * 1 + 1, 9);
    expect(at(2).most - at(1).most).toBeCloseTo(10 + 10 + 2 * 3 + 1, 9);
  });
});

/** More steps than this are not walked one by one. */
const MAX_WALKED = 3_000;
const draws = fc.array(fc.nat(3), { minLength: 3, maxLength: 30 });
/** A time for each state, any that differs between them. */
const secondsAt = (state: string) => [...state].reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) % 97, 7);
const timeOf = ({ move }: SensibleStep) => ({ least: secondsAt(move.state), most: 2 * secondsAt(move.state) });

/** Every path without a harmful choice, walked one by one: what it takes, and how many exercises it works at. */
function walked(story: Story, key: AnswerKey): { seconds: number; worked: number }[] | undefined {
  const found: { seconds: number; worked: number }[] = [];
  const isExercise = (id: string) => story.scenario.states[id]?.type === 'exercise';
  let visited = 0;
  const walk = (at: Configuration, combination: number, seconds: number, worked: ReadonlySet<string>): void => {
    if (visited > MAX_WALKED) return;
    visited++;
    if (at.ended) {
      found.push({ seconds, worked: worked.size });
      return;
    }
    for (const move of at.moves as readonly StoryMove[]) {
      if (move.open && move.open[combination] === 0) continue;
      const rating = move.option && ratingOf(key, move.state, move.option.id);
      if (rating === 'harmful' || rating === 'red') continue;
      const after = move.becomes?.[combination] ?? combination;
      const more = isExercise(move.state) ? new Set([...worked, move.state]) : worked;
      walk(move.to, after, seconds + secondsAt(move.state), more);
    }
  };
  walk(story.start, initialCombination(story.scenario), 0, new Set());
  return visited > MAX_WALKED ? undefined : found;
}

describe('the path that is counted', () => {
  it('is the shortest or longest of the sensible paths with the most exercises', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyScenario(), draws, (source, ratings) => {
        const key = aKeyOf(source, ratings);
        const compiled = compiledFrom(source);
        const exercises = Object.values(compiled.states).filter(({ type }) => type === 'exercise');
        const story = createStory(compiled);
        const exploration = exploreStory(story, [initialSituation(story)], 1_000);
        fc.pre(exercises.length <= 4 && exploration.complete && !orderSituations(exploration).loops);
        const paths = walked(story, key);
        fc.pre(paths !== undefined && paths.length > 0);
        const most = Math.max(...(paths ?? []).map(({ worked }) => worked));
        const seconds = (paths ?? []).filter(({ worked }) => worked === most).map((path) => path.seconds);
        const secondsOf = (end: 'least' | 'most') =>
          sensiblePath(exploration, timeOf, end, key).steps.reduce((sum, { move }) => sum + secondsAt(move.state), 0);

        expect(secondsOf('least')).toBe(Math.min(...seconds));
        expect(secondsOf('most')).toBe(Math.max(...seconds));
        compared++;
      }),
      { numRuns: 50 },
    );
    expect(compared).toBe(50);
  });

  it('throws an error in a story with a cycle', () => {
    const round = {
      ...SOURCE,
      states: { ...SOURCE.states, find: { type: 'narrative', stage: 'a', title: 'T', text: 'T', next: 'briefing' } },
    } as unknown as Scenario;

    expect(() => playingSeconds(timed(round, 'no key'))).toThrow('counted goes round. Check it before');
  });
});
