import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptStep, recordEvent } from '#case/attempt/model/attempt-log.ts';
import { createReplay, ImpossibleEventError, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { parseAttemptLog } from '#case/attempt/model/schemas.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { AnswerKey, Rating } from '#case/scoring/model/schemas.ts';
import { scoreDecisions } from '#case/scoring/model/score-path.ts';
import { toEpoch } from '#kernel/model/instant.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { possibleSteps, wander } from '../../../../support/builders/a-wanderer.ts';
import { anyScenario } from '../../../../support/builders/any-scenario.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { loadRich } from '../../../../support/builders/rich-case.ts';

const { market } = aMarket();
const draws = fc.array(fc.nat(5_000), { minLength: 40, maxLength: 120 });
const anyStory = anyScenario({ loops: true });

describe('an attempt at any story', () => {
  it('replays to the state in which it was played, and its log can be stored and read', () => {
    fc.assert(
      fc.property(anyStory, draws, (source, path) => {
        const scenario = compiledFrom(source);
        const { log, attempt } = wander(scenario, market, path);
        const stored = parseAttemptLog(JSON.parse(JSON.stringify(log)), KINDS);

        expect(stored.ok && replayAttempt({ scenario, market, kinds: KINDS }, stored.log)).toEqual(attempt);
      }),
      { numRuns: 60 },
    );
  });

  it('reaches the same state wherever its log is split and continued', () => {
    fc.assert(
      fc.property(anyStory, draws, fc.nat(119), (source, path, at) => {
        const scenario = compiledFrom(source);
        const { log, attempt } = wander(scenario, market, path);
        const cut = at % (log.events.length + 1);
        const half = replayAttempt({ scenario, market, kinds: KINDS }, { ...log, events: log.events.slice(0, cut) });
        const { advance } = createReplay({ scenario, market, kinds: KINDS });

        expect(log.events.slice(cut).reduce(advance, half)).toEqual(attempt);
      }),
      { numRuns: 60 },
    );
  });

  it('never goes back in time, and never drops a step', () => {
    fc.assert(
      fc.property(anyStory, draws, (source, path) => {
        const scenario = compiledFrom(source);
        const { log, attempt } = wander(scenario, market, path);
        const times = [...log.events.map(({ at }) => toEpoch(at)), toEpoch(attempt.clock)];

        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(attempt.choices).toHaveLength(log.events.filter(({ type }) => type === 'decision.made').length);
        expect(attempt.hints).toHaveLength(log.events.filter(({ type }) => type === 'hint.taken').length);
        expect(Object.keys(attempt.due).every((timer) => attempt.active.includes(timer))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses every step that the story does not offer, in any state', () => {
    fc.assert(
      fc.property(anyStory, draws, (source, path) => {
        const scenario = compiledFrom(source);
        const { log, attempt } = wander(scenario, market, path);
        const { advance } = createReplay({ scenario, market, kinds: KINDS });
        const possible = new Set(possibleSteps(scenario, attempt).map((step) => JSON.stringify(step)));
        const steps = stateTree(source).flatMap(({ id, state }): AttemptStep[] => [
          { type: 'scene.continued', state: id },
          { type: 'exercise.committed', state: id },
          { type: 'timer.elapsed', state: id },
          { type: 'timer.extended', state: id },
          { type: 'hint.taken', state: id, hint: 0 },
          { type: 'hint.taken', state: id, hint: 7 },
          ...(('options' in state && state.options) || []).map(
            (option): AttemptStep => ({ type: 'decision.made', state: id, option: option.id }),
          ),
        ]);

        for (const step of steps.filter((one) => !possible.has(JSON.stringify(one)))) {
          const event = recordEvent(log, step, attempt.clock, 'wall');
          expect(() => advance(attempt, event), JSON.stringify(step)).toThrow(ImpossibleEventError);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the score of the decisions', () => {
  const RATINGS: readonly Rating[] = ['good', 'acceptable', 'harmful', 'red'];

  /** A key that rates every decision with an entry of the catalogue, as the draws have it. */
  function keyOf(source: Scenario, ratings: readonly number[]): AnswerKey {
    let n = 0;
    const decisions = stateTree(source).flatMap(({ id, state }) =>
      state.type === 'decision' && state.decision
        ? [
            [
              id,
              {
                options: Object.fromEntries(
                  state.options.map((option) => [
                    option.id,
                    { rating: RATINGS[(ratings[n++ % ratings.length] ?? 0) % 4] },
                  ]),
                ),
              },
            ] as const,
          ]
        : [],
    );
    return {
      decisions: Object.fromEntries(decisions),
      model: decisions.map(([id]) => [id, 'o0']),
    } as unknown as AnswerKey;
  }

  /** The same story with scenes that are only read before each of its decisions on the top. */
  function longer(source: Scenario, by: number): Scenario {
    const states: Scenario['states'] = {};
    const entry = (id: string) => (source.states[id]?.type === 'decision' && by > 0 ? `before-${id}-0` : id);
    for (const [id, state] of Object.entries(source.states)) {
      if (state.type === 'decision')
        for (let n = 0; n < by; n++)
          states[`before-${id}-${n}`] = {
            type: 'narrative',
            stage: 'a',
            title: 'T',
            text: 'T.',
            minutes: 7,
            next: n === by - 1 ? id : `before-${id}-${n + 1}`,
          };
      states[id] = state;
    }
    const text = JSON.stringify(states).replaceAll(/"next":"(s\d+)"/g, (_, id: string) => `"next":"${entry(id)}"`);
    const pieces = JSON.parse(text) as Scenario['states'];
    for (const [id, state] of Object.entries(pieces))
      if (id.startsWith('before-') && state.type === 'narrative')
        pieces[id] = { ...state, next: (states[id] as typeof state).next };
    return { ...source, initial: entry(source.initial), states: pieces };
  }

  it('is the same for the same answers, regardless of the steps between them', () => {
    fc.assert(
      fc.property(
        anyScenario(),
        fc.array(fc.nat(3), { minLength: 5, maxLength: 40 }),
        fc.array(fc.nat(1_000), { minLength: 30, maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        (source, ratings, answers, by) => {
          const key = keyOf(source, ratings);
          const [short, long] = [source, longer(source, by)].map((story) => playAnswers(story, answers));

          expect(long?.choices).toEqual(short?.choices);
          expect(long?.steps).toBeGreaterThanOrEqual(short?.steps ?? 0);
          expect(scoreOf(key, long)).toEqual(scoreOf(key, short));
        },
      ),
      { numRuns: 60 },
    );
  });

  /** Goes the first way wherever nothing is decided, and answers decisions in the order of the answers. */
  function playAnswers(source: Scenario, answers: readonly number[]) {
    const scenario = compiledFrom(source);
    const { start, advance } = createReplay({ scenario, market, kinds: KINDS });
    let log = wander(scenario, market, []).log;
    let attempt = start();
    let asked = 0;
    while (!attempt.ended) {
      const steps = possibleSteps(scenario, attempt).filter(
        ({ type }) => type !== 'hint.taken' && type !== 'exercise.acted',
      );
      const [first] = steps;
      const choices = steps.filter((step) => step.type === 'decision.made' && step.state === first?.state);
      const step =
        first?.type === 'decision.made' ? choices[(answers[asked++ % answers.length] ?? 0) % choices.length] : first;
      const event = recordEvent(log, step as AttemptStep, attempt.clock, 'wall');
      attempt = advance(attempt, event);
      log = { ...log, events: [...log.events, event] };
    }
    return {
      attempt,
      steps: log.events.length,
      choices: attempt.choices.map(({ state, option }) => `${state} ${option}`),
    };
  }

  const scoreOf = (key: AnswerKey, played: ReturnType<typeof playAnswers> | undefined) => {
    const { raw, scaled } = scoreDecisions(key, (played as ReturnType<typeof playAnswers>).attempt);
    return { raw, scaled };
  };
});

describe('a case that is played in a role', () => {
  const loaded = loadRich();
  const { scenario, market: its } = loaded.ok ? loaded.value : (undefined as never);

  it('follows the path of that role, which its log names', () => {
    const worker = wander(scenario, its, [0, 0], 'ngo');
    const analyst = wander(scenario, its, [0]);

    expect(worker.log.header.role).toBe('ngo');
    expect(worker.attempt.visited).toEqual(['report', 'line', 'line-read']);
    expect(analyst.attempt.active).toEqual(['read', 'wait']);
    expect(replayAttempt({ scenario, market: its, kinds: KINDS }, worker.log)).toEqual(worker.attempt);
  });

  it('is refused in a role that it does not have', () => {
    expect(() => createReplay({ scenario, market: its, kinds: KINDS }, 'prosecutor')).toThrow(ImpossibleEventError);
  });
});

describe('a hint', () => {
  const loaded = loadRich();
  const { scenario, market: its } = loaded.ok ? loaded.value : (undefined as never);

  it('is given once, at the announced cost, and takes no time', () => {
    const { log, attempt } = wander(scenario, its, [0]);
    const { advance } = createReplay({ scenario, market: its, kinds: KINDS });
    const taken = advance(
      attempt,
      recordEvent(log, { type: 'hint.taken', state: 'read', hint: 0 }, attempt.clock, 'wall'),
    );

    expect(taken.hints).toEqual([{ state: 'read', hint: 0, cost: 1, seq: 2 }]);
    expect(taken.clock).toBe(attempt.clock);
    const again = recordEvent(log, { type: 'hint.taken', state: 'read', hint: 0 }, attempt.clock, 'wall');
    expect(() => advance(taken, again)).toThrow('that hint has been given');
  });
});
