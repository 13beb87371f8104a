import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptEvent, recordEvent } from '#case/attempt/model/attempt-log.ts';
import {
  createReplay,
  ImpossibleEventError,
  offeredOptions,
  replayAttempt,
} from '#case/attempt/model/replay-attempt.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { SUBJECT, smallCase } from '../../../../support/builders/small-case.ts';

const { material } = smallCase();
const { scenario, market } = material;
const under = adsSharingPhone(market, SUBJECT);
const atDesk = () => anAttempt(material).passesOn();
const draws = fc.array(fc.nat({ max: 60 }), { minLength: 30, maxLength: 30 });

describe('replaying a log', () => {
  it('gives the same state from the same log as during play', () => {
    fc.assert(
      fc.property(draws, (choices) => {
        const played = anAttempt(material).wanders(choices);

        expect(replayAttempt({ scenario, market, kinds: KINDS }, played.log)).toEqual(played.state);
      }),
      { numRuns: 40 },
    );
  });

  it('reaches the same end wherever the log is split and continued', () => {
    fc.assert(
      fc.property(draws, fc.double({ min: 0, max: 1, noNaN: true }), (choices, part) => {
        const { log, state } = anAttempt(material).wanders(choices);
        const cut = Math.floor(part * log.events.length);
        const { advance } = createReplay({ scenario, market, kinds: KINDS });

        const half = replayAttempt({ scenario, market, kinds: KINDS }, { ...log, events: log.events.slice(0, cut) });

        expect(log.events.slice(cut).reduce(advance, half)).toEqual(state);
      }),
      { numRuns: 40 },
    );
  });

  it('leads every wanderer to an end', () => {
    fc.assert(
      fc.property(draws, (choices) => {
        const { state } = anAttempt(material).wanders(choices);

        expect(state.ended).toBe(true);
        expect(scenario.states[state.state]?.type).toBe('end');
        expect(state.visited.at(0)).toBe(scenario.initial);
        expect(state.visited.at(-1)).toBe(state.state);
      }),
      { numRuns: 40 },
    );
  });

  it('begins where and when the scenario says', () => {
    expect(anAttempt(material).state).toMatchObject({
      state: scenario.initial,
      clock: scenario.start,
      world: [],
      choices: [],
      ended: false,
    });
  });
});

