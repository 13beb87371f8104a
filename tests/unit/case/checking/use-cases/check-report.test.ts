import { describe, expect, it } from 'vitest';
import { sentencesOf, tonesOf } from '#case/checking/screens/tones-of.ts';
import { checkCase } from '#case/checking/use-cases/check-case.ts';
import { type CheckReport, checkReport } from '#case/checking/use-cases/check-report.ts';
import { CHECKS_OF_CASE, checkThatFinds } from '#case/checking/use-cases/check-report-checks.ts';
import { required } from '#kernel/model/invariant.ts';
import { readCase } from '#library/cases/use-cases/read-case.ts';
import checking from '#words/case/checking.json' with { type: 'json' };
import messages from '#words/case/issues.json' with { type: 'json' };
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { RICH_FILES, RICH_KEY, RICH_SCENARIO } from '../../../../support/builders/rich-case.ts';

/** What the checker says of the rich case with some of its files changed, as findings and as a report. */
function checked(scenarioText = RICH_SCENARIO, keyText = RICH_KEY) {
  const files = projectWith({ [RICH_FILES.scenario]: scenarioText, [RICH_FILES.key]: keyText });
  const { scenario, key } = readCase(files, 'scenarios/rich-case', KINDS);
  const placed = { scenario: required(scenario, 'the scenario'), key: required(key, 'its key') };
  const { issues, compiled, figures } = checkCase({ ...placed, translations: [] }, KINDS);
  const report = checkReport(
    {
      source: placed.scenario.value,
      compiled: required(compiled, 'its tables'),
      key: placed.key.value,
      figures: figures ?? { situations: 0, decisions: [] },
      issues,
      translations: 0,
    },
    KINDS,
  );
  return { issues, report };
}

const found = ({ checks }: CheckReport) =>
  Object.fromEntries(checks.filter((check) => check.found > 0).map((check) => [check.id, check.found]));

describe('checkReport', () => {
  it('reports no findings for a correct case, and the checks that do not apply', () => {
    const { report } = checked();

    expect(report.findings).toEqual([]);
    expect(found(report)).toEqual({});
    expect(report.checks.filter(({ made }) => !made).map(({ id }) => id)).toEqual(['translations', 'workshop']);
    expect(report.figures.score?.best).toBe(1);
    expect(report.coverage).toHaveLength(32);
    expect(report.coverage.filter(({ states }) => states.length > 0)).toEqual([{ decision: 'D01', states: ['word'] }]);
  });

  it('lists every finding with its state', () => {
    const { issues, report } = checked(
      [
        swap('when: calls < 2', 'when: calls < 0'),
        swap('title: A call is due', 'title: A <b>call</b> is due'),
        swap('summary: A report, two', 'summary: A <i>report</i>, two'),
      ].reduce((text, edit) => edit(text), RICH_SCENARIO),
      swap(
        'rating: red, meters: { safety: -2 }',
        'rating: good, meters: { safety: -2 }',
      )(RICH_KEY).replace(/\n {6}d: .*/, ''),
    );

    expect(issues.length).toBeGreaterThan(3);
    expect(report.findings.map(({ issue }) => issue)).toEqual(issues);
    const states = new Map(report.findings.map(({ issue, state }) => [issue.code, state]));
    expect(states.get('key.option-without-rating')).toBe('word');
    expect(states.get('scenario.guard-never-true')).toBe('again');
    const markup = report.findings.filter(({ issue }) => issue.code === 'scenario.markup').map(({ state }) => state);
    expect(markup).toEqual([undefined, 'wait']);
    expect(tonesOf(report.findings)).toEqual({ word: 'error', again: 'error', wait: 'warning' });
    expect(sentencesOf(report.findings, {}).wait).toEqual([
      'The text holds "<b>", which is shown letter by letter. Write plain text.',
    ]);
    expect(found(report)).toMatchObject({ conditions: 1, key: 1, safety: 2 });
  });

  it('assigns a step of the model path to the state that it names', () => {
    const { report } = checked(RICH_SCENARIO, swap('- [again, stop]', '- [again, hasty]')(RICH_KEY));
    expect(report.findings.map(({ issue, state }) => [issue.code, state])).toEqual([
      ['key.model-not-playable', 'again'],
    ]);
  });
});

describe('the checks of a case', () => {
  it('cover every issue code of a case', () => {
    const codes = Object.keys(messages).filter((code) => /^(?:yaml|schema|file|scenario|key|translation)\./.test(code));
    expect(codes.length).toBeGreaterThan(70);
    expect(codes.filter((code) => checkThatFinds(code, KINDS) === undefined)).toEqual([]);
    expect(checkThatFinds('key.order-by-wrong-office', KINDS)).toBe('key');
    expect(checkThatFinds('safety.C07', KINDS)).toBe('safety');
    expect(checkThatFinds('csv.empty', KINDS)).toBeUndefined();
  });

  it('each have a sentence, and only existing codes', () => {
    for (const { id, codes } of CHECKS_OF_CASE) {
      expect(Object.hasOwn(checking, `check.${id}`), id).toBe(true);
      const unknown = codes.filter((code) => !Object.keys(messages).some((known) => known.startsWith(code)));
      expect(unknown, id).toEqual([]);
    }
  });
});
