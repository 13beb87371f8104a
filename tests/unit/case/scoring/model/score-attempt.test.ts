import { describe, expect, it } from 'vitest';
import { type AttemptState, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { scoreDecisions } from '#case/scoring/model/score-path.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { preservationTargets } from '#kinds/preservation/model/key.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { type AnAttempt, anAttempt } from '../../../../support/builders/an-attempt.ts';
import { SUBJECT, smallCase } from '../../../../support/builders/small-case.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const { material, answers } = smallCase();
const { key } = answers;
const scored = (attempt: AnAttempt) => scoreAttempt(attempt.log, material, answers);
const criterion = (report: ScoreReport, id: string) => {
  const found = report.criteria.find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no criterion ${id}.`);
  return found;
};
const play = (policy: PolicyName) => {
  const log = playCase(material, answers, policy, '1970-01-01T00:00:00Z');
  return { log, report: scoreAttempt(log, material, answers) };
};

describe('decisions towards the person', () => {
  const upTo = (...options: string[]) =>
    anAttempt(material)
      .passesOn()
      .chooses('request', 'contact', ...options);

  it('have one denominator for every path: the best path of the case', () => {
    expect(criterion(scored(upTo()), 'outreach.decisions')).toMatchObject({ raw: 0, min: 0, max: 6, scaled: 0 });
    expect(criterion(scored(upTo('c')), 'outreach.decisions')).toMatchObject({ raw: 2, max: 6 });
    expect(criterion(scored(upTo('a', 'a')), 'outreach.decisions')).toMatchObject({ raw: 3, scaled: 0.5 });
  });

  it('an early end without a red line keeps only the points earned', () => {
    const report = scored(upTo('c', 'b'));

    expect(report).toMatchObject({ ending: 'end-answer', redLine: false });
    expect(criterion(report, 'outreach.decisions')).toMatchObject({ raw: 3, max: 6, scaled: 0.5 });
  });

  it('a red line stops the case and costs four', () => {
    const early = scored(upTo('b'));

    expect(early).toMatchObject({ ending: 'end-silent', redLine: true });
    expect(criterion(early, 'outreach.decisions')).toMatchObject({ raw: -4, scaled: 0 });
  });

  it('a red line caps the criterion regardless of other good steps', () => {
    const states = Array.from({ length: 9 }, (_, n) => `x${n}`);
    const decisions = Object.fromEntries(states.map((state) => [state, key.decisions.d01])) as typeof key.decisions;
    const many = { ...key, decisions, model: states.map((state): [string, string] => [state, 'c']) };
    const choose = (option: (n: number) => string) =>
      ({
        choices: states.map((state, n) => ({ state, option: option(n), seq: n + 1, at: '' })),
      }) as unknown as AttemptState;

    expect(
      scoreDecisions(
        many,
        choose(() => 'c'),
      ),
    ).toMatchObject({ raw: 18, scaled: 1 });
    expect(
      scoreDecisions(
        many,
        choose((n) => (n === 8 ? 'b' : 'c')),
      ),
    ).toMatchObject({ raw: 12, max: 18, scaled: 0.4 });
  });

  it('harm done costs more than a decision never reached', () => {
    const stopped = criterion(scored(upTo('c')), 'outreach.decisions').raw;

    expect(criterion(scored(upTo('c', 'c')), 'outreach.decisions').raw).toBe(stopped - 2);
  });
});

describe('the order of the acts', () => {
  const page: PreservationAction = {
    type: 'page.captured',
    ad: SUBJECT,
    status: 200,
    bytes: 1,
    sha256: 'a'.repeat(64),
    actor: 'A',
    role: 'R',
  };
  const order = (acts: readonly string[], captured: readonly PreservationAction[] = [page]) => {
    const attempt = anAttempt(material).passesOn();
    for (const act of acts) {
      attempt.chooses(attempt.offered.find((id) => id === act || id.startsWith(`${act}-`)) as string);
      if (act === 'preserve') attempt.commits(...captured);
      if (act === 'contact') attempt.chooses('c', 'a');
    }
    return criterion(scored(attempt), 'preservation.order');
  };

  it.each([
    [['preserve', 'request', 'contact', 'notify'], 4, 1],
    [['request', 'preserve', 'contact', 'notify'], 3, 0.5],
    [['notify', 'preserve', 'contact', 'request'], 2, 0],
    [['preserve', 'contact', 'notify', 'request'], 3, 0.5],
    [['notify', 'contact', 'request', 'preserve'], 0, 0],
    [[], 0, 0],
  ] as const)('%j keeps %d of four', (acts, raw, scaled) => {
    expect(order(acts).raw).toBe(raw);
    expect(order(acts).scaled).toBeCloseTo(scaled, 12);
  });

  it('does not count an empty bench as preservation', () => {
    expect(order(['preserve', 'request', 'contact', 'notify'], []).raw).toBe(1);
  });

  it('gives nothing for a random order', () => {
    const all = ['preserve', 'request', 'contact', 'notify'].flatMap((a, _, acts) =>
      acts
        .filter((b) => b !== a)
        .flatMap((b) =>
          acts
            .filter((c) => c !== a && c !== b)
            .map((c) => [a, b, c, acts.find((d) => d !== a && d !== b && d !== c) as string]),
        ),
    );
    const mean = all.map((acts) => order(acts).raw).reduce((sum, raw) => sum + raw, 0) / all.length;

    expect(all).toHaveLength(24);
    expect(mean).toBe(order([]).min);
  });
});

describe('what belongs in the locker', () => {
  it('is what the one actor posted, as far as it is linked', () => {
    const targets = preservationTargets(answers);
    const actor = answers.truth.ads.find(({ ad }) => ad === key.preserve?.sameActorAs)?.actor;

    expect(targets).toContain(key.preserve?.sameActorAs);
    for (const target of targets)
      expect(answers.truth.ads.find(({ ad }) => ad === target)).toMatchObject({
        actor,
        control: 'controlled',
        possibleMinor: false,
      });
  });

  it('is mostly on pages that the story changes, so that waiting can lose it', () => {
    const changed = anAttempt(material)
      .passesOn()
      .chooses('contact')
      .state.world.map(({ ad }) => ad);

    const lost = preservationTargets(answers).filter((ad) => changed.includes(ad));
    expect(lost.length).toBeGreaterThan(1);
  });
});

describe('the report', () => {
  it('names a red line where a closed card was copied, regardless of good decisions', () => {
    const closed = material.market.ads.find(({ withheld }) => withheld)?.id ?? '';
    const person = { actor: 'Analyst 1', role: 'Analyst' };
    const copied: PreservationAction = {
      type: 'page.captured',
      ad: closed,
      status: 451,
      bytes: 1,
      sha256: '0'.repeat(64),
      ...person,
    };
    const workbench = () => anAttempt(material).passesOn().chooses('preserve');

    expect(scored(workbench()).redLine).toBe(false);
    expect(scored(workbench().commits(copied))).toMatchObject({ redLine: true });
  });

  it('shows the path taken beside the model path, in the words of the case', () => {
    const { report } = play('oracle');

    expect(report.path.map(({ state, option }) => [state, option])).toEqual(key.model);
    expect(report.model.map(({ state, option }) => [state, option])).toEqual(key.model);
    for (const { state, rating, reason, principle, sources, optionText } of report.path) {
      expect(optionText).not.toBe('');
      const rated = key.decisions[state];
      expect({ rating, principle, sources }).toEqual({
        rating: rated && 'good',
        principle: rated?.principle,
        sources: rated?.sources ?? [],
      });
      expect(reason === undefined).toBe(rated === undefined);
    }
  });

  it('names every state that was left, and the event of each choice', () => {
    const { log, report } = play('oracle');
    const visited = replayAttempt(material, log).visited;

    expect([...report.route.map(({ state }) => state), report.ending]).toEqual(visited);
    const made = log.events.filter(({ type }) => type === 'decision.made');
    expect(report.path.map(({ seq, state }) => [seq, state])).toEqual(made.map(({ seq, state }) => [seq, state]));
    expect(report.route).toEqual(expect.arrayContaining(report.path.map(({ seq, state }) => ({ seq, state }))));
  });

  it('scores an unreached exercise as nothing done', () => {
    const report = scored(anAttempt(material));

    expect(report.ending).toBe('');
    expect(criterion(report, 'preservation.record')).toMatchObject({ raw: 0, scaled: 0, evidence: [] });
    expect(report.path).toEqual([]);
  });

  it('includes in the model path the acts of its steps, and those that the key asks of bench and letters', () => {
    const { log } = play('oracle');
    const actsOf = (changed: object) =>
      scoreAttempt(log, material, { ...answers, key: { ...key, ...changed } }).facts.modelActs;

    expect(actsOf({})).toEqual(['preserve', 'request', 'contact', 'notify']);
    expect(actsOf({ model: [['desk', 'contact']] })).toEqual(['contact', 'preserve']);
    expect(actsOf({ model: [], requests: { letters: ['preservation', 'order'] } })).toEqual(['preserve', 'request']);
    expect(actsOf({ model: [], requests: { letters: ['order', 'notice'] } })).toEqual(['preserve', 'notify']);

    const reading = theCase('scenarios/find-few-words');
    const read = playCase(reading.material, reading.answers, 'nothing', '1970-01-01T00:00:00Z');
    expect(scoreAttempt(read, reading.material, reading.answers).facts.modelActs).toEqual([]);
  });

  it('has no total over the criteria', () => {
    expect(Object.keys(play('oracle').report).toSorted()).toEqual([
      'attempt',
      'criteria',
      'ending',
      'exercises',
      'facts',
      'figures',
      'findings',
      'keyVersion',
      'model',
      'path',
      'redLine',
      'route',
      'scenario',
      'scenarioHash',
      'schema',
      'waited',
    ]);
  });

  it('omits the order of acts where the case has none', () => {
    const { order: _, ...rest } = key;

    expect(
      scoreAttempt(play('oracle').log, material, { ...answers, key: rest }).criteria.map(({ id }) => id),
    ).not.toContain('preservation.order');
  });
});
