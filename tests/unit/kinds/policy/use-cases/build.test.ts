import { describe, expect, it } from 'vitest';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import { POLICY } from '#kinds/policy/model/kind.ts';
import { policyStatements } from '#kinds/policy/use-cases/statements.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, PROJECT, theCase } from '../../../../support/builders/the-library.ts';

const CASE = 'scenarios/which-measures-first';
const { material, answers } = theCase(CASE);
const { scenario, market } = material;
const loaded = loadCase(PROJECT, CASE, LIBRARY);
if (!loaded.ok) throw new Error('The case does not load.');
const { source } = loaded.value;
const brief = POLICY.briefOf(scenario, 'table');

describe('a case with a table-top', () => {
  const issuesWith = (from: string, to: string) => {
    const read = loadCase(projectWith({ [`${CASE}/scenario.yaml`]: swap(from, to) }), CASE, LIBRARY);
    return read.ok ? [] : read.issues.map(({ code, params }) => ({ code, ...params }));
  };

  it.each([
    ['cites what no list has', 'code: ZDS22', 'code: ZDS23', { code: 'library.unknown-source', source: 'ZDS23' }],
    [
      'claims to have read more than was read',
      '{ code: CDT19, mark: A',
      '{ code: CDT19, mark: V',
      {
        code: 'library.mark-above-source',
        source: 'CDT19',
      },
    ],
    ['has one id twice', 'id: finder-returns', 'id: finder-hours', { code: 'policy.repeated-id', id: 'finder-hours' }],
    [
      'is about something that no measure is about',
      'topics: [capacity, referral]',
      'topics: [weather]',
      {
        code: 'schema.not-one-of',
        field: 'brief.report.findings.5.topics.0',
      },
    ],
  ])('is refused where it %s', (_, from, to, expected) => {
    expect(issuesWith(from, to)).toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
  });

  it('shows the intervals of its report', () => {
    const of = (id: string) => {
      const [seen = 0, trials = 0] = brief.report.findings.find((one) => one.id === id)?.count ?? [];
      return wilsonInterval(seen, trials).map((end) => Math.round(100 * end));
    };
    expect(of('ostrel-edits')).toEqual([44, 100]);
    expect(of('marrin-answers')).toEqual([0, 26]);
    expect(of('kelvast-told')).toEqual([0, 22]);
    expect(of('dorvanne-lawful')).toEqual([41, 93]);
    expect(of('four-towns-lawful')).toEqual([0, 32]);
  });
});

describe('the reference players of the case', () => {
  const scaledOf = (policy: PolicyName) => {
    const log = playCase(material, answers, policy, '2026-01-01T00:00:00.000Z');
    expect(replayAttempt({ scenario, market, kinds: KINDS }, log).ended).toBe(true);
    return scoreAttempt(log, material, answers)
      .criteria.filter(({ id }) => id.startsWith('policy.'))
      .map(({ scaled }) => scaled);
  };

  it('reach 1 with either of two plans that were argued, and 0 where every field is filled in alike', () => {
    for (const policy of ['oracle', 'honest'] as const) expect(scaledOf(policy)).toEqual(Array(6).fill(1));
    for (const policy of ['nothing', 'flag-all', 'flag-none', 'count-flags'] as const)
      expect(scaledOf(policy)).toEqual(Array(6).fill(0));
    const half = scaledOf('half-diligent');
    expect(Math.min(...half)).toBeLessThan(1);
  });
});

it('the form of a reviewer states every finding, card and rule, and the whole model', () => {
  const statements = policyStatements(answers.key, source);
  const of = (topic: string) => statements.filter((one) => one.topic === topic).length;

  expect(of('policy.finding')).toBe(brief.report.findings.length);
  expect(of('policy.card')).toBe(brief.cards.length);
  expect(of('policy.law')).toBe(brief.law.length);
  expect(of('policy.measure')).toBe(20);
  expect(statements.find(({ id }) => id === 'policy.measure.C3')?.answer?.params).toMatchObject({
    cost: 4,
    lowV: -30,
    highV: 0,
  });
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
});
