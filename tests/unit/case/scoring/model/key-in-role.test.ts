import { describe, expect, it } from 'vitest';
import { checkModel } from '#case/checking/model/check-key.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const { material, answers } = theCase('scenarios/closing-day');
const { scenario } = material;
const roles = scenario.roles ?? [];
/** The decisions that belong to the prosecutor alone. */
const OWN = ['d31', 'd17', 'd32'];

const withModel = (change: (model: AnswerKey['model']) => AnswerKey['model']) => ({
  ...answers.key,
  model: change(answers.key.model),
});

describe('a case in which one role has decisions of its own', () => {
  it('has four roles, of which the prosecutor is the usual one', () => {
    expect(roles).toEqual(['prosecutor', 'police', 'ngo', 'platform']);
  });

  it.each(roles)('gives the %s full points for the best way of that role', (role) => {
    const log = playCase(material, answers, 'oracle', '1970-01-01T00:00:00Z', `best-${role}`, role);
    const { criteria, model, facts } = scoreAttempt(log, material, answers);
    const made = log.events.flatMap((event) => (event.type === 'decision.made' ? [event.state] : []));

    expect(criteria.find(({ id }) => id === 'outreach.decisions')).toMatchObject({ scaled: 1 });
    expect(made.filter((state) => OWN.includes(state))).toEqual(role === 'prosecutor' ? OWN : []);
    expect(model.map(({ state }) => state)).toEqual(made);
    expect(facts.model).toEqual({ of: made.length, same: made.length });
  });

  it('measures the prosecutor by those decisions too', () => {
    const most = (role: (typeof roles)[number]) => {
      const log = playCase(material, answers, 'nothing', '1970-01-01T00:00:00Z', `first-${role}`, role);
      return scoreAttempt(log, material, answers).criteria.find(({ id }) => id === 'outreach.decisions')?.max;
    };
    expect([most('prosecutor'), most('police')]).toEqual([14, 8]);
  });

  it('is refused where the model path asks another role for them, or does not ask the role itself', () => {
    const forAll = withModel((model) => model.map(([state, option]): [string, string] => [state, option]));
    const forNobody = withModel((model) => model.filter(([, , role]) => role === undefined));
    const forPolice = withModel((model) =>
      model.map(([state, option, role]) => (role ? [state, option, 'police'] : [state, option])),
    );

    expect(checkModel(scenario, answers.key)).toEqual([]);
    expect(checkModel(scenario, forAll)[0]).toMatchObject({ path: ['model', 7], params: { step: 8 } });
    expect(checkModel(scenario, forNobody)[0]?.params.said).toContain('stands at "d31"');
    expect(checkModel(scenario, forPolice)[0]?.params.said).toContain('stands at "d31"');
  });
});
