import { describe, expect, it } from 'vitest';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { firstUnknownName } from '#case/attempt/model/unknown-names.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { PLATFORM_TEST } from '#kinds/platform-test/model/kind.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';

const CASE = 'scenarios/six-weeks-six-platforms';
const { material, answers } = theCase(CASE);
const brief = PLATFORM_TEST.briefOf(material.scenario, 'test');
const issuesWith = (from: string, to: string) => {
  const loaded = loadCase(projectWith({ [`${CASE}/scenario.yaml`]: swap(from, to) }), CASE, LIBRARY);
  return loaded.ok ? [] : loaded.issues;
};

describe('a built case with a test of platforms', () => {
  it('has the six platforms of its market, a mirror, and begins with the case', () => {
    expect(brief.platforms.map(({ id }) => id)).toHaveLength(6);
    expect(brief.mirrors.map(({ mirrorOf }) => mirrorOf)).toEqual(['ostrel-smallads']);
    expect(brief.from).toBe(material.scenario.start);
  });

  it('is refused, with the position, if it names another market than its own', () => {
    expect(issuesWith('market: BUY, seed', 'market: REG, seed')).toMatchObject([
      { code: 'checkathon.other-market', path: ['states', 'test', 'brief', 'market'], params: { profile: 'BUY' } },
    ]);
  });

  it('is refused where its market has no platforms to test', () => {
    const both = projectWith({
      [`${CASE}/scenario.yaml`]: (text: string) =>
        text.replace('market: BUY, seed', 'market: REG, seed').replace('profile: BUY', 'profile: REG'),
    });
    const loaded = loadCase(both, CASE, LIBRARY);

    expect(loaded.ok ? [] : loaded.issues.map(({ code }) => code)).toContain('checkathon.no-platforms');
  });

  it('moves the clock of the case by the hours of the test', () => {
    const log = playCase(material, answers, 'oracle', '1970-01-01T00:00:00Z');
    const { clock, responses } = replayAttempt(material, log);
    const { done } = responses['test'] as { done: { action: { type: string; hours?: number } }[] };
    const hours = done.reduce((sum, { action }) => sum + (action.hours ?? 0), 0);

    expect((Date.parse(clock) - Date.parse(material.scenario.start)) / 3_600_000).toBeCloseTo(hours, 0);
  });

  it('accepts a log that names its platforms, and refuses one that names another', () => {
    const log = playCase(material, answers, 'oracle', '1970-01-01T00:00:00Z');
    const asked = (site: string) => ({
      ...log,
      events: log.events.map((event) =>
        event.type === 'exercise.acted' && event.action.type === 'terms.read'
          ? { ...event, action: { ...event.action, site } }
          : event,
      ),
    });

    expect(firstUnknownName(log, { ...material, choices: [] }, KINDS)).toBeUndefined();
    expect(firstUnknownName(asked('marrin-evenings'), { ...material, choices: [] }, KINDS)).toBeUndefined();
    expect(firstUnknownName(asked('elsewhere'), { ...material, choices: [] }, KINDS)).toMatchObject({ what: 'site' });
  });

  it('is scored in full for the oracle, through the whole case', () => {
    const log = playCase(material, answers, 'oracle', '1970-01-01T00:00:00Z');
    const own = scoreAttempt(log, material, answers).criteria.filter(({ id }) => id.startsWith('checkathon.'));

    expect(own.map(({ id, scaled }) => [id, scaled])).toEqual(own.map(({ id }) => [id, 1]));
    expect(own).toHaveLength(7);
  });
});
