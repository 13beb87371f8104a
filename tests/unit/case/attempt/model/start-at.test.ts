import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptLog, recordEvent } from '#case/attempt/model/attempt-log.ts';
import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import { startAt } from '#case/attempt/model/start-at.ts';
import { combinationsOf } from '#case/language/model/compiled-scenario.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { possibleSteps, wander } from '../../../../support/builders/a-wanderer.ts';
import { aHeader } from '../../../../support/builders/an-attempt.ts';
import { anyScenario } from '../../../../support/builders/any-scenario.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { loadRich } from '../../../../support/builders/rich-case.ts';
import { SUBJECT, smallCase } from '../../../../support/builders/small-case.ts';

const { market } = aMarket();
const draws = fc.array(fc.nat(5_000), { minLength: 20, maxLength: 60 });

describe('beginning in the middle of any story', () => {
  it('at its first state equals an ordinary start', () => {
    fc.assert(
      fc.property(anyScenario(), (source) => {
        const scenario = compiledFrom(source);
        const begun = startAt(scenario, { state: scenario.initial });

        expect(createReplay({ scenario, market, kinds: KINDS }, undefined, begun).start()).toEqual(
          createReplay({ scenario, market, kinds: KINDS }).start(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('at any state activates that state, and every offered step can be taken', () => {
    fc.assert(
      fc.property(anyScenario(), fc.nat(10_000), fc.nat(10_000), (source, which, how) => {
        const scenario = compiledFrom(source);
        const states = Object.entries(scenario.states).filter(([, { type }]) => type !== 'done' && type !== 'region');
        const [state = '', { type }] = states[which % states.length] as (typeof states)[number];
        const combinations = combinationsOf(scenario.variables);
        const combination = how % combinations.length;
        const values = combinations[combination] ?? {};
        const begun = startAt(scenario, { state, values });
        const { start, advance } = createReplay({ scenario, market, kinds: KINDS }, undefined, begun);
        const first = start();
        const log: AttemptLog = { header: aHeader({ scenario, market }), events: [] };

        expect(first).toMatchObject({ combination, active: begun.active, ended: type === 'end' });
        expect(type === 'group' || type === 'parallel' ? begun.active : [first.state]).toContain(
          type === 'group' || type === 'parallel' ? first.state : state,
        );
        for (const step of possibleSteps(scenario, first))
          expect(advance(first, recordEvent(log, step, first.clock, 'wall')).visited.length).toBeGreaterThan(0);
      }),
      { numRuns: 80 },
    );
  });

  it('at the state of a real attempt offers the same steps', () => {
    fc.assert(
      fc.property(anyScenario(), draws, (source, path) => {
        const scenario = compiledFrom(source);
        const { attempt } = wander(scenario, market, path);
        if (attempt.active.length > 1 || attempt.ended) return;
        const values = combinationsOf(scenario.variables)[attempt.combination] ?? {};
        const begun = startAt(scenario, { state: attempt.state, values });
        const first = createReplay({ scenario, market, kinds: KINDS }, undefined, begun).start();
        const steps = (of: typeof attempt) =>
          possibleSteps(scenario, of).filter(({ type }) => type !== 'hint.taken' && type !== 'timer.elapsed');

        expect(first.combination).toBe(attempt.combination);
        expect(steps(first)).toEqual(steps(attempt));
      }),
      { numRuns: 50 },
    );
  });
});

describe('beginning in the middle of a case', () => {
  const loaded = loadRich();
  const { scenario, market: its } = loaded.ok ? loaded.value : (undefined as never);

  it('inside a region starts the other regions at their initial state, with running timers', () => {
    const begun = startAt(scenario, { state: 'read' });
    const waiting = startAt(scenario, { state: 'wait' });

    expect(begun).toMatchObject({ state: 'read', active: ['read', 'wait'] });
    expect(waiting).toMatchObject({ state: 'wait', active: ['read', 'wait'] });
    expect(createReplay({ scenario, market: its, kinds: KINDS }, undefined, waiting).start()).toMatchObject({
      state: 'wait',
      due: { wait: '2031-05-05T19:00:00Z' },
    });
  });

  it('enters a box at its initial state', () => {
    expect(startAt(scenario, { state: 'first' }).active).toEqual(['word']);
    expect(startAt(scenario, { state: 'both' }).active).toEqual(['read', 'wait']);
  });

  it('takes the given values and role, and initial values otherwise', () => {
    const { combination } = startAt(scenario, { state: 'again', values: { calls: 2, mood: 'tense' }, role: 'ngo' });

    expect(combinationsOf(scenario.variables)[combination]).toEqual({
      role: 'ngo',
      kept: false,
      calls: 2,
      mood: 'tense',
    });
  });

  it('refuses a value out of range, and a state that does not exist', () => {
    expect(() => startAt(scenario, { state: 'again', values: { calls: 3 } })).toThrow('calls cannot be 3');
    expect(() => startAt(scenario, { state: 'nowhere' })).toThrow('nowhere');
  });

  it('applies the changes to ads that the values imply', () => {
    const { material } = smallCase();
    const world = (values: Record<string, boolean>) => {
      const begun = startAt(material.scenario, { state: 'desk', values });
      return createReplay(material, undefined, begun).start().world;
    };

    expect(world({ preserved: true })).toEqual([]);
    expect(world({ contacted: true })).toContainEqual(expect.objectContaining({ ad: SUBJECT, change: 'edited' }));
  });
});
