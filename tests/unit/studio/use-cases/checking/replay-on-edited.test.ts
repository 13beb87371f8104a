import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptLog, type AttemptStep, firstBrokenEvent, recordEvent } from '#case/attempt/model/attempt-log.ts';
import { createReplay, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { scenesOf } from '#case/language/model/scenes.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { type PlayedPart, PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { checkDraft } from '#studio/use-cases/checking/check-draft.ts';
import { replayOnEdited } from '#studio/use-cases/checking/replay-on-edited.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { wander } from '../../../../support/builders/a-wanderer.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { anyScenario } from '../../../../support/builders/any-scenario.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';
import { KINDS, withKinds } from '../../../../support/builders/kinds.ts';
import { projectWith } from '../../../../support/builders/project-with.ts';
import { RICH_FILES, RICH_SCENARIO } from '../../../../support/builders/rich-case.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const { market } = aMarket();
const draws = fc.array(fc.nat(5_000), { minLength: 30, maxLength: 90 });

const partOf = (source: Scenario): PlayedPart => ({
  kinds: KINDS,
  schema: 'case-public/1',
  title: source.title,
  reviewed: false,
  scenario: compiledFrom(source),
  scenes: scenesOf(source),
  market,
  choices: [],
});

/** Another text of the same story: every sentence is new, every way as it was. */
const reworded = (source: Scenario): Scenario =>
  JSON.parse(JSON.stringify(source).replaceAll('"title":"', '"title":"New. ')) as Scenario;

/** The story without one of the options of a state. */
function without(source: Scenario, state: string, option: string): Scenario {
  const copy = JSON.parse(JSON.stringify(source)) as Scenario;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const found = (node as Record<string, { options?: { id: string }[] }>)[state];
    if (found?.options) found.options = found.options.filter(({ id }) => id !== option);
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(copy.states);
  return copy;
}

describe('an attempt at any story, after an edit', () => {
  it('is replayed completely, to the same state, where only words have changed', () => {
    fc.assert(
      fc.property(anyScenario({ loops: true }), draws, fc.boolean(), (source, path, isReworded) => {
        const part = partOf(source);
        const { log, attempt } = wander(part.scenario, market, path);
        const edited = isReworded ? partOf(reworded(source)) : part;

        const replayed = replayOnEdited(log, edited, KINDS);

        expect(replayed).toMatchObject({ steps: log.events.length, fit: log.events.length });
        expect(replayed.broken).toBeUndefined();
        expect(replayed.attempt).toEqual(attempt);
        expect(replayed.log.header.scenarioHash).toBe(edited.scenario.hash);
      }),
      { numRuns: 50 },
    );
  });

  it('breaks at the first choice of a removed option', () => {
    let broken = 0;
    fc.assert(
      fc.property(anyScenario({ loops: true }), draws, fc.nat(1_000), (source, path, which) => {
        const part = partOf(source);
        const { log } = wander(part.scenario, market, path);
        const choices = log.events.filter((event) => event.type === 'decision.made');
        const chosen = choices[which % Math.max(1, choices.length)];
        if (chosen?.type !== 'decision.made') return;
        const { state, option } = chosen;
        const first = choices.find((event) => event.state === state && 'option' in event && event.option === option);
        broken += 1;

        const replayed = replayOnEdited(log, partOf(without(source, state, option)), KINDS);

        expect(replayed.fit).toBe((first?.seq ?? 0) - 1);
        expect(replayed.broken).toMatchObject({
          seq: first?.seq,
          why: 'option-gone',
          step: { type: 'decision.made', state, option },
        });
        expect(replayed.attempt.active).toContain(state);
      }),
      { numRuns: 50 },
    );
    expect(broken).toBeGreaterThan(25);
  });

  it('is a valid log of the edited text as far as it fits', () => {
    fc.assert(
      fc.property(anyScenario({ loops: true }), draws, (source, path) => {
        const { log } = wander(partOf(source).scenario, market, path);
        const choice = log.events.find((event) => event.type === 'decision.made');
        const edited = partOf(choice?.type === 'decision.made' ? without(source, choice.state, choice.option) : source);

        const replayed = replayOnEdited(log, edited, KINDS);

        expect(firstBrokenEvent(replayed.log)).toBeUndefined();
        expect(replayAttempt({ scenario: edited.scenario, market, kinds: KINDS }, replayed.log)).toEqual(
          replayed.attempt,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('the effect of an edit on a recorded attempt', () => {
  /** The public half of the rich case with some words of its text replaced. */
  function richPart(...swaps: readonly (readonly [string, string])[]): PlayedPart {
    const text = swaps.reduce((so, [from, to]) => {
      expect(so).toContain(from);
      return so.replaceAll(from, to);
    }, RICH_SCENARIO);
    const files = projectWith({ [RICH_FILES.scenario]: text });
    const { played } = checkDraft(files, 'scenarios/rich-case', LIBRARY);
    if (!played) throw new Error('The edited case cannot be played. Mend the test.');
    return withKinds(played.parts[PUBLIC_PART] as PublicPart);
  }
  const part = richPart();
  function played(steps: readonly AttemptStep[], role?: 'ngo'): AttemptLog {
    const { log: begun } = wander(part.scenario, part.market, [], role);
    const { start, advance } = createReplay(part, role);
    return steps.reduce(
      ({ log, attempt }, step) => {
        const event = recordEvent(log, step, attempt.clock, 'wall');
        return { log: { ...log, events: [...log.events, event] }, attempt: advance(attempt, event) };
      },
      { log: begun, attempt: start() },
    ).log;
  }
  const goOn = (state: string): AttemptStep => ({ type: 'scene.continued', state });
  const choose = (state: string, option: string): AttemptStep => ({ type: 'decision.made', state, option });
  const ad = part.market.ads[0]?.id ?? '';
  const open: AttemptStep = { type: 'exercise.acted', state: 'read', action: { type: 'ad.opened', ad } };
  const wholeWay: AttemptStep[] = [
    goOn('report'),
    open,
    { type: 'hint.taken', state: 'read', hint: 0 },
    { type: 'exercise.committed', state: 'read' },
    { type: 'timer.elapsed', state: 'wait' },
    choose('word', 'a'),
    choose('again', 'more'),
    choose('again', 'stop'),
  ];

  it.each<[string, readonly (readonly [string, string])[], number, string]>([
    ['a state that is renamed', [['again', 'once-more']], 7, 'state-gone'],
    ['an option that is not offered there any more', [['calls < 2', 'calls < 0']], 7, 'option-closed'],
    ['a scene that is left out', [['{ next: both }', '{ next: line }']], 2, 'elsewhere'],
    [
      'a hint that is taken away',
      [['            hints:\n              - { text: Look at the numbers first., cost: 1 }\n', '']],
      3,
      'hint-gone',
    ],
  ])('%s breaks it at that step, with that reason', (_, swaps, seq, why) => {
    const replayed = replayOnEdited(played(wholeWay), richPart(...swaps), KINDS);

    expect(replayed).toMatchObject({ steps: 8, fit: seq - 1, broken: { seq, why } });
  });

  it.each([
    ['an ad', { type: 'ad.opened', ad: '9999' }, 'ad-gone'],
    ['a sign', { type: 'ad.marked', ad, at: 's1', indicator: 'no-such-sign' }, 'name-gone'],
    ['a place in an ad', { type: 'ad.marked', ad, at: 's99', indicator: 'shared-phone' }, 'name-gone'],
    ['an act', { type: 'ad.eaten', ad }, 'no-such-step'],
  ])('%s that the case does not have breaks it at that step', (_, action, why) => {
    const { header, events } = played(wholeWay);
    const changed = events.map((event) => (event.type === 'exercise.acted' ? { ...event, action } : event));

    expect(replayOnEdited({ header, events: changed }, part, KINDS)).toMatchObject({ fit: 1, broken: { seq: 2, why } });
  });

  it('a removed role leaves no step', () => {
    const log = played([goOn('report'), goOn('line')], 'ngo');
    const edited = richPart(
      ['roles:\n  ngo: { title: Support worker', 'roles:\n  platform: { title: Support worker'],
      ['ngo: { text: The line', 'platform: { text: The line'],
      ['role == "ngo"', 'role == "platform"'],
    );

    expect(replayOnEdited(log, part, KINDS).fit).toBe(2);
    expect(replayOnEdited(log, edited, KINDS)).toMatchObject({ fit: 0, broken: { seq: 0, why: 'role-gone' } });
  });

  it('a shorter timer elapses by itself, and the step that waited for it counts as taken', () => {
    const log = played([goOn('report'), open, open, { type: 'timer.elapsed', state: 'wait' }, open]);
    const replayed = replayOnEdited(
      log,
      richPart(['minutes: 60\n            options', 'minutes: 1\n            options']),
      KINDS,
    );

    expect(replayed).toMatchObject({ steps: 5, fit: 5 });
    expect(replayed.broken).toBeUndefined();
    expect(replayed.log.events.map(({ type }) => type)).toEqual(log.events.map(({ type }) => type));
    expect(replayed.attempt.clock < replayOnEdited(log, part, KINDS).attempt.clock).toBe(true);
  });
});

describe('the score of a recorded attempt', () => {
  const { material, answers } = smallCase();
  const part: PlayedPart = {
    schema: 'case-public/1',
    title: 'Small',
    choices: [...answers.catalogue.values()],
    ...material,
  };
  const log = playCase(material, answers, 'oracle', '2026-01-01T00:00:00Z');

  it('equals the score on the site where nothing has changed', () => {
    expect(replayOnEdited(log, part, KINDS, answers).report).toEqual(scoreAttempt(log, material, answers));
  });

  it('follows a change of the key', () => {
    const { d03 } = answers.key.decisions;
    const options = {
      ...d03?.options,
      b: { ...d03?.options.b, rating: 'harmful' },
      a: { ...d03?.options.a, rating: 'good' },
    };
    const changed = {
      ...answers,
      key: { ...answers.key, decisions: { ...answers.key.decisions, d03: { ...d03, options } } },
    } as typeof answers;
    const scaled = (of: typeof answers) =>
      replayOnEdited(log, part, KINDS, of).report?.criteria.find(({ id }) => id === 'outreach.decisions')?.scaled ?? -1;

    expect(scaled(answers)).toBe(1);
    expect(scaled(changed)).toBeLessThan(1);
    expect(scaled(changed)).toBeGreaterThanOrEqual(0);
  });

  it('is not given for an attempt without an end', () => {
    const begun = anAttempt(material).passesOn().log;

    expect(replayOnEdited(begun, part, KINDS, answers).report).toBeUndefined();
  });
});
