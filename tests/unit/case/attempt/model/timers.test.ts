import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptStep, recordEvent } from '#case/attempt/model/attempt-log.ts';
import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import { createStory } from '#case/language/model/story.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { possibleSteps, wander } from '../../../../support/builders/a-wanderer.ts';
import { anyScenario } from '../../../../support/builders/any-scenario.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { loadRich } from '../../../../support/builders/rich-case.ts';

const { market } = aMarket();
const draws = fc.array(fc.nat(5_000), { minLength: 40, maxLength: 120 });
const anyStory = anyScenario({ loops: true });

describe('a timer parallel to other parts of a story', () => {
  const loaded = loadRich();
  const { scenario, market: its } = loaded.ok ? loaded.value : (undefined as never);
  const begun = () => wander(scenario, its, [0]);
  const having = (steps: readonly AttemptStep[]) => {
    const { advance } = createReplay({ scenario, market: its, kinds: KINDS });
    const { log, attempt } = begun();
    return steps.reduce(
      (so, step) => {
        const event = recordEvent(so.log, step, so.attempt.clock, 'wall');
        return { log: { ...log, events: [...so.log.events, event] }, attempt: advance(so.attempt, event) };
      },
      { log, attempt },
    );
  };
  const open: AttemptStep = { type: 'exercise.acted', state: 'read', action: { type: 'ad.opened', ad: '0301' } };

  it('can be waited for: the clock advances to its due time', () => {
    expect(begun().attempt).toMatchObject({ clock: '2031-05-05T18:10:00Z', due: { wait: '2031-05-05T19:10:00Z' } });
    expect(having([{ type: 'timer.elapsed', state: 'wait' }]).attempt).toMatchObject({
      clock: '2031-05-05T19:10:00Z',
      due: {},
      active: ['read', 'wait-done'],
      state: 'read',
    });
  });

  it('elapses during another step, and is then processed first', () => {
    const late = having(Array.from({ length: 120 }, () => open));

    expect(late.attempt.clock).toBe('2031-05-05T19:10:00Z');
    expect(possibleSteps(scenario, late.attempt)).toEqual([{ type: 'timer.elapsed', state: 'wait' }]);
    expect(() => having([...Array.from({ length: 120 }, () => open), open])).toThrow('the time of wait has run out');
    expect(
      having([...Array.from({ length: 120 }, () => open), { type: 'timer.elapsed', state: 'wait' }]).attempt.clock,
    ).toBe('2031-05-05T19:10:00Z');
  });

  it('is extended by its minutes on each request, at most ten times, without taking time', () => {
    const more: AttemptStep = { type: 'timer.extended', state: 'wait' };
    const twice = having([more, more]).attempt;

    expect(twice).toMatchObject({
      clock: '2031-05-05T18:10:00Z',
      due: { wait: '2031-05-05T21:10:00Z' },
      extended: { wait: 2 },
      active: ['read', 'wait'],
      state: 'wait',
    });
    expect(having(Array.from({ length: 125 }, (_, n) => (n === 60 ? more : open))).attempt.active).toContain('wait');
    expect(having([more, { type: 'timer.elapsed', state: 'wait' }]).attempt).toMatchObject({
      clock: '2031-05-05T20:10:00Z',
      due: {},
      extended: {},
    });
    expect(() => having(Array.from({ length: 10 }, () => more))).not.toThrow();
    expect(() => having(Array.from({ length: 11 }, () => more))).toThrow('no more time can be given');
    expect(() => having([{ type: 'timer.extended', state: 'read' }])).toThrow('no timer is running');
  });

  it('does not change the story when extended: the same steps lead to the same states', () => {
    fc.assert(
      fc.property(anyStory, draws, (source, path) => {
        const scenario = compiledFrom(source);
        const { log, attempt } = wander(scenario, market, path);
        const story = createStory(scenario);
        const { start, advance } = createReplay({ scenario, market, kinds: KINDS });
        let configuration = story.start;
        let combination = start().combination;
        let so = start();
        for (const event of log.events) {
          const before = so;
          so = advance(so, event);
          const type = event.type === 'decision.made' ? 'option.chosen' : event.type;
          const move = configuration.moves.find(
            (one) =>
              one.state === event.state &&
              one.type === type &&
              (event.type !== 'decision.made' || one.option?.id === event.option) &&
              (!one.open || one.open[combination] === 1),
          );
          if (event.type === 'timer.extended') expect(so.active).toEqual(before.active);
          if (!move) continue;
          configuration = move.to;
          combination = move.becomes?.[combination] ?? combination;
        }

        expect(configuration.active).toEqual(attempt.active);
        expect(combination).toBe(attempt.combination);
      }),
      { numRuns: 60 },
    );
  });

  it('does not elapse where its part was left before', () => {
    const rung = having([{ type: 'decision.made', state: 'wait', option: 'ring' }]);

    expect(rung.attempt.due).toEqual({});
    expect(rung.attempt.combination).not.toBe(begun().attempt.combination);
  });
});
