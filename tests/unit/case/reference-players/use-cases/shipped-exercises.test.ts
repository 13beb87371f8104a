import { describe, expect, it } from 'vitest';
import { hasExercise, ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { deriveKey } from '#kinds/detection/model/derive-key.ts';
import { parallelRounds } from '#library/cases/use-cases/parallel-tests.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { prevalenceOf } from '#market/ads/use-cases/prevalence-of.ts';
import { KINDS, withKinds } from '../../../../support/builders/kinds.ts';
import { LIBRARY, PROJECT } from '../../../../support/builders/the-library.ts';

const project = loadProject(PROJECT, KINDS);
if (!project.ok) throw new Error('The shipped project does not load.');
const { cases, parallelTests } = project.value;
const isFind = ({ scenario }: (typeof cases)[number]) =>
  hasExercise(scenario, 'detection') && ratedDecisions(scenario).length === 0;
const shipped = cases.filter(isFind);
const rounds = parallelRounds(parallelTests, cases, LIBRARY).map(({ loaded }) => loaded);
const played = [...shipped, ...rounds].map((loaded) => {
  if (!loaded.answers) throw new Error(`${loaded.source.id} has no answers.`);
  const prevalence = prevalenceOf(loaded.market);
  const answers = { ...loaded.answers, catalogue: LIBRARY.catalogue, prevalence };
  const reports = new Map<PolicyName, ScoreReport>();
  const report = (policy: PolicyName) => {
    const known =
      reports.get(policy) ??
      scoreAttempt(playCase(withKinds(loaded), answers, policy, '1970-01-01T00:00:00Z'), loaded, answers);
    reports.set(policy, known);
    return known;
  };
  const key = deriveKey(answers.truth, prevalence);
  return { id: loaded.source.id, source: loaded.source, report, key };
});

/** The share of controlled ads as the briefings say it. */
const SHARES: Readonly<Record<string, string>> = { PRACTICE: '20 of 100', FIELD: '6 of 100', NEEDLE: '2 of 100' };

/** The exercises in which somebody is controlled; the other one announces no share. */
const withControlled = played.filter(({ source }) => source.market.prevalence !== 'CALIBRATION');
const withNobody = played.filter((one) => !withControlled.includes(one));

describe('the exercises', () => {
  it('are six: two of each size, each over a profile of its own', () => {
    const markets = shipped.map(({ source }) => source.market);

    expect(markets.map(({ preset }) => preset).sort()).toEqual([
      'field',
      'field',
      'mini',
      'mini',
      'practice',
      'practice',
    ]);
    expect(markets.map(({ profile }) => profile).sort()).toEqual(['BUY', 'JOB', 'PRO', 'REG', 'SOC', 'TPC']);
  });

  it('announce 20, 6 and 2 controlled ads of a hundred, and in one exercise nothing, where there is none', () => {
    expect(new Set(shipped.map(({ source }) => source.market.prevalence))).toEqual(
      new Set(['PRACTICE', 'FIELD', 'NEEDLE', 'CALIBRATION']),
    );
    for (const { source, key } of withNobody) {
      const first = source.states[source.initial];
      const text = first && 'text' in first ? first.text : '';
      expect(text).toMatch(new RegExp(`^There are ${key.length} `));
      expect(text).not.toMatch(/\d+ of 100|That makes/);
      expect(key.some(({ control }) => isSought(control))).toBe(false);
      expect(key.filter(({ possibleMinor }) => possibleMinor).length).toBeGreaterThan(0);
    }
  });

  it.each(withNobody)('$id: nobody is controlled: to flag all earns nothing, and the oracle all', ({ report }) => {
    const specificity = (policy: PolicyName) =>
      report(policy).criteria.find(({ id }) => id === 'detection.specificity')?.scaled;

    expect(specificity('oracle')).toBe(1);
    expect(specificity('flag-all')).toBe(0);
    expect(specificity('flag-none')).toBe(1);
    expect(specificity('honest')).toBeGreaterThan(specificity('count-flags') ?? 1);
    expect(report('flag-all').criteria.some(({ id }) => id === 'detection.mark')).toBe(false);
  });

  it.each(withControlled)(
    '$id: the oracle reaches the best of every criterion, and decisions are not mentioned',
    ({ report }) => {
      const { criteria, redLine, path, model } = report('oracle');

      expect(criteria.map(({ id, scaled }) => [id, scaled])).toEqual(criteria.map(({ id }) => [id, 1]));
      expect(criteria.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['detection.mark', 'detection.signs', 'detection.bands', 'detection.certainty']),
      );
      expect(criteria.filter(({ id }) => id.startsWith('outreach.'))).toEqual([]);
      expect({ redLine, path, model }).toEqual({ redLine: false, path: [], model: [] });
    },
  );

  it.each(withControlled)(
    '$id: doing nothing, flagging all and counting signs earn less than an honest reader',
    ({ report }) => {
      const mark = (policy: PolicyName) =>
        report(policy).criteria.find(({ id }) => id === 'detection.mark')?.scaled ?? 1;

      expect([mark('nothing'), mark('flag-all')]).toEqual([0, 0]);
      expect(mark('count-flags')).toBeLessThan(mark('honest'));
    },
  );

  it.each(withControlled)(
    "$id: an honest reader's certainty scores more than full certainty with the same answers",
    ({ report }) => {
      const sure = (policy: PolicyName) =>
        report(policy).criteria.find(({ id }) => id === 'detection.certainty')?.scaled ?? 1;

      expect([sure('nothing'), sure('flag-all'), sure('flag-none'), sure('count-flags')]).toEqual([0, 0, 0, 0]);
      expect(sure('honest')).toBeGreaterThan(0);
      expect(sure('honest')).toBeGreaterThanOrEqual(sure('always-c3'));
    },
  );

  it.each(withControlled)('$id: says whether the sought ads are controlled or deceptive offers', ({ report, key }) => {
    const controlOf = new Map(key.map(({ ad, control }) => [ad, control]));
    const said = report('honest').findings.filter(({ reason }) => /^ad\.(hit|miss|notKnowable)/.test(reason));

    expect(said.length).toBeGreaterThan(0);
    for (const { reason, at } of said)
      expect([at.ad, reason.endsWith('.deceptive')]).toEqual([at.ad, controlOf.get(at.ad ?? '') === 'deceptive']);
  });

  it.each(withControlled)('$id: the briefing announces the content of the market', ({ source, key }) => {
    const first = source.states[source.initial];
    const text = first && 'text' in first ? first.text : '';
    const controlled = key.filter(({ control }) => isSought(control));

    expect(text).toMatch(new RegExp(`^There are ${key.length} `));
    expect(text).toContain(`In this market ${SHARES[source.market.prevalence]} `);
    expect(text).toMatch(new RegExp(`That makes (?:about )?${controlled.length}\\b`));
    expect(key.filter(({ possibleMinor }) => possibleMinor).length).toBeGreaterThan(0);
    expect(controlled.filter(({ notKnowable }) => notKnowable).length).toBeGreaterThan(1);
  });
});
