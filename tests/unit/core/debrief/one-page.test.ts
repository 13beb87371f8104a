import { describe, expect, it } from 'vitest';
import { playCase } from '#app/reference/play-case.ts';
import type { PolicyName } from '#app/reference/policies.ts';
import { onePage } from '#core/debrief/one-page.ts';
import type { CaseFacts } from '#core/scoring/case-facts.ts';
import { scoreAttempt } from '#core/scoring/score-attempt.ts';
import { theCase } from '../../../support/builders/the-library.ts';

const { material, answers } = theCase('scenarios/quiet-number');
const reportOf = (policy: PolicyName) =>
  scoreAttempt(playCase(material, answers, policy, '1970-01-01T00:00:00Z'), material, answers);
const notifiedFirst = reportOf('notify-first');
const oracle = reportOf('oracle');
const step = (rating: CaseFacts['rated'][number]['rating'], seq: number) => ({
  state: 'd01',
  title: `A ${rating} step`,
  option: 'a',
  rating,
  seq,
});
const pageOf = (report: typeof oracle, changes: Partial<CaseFacts> = {}) =>
  onePage({ ...report, facts: { ...report.facts, ...changes } });

describe('the first page of a debrief', () => {
  it('names the report that pages were lost by, and goes back to it, before a step that only could have harmed', () => {
    const [lost] = notifiedFirst.facts.overtaken;
    const page = pageOf(notifiedFirst, { rated: [step('harmful', 3)] });

    expect(lost).toMatchObject({ act: 'notify' });
    expect(page.change).toMatchObject({ id: 'change.lost-by.notify', events: [lost?.seq] });
    expect(page.next).toMatchObject({ id: 'next.retry', params: { step: lost?.step }, events: [lost?.seq] });
    expect(page.keep?.id).not.toBe('keep.safe');
  });

  it('names a red line, or the copy of a closed card, before the pages that were lost', () => {
    expect(pageOf(notifiedFirst, { rated: [step('red', 3)] }).change?.id).toBe('change.red');
    expect(pageOf(notifiedFirst, { copiedClosedCard: true }).change?.id).toBe('change.card-copied');
  });

  it('names no loss where every page was captured before anything could change it', () => {
    expect(oracle.facts.overtaken).toEqual([]);
    expect(pageOf(oracle, { rated: [step('acceptable', 3)] }).change?.id).toBe('change.acceptable');
  });

  it('keeps nothing where the log holds nothing to keep: not that the case has ended, and not flags on every ad', () => {
    const { exercises } = reportOf('nothing');
    const facts = { ...oracle.facts, rated: [step('red', 3)], pairs: [] };
    expect(onePage({ facts, exercises }).keep).toBeUndefined();

    const flagged = reportOf('flag-all').exercises.filter(({ kind }) => kind === 'detection');
    expect(onePage({ facts, exercises: flagged }).keep?.id).not.toBe('keep.found');
  });
});
