import { describe, expect, it } from 'vitest';
import { checkKey } from '#core/checking/check-key.ts';
import { checkOffers, checkScenario } from '#core/checking/check-scenario.ts';
import type { CompiledScenario, CompiledState } from '#core/scenario/compiled-scenario.ts';
import type { Scenario } from '#core/scenario/schemas.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';
import { smallCase } from '../../../support/builders/small-case.ts';

const { material, answers } = smallCase();
const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

/** The small story with the states changed; the change may be of the wrong shape for the schema, never for the types. */
const story = (change: (states: Record<string, Scenario['states'][string]>) => void): Scenario => {
  const scenario = structuredClone(material.source);
  change(scenario.states);
  return scenario;
};

describe('checkScenario', () => {
  it('finds nothing in a case that is in order', () => {
    expect(checkScenario(material.source)).toEqual([]);
    expect(checkOffers(material.scenario)).toEqual([]);
    expect(checkKey(material.scenario, answers.key)).toEqual([]);
  });

  it('reports every missing target at once, each at its place', () => {
    const broken = story((states) => {
      states.briefing = { ...states.briefing, next: 'nowhere' } as never;
      states.find = { ...states.find, next: 'neither' } as never;
    });

    expect(checkScenario(broken)).toEqual([
      expect.objectContaining({
        code: 'scenario.missing-target',
        path: ['states', 'briefing', 'next'],
        params: { target: 'nowhere' },
      }),
      expect.objectContaining({
        code: 'scenario.missing-target',
        path: ['states', 'find', 'next'],
        params: { target: 'neither' },
      }),
    ]);
  });

  it('tells a state that nothing leads to from one that leads nowhere', () => {
    const scene = { type: 'narrative', stage: 'find', title: 'T', text: 'T' } as const;
    const broken = story((states) => {
      states.attic = { ...scene, next: 'desk' };
      states.briefing = { ...states.briefing, next: 'loop' } as never;
      states.loop = { ...scene, next: 'again' };
      states.again = { ...scene, next: 'loop' };
    });
    const found = checkScenario(broken);

    expect(found.filter(({ code }) => code === 'scenario.dead-end').map(({ params }) => params.state)).toEqual([
      'briefing',
      'loop',
      'again',
    ]);
    expect(
      found.filter(({ code }) => code === 'scenario.unreachable-state').map(({ params }) => params.state),
    ).toContain('attic');
  });

  it('asks for an end, for three options of a rated decision, and for one meaning of an option', () => {
    const endless = story((states) => {
      for (const [id, state] of Object.entries(states))
        if (state.type === 'end') states[id] = { ...state, type: 'narrative', next: 'desk' };
    });
    const short = story((states) => {
      if (states.d01?.type === 'decision') states.d01.options.length = 2;
      if (states.d02?.type === 'decision') states.d02.options[1] = { ...states.d02.options[1], id: 'a' } as never;
    });

    expect(codes(checkScenario(endless))).toContain('scenario.no-end');
    expect(codes(checkScenario(short))).toEqual(['scenario.too-few-options', 'scenario.duplicate-option']);
  });

  it('is not deceived by names that every object has', () => {
    const broken = story((states) => {
      states.briefing = { ...states.briefing, next: 'constructor' } as never;
    });

    expect(
      codes(
        checkScenario({
          ...broken,
          world: [{ when: 'constructor', change: 'edited', afterMinutes: 0, sharingPhoneWith: '0301' }],
        }),
      ),
    ).toEqual(['scenario.unknown-variable', 'scenario.missing-target']);
  });
});

describe('checkOffers', () => {
  const closed = (options: Extract<CompiledState, { type: 'decision' }>['options']): CompiledScenario => ({
    ...material.scenario,
    initial: 'gate',
    variables: [
      { name: 'seen', values: [false, true], initial: 0 },
      { name: 'tries', values: [0, 1, 2], initial: 0 },
    ],
    states: { gate: { type: 'decision', stage: 'find', options }, out: { type: 'end', stage: 'find' } },
  });

  it('names the situation in which nothing is left to choose, once', () => {
    const scenario = closed([
      { id: 'again', next: 'gate', minutes: 0, offered: '110110', becomes: [4, 2, 2, 4, 5, 5] },
    ]);

    expect(checkOffers(scenario)).toEqual([
      {
        code: 'scenario.no-option-left',
        severity: 'error',
        path: ['states', 'gate'],
        params: { state: 'gate', when: 'seen is true, tries is 2' },
      },
    ]);
  });

  it('says nothing of a situation that cannot come about', () => {
    expect(checkOffers(closed([{ id: 'out', next: 'out', minutes: 0, offered: '100000' }]))).toEqual([]);
  });
});

describe('checkKey', () => {
  const withKey = (change: (key: AnswerKey) => void) => {
    const key = structuredClone(answers.key);
    change(key);
    return checkKey(material.scenario, key);
  };

  it.each<[string, (key: AnswerKey) => void, string]>([
    ['a key of another case', (key) => Object.assign(key, { scenario: 'other' }), 'key.other-scenario'],
    ['a decision that is not rated', (key) => delete key.decisions.d01, 'key.decision-without-key'],
    ['an option that is not rated', (key) => delete key.decisions.d01?.options.b, 'key.option-without-rating'],
    [
      'a rating of an option that is not offered',
      (key) => Object.assign(key.decisions.d01?.options ?? {}, { z: key.decisions.d01?.options.a }),
      'key.unknown-option',
    ],
    [
      'a rating of a scene that is no rated decision',
      (key) => Object.assign(key.decisions, { desk: key.decisions.d01 }),
      'key.unknown-decision',
    ],
    [
      'a decision without a good option',
      (key) => Object.assign(key.decisions.d01?.options.c ?? {}, { rating: 'acceptable' }),
      'key.no-good-option',
    ],
    [
      'an act in the order that no option is',
      (key) => key.order?.before.push(['preserve', 'arrest' as never]),
      'key.unknown-act',
    ],
    ['a case to be preserved without a word on what', (key) => delete key.preserve, 'key.preserve-missing'],
  ])('refuses %s', (_, change, code) => {
    expect(codes(withKey(change))).toContain(code);
  });

  it.each<[string, (key: AnswerKey) => void, number, string]>([
    ['stops short', (key) => key.model.pop(), 7, '"d03" is left open'],
    ['goes on after the end', (key) => key.model.push(['d03', 'b']), 9, 'has ended before'],
    ['leaves the story', (key) => key.model.splice(3, 1), 4, 'stands at "d01"'],
    ['takes what is not offered', (key) => key.model.splice(0, 1, ['desk', 'close']), 1, '"close" is not offered'],
    ['takes an option that is not good', (key) => key.model.splice(3, 1, ['d01', 'a']), 4, 'rated acceptable'],
  ])('refuses a model path that %s, and says at which step', (_, change, step, said) => {
    const [issue] = withKey(change);

    expect(issue).toMatchObject({ code: 'key.model-not-playable', path: ['model', step - 1], params: { step } });
    expect(issue?.params.said).toContain(said);
  });

  it('ends, and says so, where a story leads round and round without a decision', () => {
    const round: CompiledScenario = {
      ...material.scenario,
      initial: 'a',
      states: {
        a: { type: 'narrative', stage: 'find', next: 'b', minutes: 0 },
        b: { type: 'narrative', stage: 'find', next: 'a', minutes: 0 },
      },
    };

    expect(codes(checkKey(round, { ...answers.key, decisions: {}, order: undefined }))).toEqual([
      'key.model-not-playable',
    ]);
  });
});
