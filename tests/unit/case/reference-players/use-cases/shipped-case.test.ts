import { describe, expect, it } from 'vitest';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { POLICY_NAMES, type PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const { material, answers } = theCase();
const { key } = answers;
const play = (policy: PolicyName) => {
  const log = playCase(material, answers, policy, '1970-01-01T00:00:00Z');
  return { log, report: scoreAttempt(log, material, answers) };
};
const PLAYED = Object.fromEntries(POLICY_NAMES.map((policy) => [policy, play(policy)])) as Record<
  PolicyName,
  ReturnType<typeof play>
>;
const criterion = (report: ScoreReport, id: string) => report.criteria.find((entry) => entry.id === id);
const IDS = [
  'detection.mark',
  'detection.signs',
  'detection.bands',
  'detection.certainty',
  'detection.withheld',
  'preservation.record',
  'preservation.rubric',
  'preservation.order',
  'outreach.decisions',
  'outreach.hints',
];

describe('the reference players in the shipped case', () => {
  it('the oracle reaches the best of every criterion, and an end that is no red line', () => {
    const { report } = PLAYED.oracle;

    expect(report.criteria.map(({ id }) => id)).toEqual(IDS);
    expect(report.criteria.map(({ scaled }) => scaled)).toEqual(IDS.map(() => 1));
    expect(report).toMatchObject({
      redLine: false,
      scenario: 'quiet-number',
      scenarioHash: material.scenario.hash,
      keyVersion: key.version,
    });
    expect(material.scenario.states[report.ending]?.type).toBe('end');
  });

  it.each(['nothing', 'flag-all'] as const)('%s has no mark for detection and nothing in the locker', (policy) => {
    expect(criterion(PLAYED[policy].report, 'detection.mark')?.scaled).toBe(0);
    expect(criterion(PLAYED[policy].report, 'preservation.record')?.scaled).toBe(0);
  });

  it('screenshots alone are capped, and are no record', () => {
    const { report } = PLAYED['screenshot-only'];

    expect(criterion(report, 'preservation.record')?.scaled).toBe(0);
    expect(criterion(report, 'preservation.rubric')?.scaled).toBe(0);
    expect(report.findings.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['never.screenshot-only', 'error.E2']),
    );
  });

  it('the player that notifies first loses the order of acts, and the pages removed by then', () => {
    const { report } = PLAYED['notify-first'];

    expect(criterion(report, 'preservation.order')?.scaled).toBe(0);
    expect(criterion(report, 'preservation.rubric')?.raw).toBeLessThanOrEqual(90);
    expect(report.findings.map(({ reason }) => reason)).toContain('error.E6');
    for (const id of ['detection.mark', 'detection.signs', 'detection.withheld'])
      expect(criterion(report, id)?.scaled).toBe(1);
  });

  it('harmful play stays below half of the points, however short', () => {
    const { log, report } = PLAYED['harmful-short'];

    expect(criterion(report, 'outreach.decisions')?.scaled).toBeLessThan(0.5);
    expect(log.events.length).toBeLessThan(PLAYED.oracle.log.events.length);
  });

  it.each(POLICY_NAMES)('%s is scored on the same criteria with the same ranges', (policy) => {
    const ends = ({ criteria }: ScoreReport) => criteria.map(({ id, min, max }) => ({ id, min, max }));

    expect(ends(PLAYED[policy].report)).toEqual(ends(PLAYED.oracle.report));
    for (const { scaled } of PLAYED[policy].report.criteria) expect(scaled >= 0 && scaled <= 1).toBe(true);
  });

  it.each(POLICY_NAMES)('every number of %s is based on events in its log', (policy) => {
    const { log, report } = PLAYED[policy];
    const seqs = new Set(log.events.map(({ seq }) => seq));

    for (const { evidence } of report.criteria) for (const seq of evidence) expect(seqs).toContain(seq);
  });

  it.each(POLICY_NAMES)('%s is deterministic', (policy) => {
    expect(play(policy)).toEqual(PLAYED[policy]);
  });
});