describe('what cannot have happened', () => {
  const begun = anAttempt(material);
  const impossible = (
    attempt: ReturnType<typeof atDesk>,
    step: Parameters<typeof recordEvent>[1],
    at = attempt.state.clock,
  ) => {
    const event: AttemptEvent = recordEvent(attempt.log, step, at, 'wall');
    return () => createReplay({ scenario, market, kinds: KINDS }).advance(attempt.state, event);
  };

  it.each([
    [
      'a step in a scene where the case does not stand',
      () => impossible(begun, { type: 'scene.continued', state: 'desk' }),
    ],
    ['a choice in a narrative', () => impossible(begun, { type: 'decision.made', state: 'briefing', option: 'a' })],
    [
      'an act outside an exercise',
      () => impossible(begun, { type: 'exercise.acted', state: 'briefing', action: { type: 'ad.opened', ad: '0301' } }),
    ],
    [
      'an exercise committed that is not open',
      () => impossible(begun, { type: 'exercise.committed', state: 'briefing' }),
    ],
    [
      'an option that does not exist',
      () => impossible(atDesk(), { type: 'decision.made', state: 'desk', option: 'arrest' }),
    ],
    [
      'an option that is not offered now',
      () => impossible(atDesk(), { type: 'decision.made', state: 'desk', option: 'preserve-late' }),
    ],
    [
      'an act done a second time',
      () => impossible(atDesk().chooses('request'), { type: 'decision.made', state: 'desk', option: 'request' }),
    ],
    ['going on where one has to decide', () => impossible(atDesk(), { type: 'scene.continued', state: 'desk' })],
    [
      'another time than the case has',
      () => impossible(begun, { type: 'scene.continued', state: 'briefing' }, addMinutes(scenario.start, 1)),
    ],
  ])('%s throws and names the event', (_, attempt) => {
    expect(attempt()).toThrow(ImpossibleEventError);
    expect(attempt()).toThrow(/^Event \d+ \(/);
  });

  it('nothing follows an end', () => {
    const { state, log } = anAttempt(material).wanders(Array.from({ length: 30 }, () => 1));
    const event = recordEvent(log, { type: 'scene.continued', state: state.state }, state.clock, 'wall');

    expect(() => createReplay({ scenario, market, kinds: KINDS }).advance(state, event)).toThrow(ImpossibleEventError);
  });
});

describe('the clock of the case', () => {
  const minutesOf = (state: string, option: string) => {
    const compiled = scenario.states[state];
    return (compiled?.type === 'decision' && compiled.options.find(({ id }) => id === option)?.minutes) || 0;
  };

  it('advances by the minutes of a scene and of a choice', () => {
    const briefing = scenario.states.briefing;
    const desk = atDesk();

    expect(desk.state.clock).toBe(addMinutes(scenario.start, briefing?.type === 'narrative' ? briefing.minutes : 0));
    expect(desk.chooses('request').state.clock).toBe(addMinutes(atDesk().state.clock, minutesOf('desk', 'request')));
  });

  it('advances by half a minute per act in the market and one per act at the bench', () => {
    const reading = anAttempt(material).continues();
    const before = reading.state.clock;

    expect(reading.acts({ type: 'ad.opened', ad: '0301' }).state.clock).toBe(addMinutes(before, 0.5));

    const workbench = atDesk().chooses('preserve');
    const opened = workbench.state.clock;

    expect(workbench.acts({ type: 'clock.checked', offsetSeconds: 3, actor: 'a', role: 'b' }).state.clock).toBe(
      addMinutes(opened, 1),
    );
  });

  it('keeps what was done in an exercise, each step once', () => {
    const reading = anAttempt(material)
      .continues()
      .acts({ type: 'ad.opened', ad: '0301' }, { type: 'ad.opened', ad: '0301' });

    expect(reading.state.responses.find).toMatchObject({ opened: ['0301'] });
    expect(reading.commits().state).toMatchObject({ committed: ['find'], state: 'desk' });
  });
});

describe('what the story does to the ads', () => {
  it('the advertiser becomes careful a while after the contact begins, and not before', () => {
    const desk = atDesk();
    const begins = desk.state.clock;
    const rule = scenario.world.find(({ change }) => change === 'edited');
    const { state } = desk.chooses('contact');

    expect(state.clock > begins).toBe(true);
    expect(state.world).toEqual(
      under.map((ad) => ({
        ad,
        change: 'edited',
        at: addMinutes(begins, rule?.afterMinutes ?? 0),
        cause: state.choices.at(-1)?.seq,
      })),
    );
  });

  it('the ads vanish after the report', () => {
    const { state } = atDesk().chooses('notify');

    expect(state.world.map(({ change }) => change)).toEqual(under.map(() => 'removed'));
  });

  it('a request for data changes nothing on the site', () => {
    expect(atDesk().chooses('request').state.world).toEqual([]);
  });

  it('an effect that has happened does not happen again', () => {
    const after = atDesk().chooses('contact');
    const changes = after.state.world.length;

    expect(after.chooses(after.offered[0] as string).state.world).toHaveLength(changes);
  });
});

describe('what is offered at the desk', () => {
  it.each([
    [[], ['contact', 'notify', 'preserve', 'request']],
    [['request'], ['contact', 'notify', 'preserve']],
    [['notify'], ['contact', 'preserve-late', 'request']],
    [
      ['request', 'notify'],
      ['contact', 'preserve-late'],
    ],
  ])('after %j it is %j', (done, offered) => {
    expect(atDesk().chooses(...done).offered).toEqual(offered);
  });

  it('each of the four acts is offered until it is done, and closing only when all are', () => {
    fc.assert(
      fc.property(draws, (choices) => {
        const attempt = anAttempt(material);
        for (const draw of choices) {
          if (attempt.passesOn().state.ended) break;
          if (attempt.state.state === 'desk') {
            const done = new Set(attempt.state.acts.map(({ act }) => act));
            const acts = offeredOptions(scenario, attempt.state).map(({ act }) => act);
            expect(acts.filter(Boolean).toSorted()).toEqual(
              ['contact', 'notify', 'preserve', 'request'].filter((act) => !done.has(act as never)),
            );
            expect(attempt.offered.includes('close')).toBe(done.size === 4);
          }
          attempt.chooses(attempt.offered[draw % attempt.offered.length] as string);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('nothing is offered where there is nothing to decide', () => {
    expect(anAttempt(material).offered).toEqual([]);
  });
});
