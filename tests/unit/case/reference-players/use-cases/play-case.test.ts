import { describe, expect, it } from 'vitest';
import { firstBrokenEvent } from '#case/attempt/model/attempt-log.ts';
import { offeredOptions, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { parseAttemptLog } from '#case/attempt/model/schemas.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { POLICY_NAMES } from '#case/reference-players/use-cases/policy-names.ts';
import { shortestHarm } from '#case/reference-players/use-cases/shortest-harm.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { KINDS, withKinds } from '../../../../support/builders/kinds.ts';
import { loadRich } from '../../../../support/builders/rich-case.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

const { material, answers } = smallCase();
const logOf = (policy: (typeof POLICY_NAMES)[number]) => playCase(material, answers, policy, '1970-01-01T00:00:00Z');
const optionsOf = (policy: (typeof POLICY_NAMES)[number]) =>
  replayAttempt(material, logOf(policy)).choices.map(({ state, option }) => `${state} ${option}`);

describe('a reference player', () => {
  it.each(POLICY_NAMES)('%s leaves a complete, readable log with an end, like a trainee', (policy) => {
    const log = logOf(policy);

    expect(firstBrokenEvent(log)).toBeUndefined();
    expect(parseAttemptLog(JSON.parse(JSON.stringify(log)), KINDS)).toEqual({ ok: true, log });
    expect(replayAttempt(material, log).ended).toBe(true);
  });

  it('the oracle follows the model path', () => {
    expect(optionsOf('oracle')).toEqual(answers.key.model.map(([state, option]) => `${state} ${option}`));
  });

  it('the harmful player takes the most harmful options and ends quickly', () => {
    expect(optionsOf('harmful-short')).toEqual(['desk contact', 'd01 b']);
  });

  it.each([
    ['longest', 'c'],
    ['most-clauses', 'b'],
    ['no-reason', 'b'],
    ['first', 'a'],
  ] as const)('%s decides by the form of the words alone', (policy, chosen) => {
    const words = {
      a: 'Ring, as it is late.',
      b: 'Ring, or write, or wait.',
      c: 'Ring in the afternoon, as it is late.',
    };
    const scene = material.scenes.d01;
    if (!scene) throw new Error('The small case has no d01.');
    const options = scene.options.map((option) => ({
      ...option,
      text: words[option.id as 'a' | 'b' | 'c'] ?? option.text,
    }));
    const scenes = { ...material.scenes, d01: { ...scene, options } };
    const log = playCase({ ...material, scenes }, answers, policy, '1970-01-01T00:00:00Z');
    const made = replayAttempt(material, log).choices.find(({ state }) => state === 'd01');

    expect(made?.option).toBe(chosen);
  });

  it('the counting player counts signs and traps alike, and no protective cue', () => {
    const judged = logOf('count-flags').events.flatMap((event) =>
      event.type === 'exercise.acted' && event.action.type === 'ad.judged' ? [event.action] : [],
    );
    const flagged = judged.filter(({ band }) => band === 'prioritise').map(({ ad }) => ad);
    const expected = answers.truth.ads
      .filter(({ possibleMinor, labels }) => !possibleMinor && labels.filter(({ kind }) => kind !== 'cue').length >= 2)
      .map(({ ad }) => ad);

    expect(judged).toHaveLength(41);
    expect(flagged).toEqual(expected);
  });

  it('stops with an error in an endless loop', () => {
    const scenario: CompiledScenario = {
      ...material.scenario,
      initial: 'a',
      states: {
        a: { type: 'narrative', stage: 'find', next: [{ next: 'b' }], minutes: 0 },
        b: { type: 'narrative', stage: 'find', next: [{ next: 'a' }], minutes: 0 },
      },
    };

    expect(() => playCase({ ...material, scenario }, answers, 'nothing', 'wall')).toThrow('finds no end in small-case');
  });
});

describe('shortestHarm', () => {
  /** From the gate: a long harmful way, a short harmful one, and a good one that is the shortest. */
  const scenario: CompiledScenario = {
    ...material.scenario,
    initial: 'gate',
    variables: [],
    world: [],
    states: {
      gate: {
        type: 'decision',
        stage: 'find',
        decision: 'D01',
        options: [
          { id: 'long', next: 'detour', minutes: 0 },
          { id: 'short', next: 'hall', minutes: 0 },
          { id: 'good', next: 'out', minutes: 0 },
        ],
      },
      detour: { type: 'narrative', stage: 'find', next: [{ next: 'hall' }], minutes: 0 },
      hall: { type: 'narrative', stage: 'find', next: [{ next: 'out' }], minutes: 0 },
      out: { type: 'end', stage: 'find' },
    },
  };
  const rated = (ratings: Record<string, string>) =>
    ({
      decisions: {
        gate: {
          options: Object.fromEntries(
            Object.entries(ratings).map(([id, rating]) => [id, { rating, meters: {}, reason: '' }]),
          ),
        },
      },
    }) as unknown as AnswerKey;
  const choose = (ratings: Record<string, string>) => {
    const { state } = anAttempt({ scenario, market: material.market });
    return shortestHarm(scenario, rated(ratings), state, offeredOptions(scenario, state)).id;
  };

  it('prefers more harm to a shorter path', () => {
    expect(choose({ long: 'red', short: 'harmful', good: 'good' })).toBe('long');
  });

  it('prefers the shorter path where harm is equal', () => {
    expect(choose({ long: 'harmful', short: 'harmful', good: 'good' })).toBe('short');
  });
});

describe('a case with parallel parts, a timer and an inject', () => {
  it('is played to an end by every player, and completely by the oracle', () => {
    const loaded = loadRich();
    if (!loaded.ok || !loaded.value.answers) throw new Error('The rich case does not load.');
    const { answers: its, ...played } = loaded.value;
    const rich = withKinds(played);
    const table = { ...its, catalogue: answers.catalogue, prevalence: answers.prevalence };
    const reportOf = (policy: (typeof POLICY_NAMES)[number]) =>
      scoreAttempt(playCase(rich, table, policy, 'wall'), rich, table);
    const scaled = (report: ReturnType<typeof reportOf>) =>
      report.criteria.find(({ id }) => id === 'outreach.decisions')?.scaled;

    for (const policy of POLICY_NAMES) expect(rich.scenario.states[reportOf(policy).ending]?.type).toBe('end');
    expect(reportOf('oracle').ending).toBe('end-kept');
    expect(scaled(reportOf('oracle'))).toBe(1);
    expect(reportOf('harmful-short')).toMatchObject({ ending: 'end-off', redLine: true });
    expect(scaled(reportOf('harmful-short'))).toBe(0);
  });
});
