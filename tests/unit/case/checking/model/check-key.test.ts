import { describe, expect, it } from 'vitest';
import { checkKey, checkModel } from '#case/checking/model/check-key.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { type KeyedAnswers, KINDS } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

const { material, answers } = smallCase();
const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

describe('checkKey', () => {
  const withKey = (change: (key: KeyedAnswers['key']) => void) => {
    const key = structuredClone(answers.key);
    change(key);
    return [...checkKey(material.scenario, key, KINDS), ...checkModel(material.scenario, key)];
  };

  it.each<[string, (key: KeyedAnswers['key']) => void, string]>([
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
      (key) => Object.assign(key.decisions, { find: key.decisions.d01 }),
      'key.unknown-decision',
    ],
    [
      'a rating of a decision without a number',
      (key) => Object.assign(key.decisions, { desk: key.decisions.d01 }),
      'key.decision-not-rated',
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

  it.each<[string, (key: KeyedAnswers['key']) => void, number, string]>([
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

  it('terminates with an issue in a cycle without a decision', () => {
    const round: CompiledScenario = {
      ...material.scenario,
      initial: 'a',
      states: {
        a: { type: 'narrative', stage: 'find', next: [{ next: 'b' }], minutes: 0 },
        b: { type: 'narrative', stage: 'find', next: [{ next: 'a' }], minutes: 0 },
      },
    };

    expect(codes(checkModel(round, { ...answers.key, decisions: {} }))).toEqual(['key.model-not-playable']);
  });
});
