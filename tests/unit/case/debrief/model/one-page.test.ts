import { describe, expect, it } from 'vitest';
import { onePage } from '#case/debrief/model/one-page.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import type { CaseFacts } from '#case/scoring/model/case-facts.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import type { DetectionFacts } from '#kinds/detection/model/facts.ts';
import type { PreservationFacts } from '#kinds/preservation/model/facts.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

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
  onePage({ ...report, facts: { ...report.facts, ...changes } }, KINDS);

describe('the first page of a debrief', () => {
  it('prefers the report that lost pages, and a retry from it, to a step that only could have harmed', () => {
    const [lost] = notifiedFirst.facts.overtaken;
    const page = pageOf(notifiedFirst, { rated: [step('harmful', 3)] });

    expect(lost).toMatchObject({ act: 'notify' });
    expect(page.change).toMatchObject({ id: 'change.lost-by.notify', events: [lost?.seq] });
    expect(page.next).toMatchObject({ id: 'next.retry', params: { step: lost?.step }, events: [lost?.seq] });
    expect(page.keep?.id).not.toBe('keep.safe');
  });

  it('prefers a red line, or the copy of a closed card, to lost pages', () => {
    expect(pageOf(notifiedFirst, { rated: [step('red', 3)] }).change?.id).toBe('change.red');
    expect(pageOf(notifiedFirst, { copiedClosedCard: true }).change?.id).toBe('change.card-copied');
  });

  it('begins with the gravest of several steps that could have harmed, and of equal ones with the first', () => {
    const harmed = (seq: number, harm: number) => ({ ...step('harmful', seq), title: `Step ${seq}`, harm });
    const changed = (...rated: readonly CaseFacts['rated'][number][]) => pageOf(oracle, { rated }).change;

    expect(changed(harmed(3, -2), harmed(7, -6), harmed(9, -4))).toMatchObject({ id: 'change.harm', events: [7] });
    expect(changed(harmed(3, -4), harmed(7, -4))).toMatchObject({ events: [3] });
    expect(changed(step('harmful', 3), harmed(7, -1))).toMatchObject({ events: [7] });
  });

  it('mentions no loss where every page was captured before a change', () => {
    expect(oracle.facts.overtaken).toEqual([]);
    expect(pageOf(oracle, { rated: [step('acceptable', 3)] }).change?.id).toBe('change.acceptable');
  });

  it('does not praise an order of acts that lost a page or began before a capture', () => {
    const workbench = oracle.exercises.find(({ kind }) => kind === 'preservation');
    const own = workbench?.facts as PreservationFacts;
    const facts = { ...oracle.facts, rated: [step('red', 3)] };
    const keepOf = (changes: Partial<PreservationFacts>) =>
      onePage({ facts, exercises: [{ state: 'bench', kind: 'preservation', facts: { ...own, ...changes } }] }, KINDS)
        .keep?.id;
    const [first, ...rest] = own.pages;

    expect(facts.pairs.every(({ outcome }) => outcome === 'kept')).toBe(true);
    expect(keepOf({})).toBe('keep.order');
    for (const state of ['lost', 'overtaken', 'moved', 'changed'] as const)
      expect(keepOf({ pages: [{ ad: first?.ad ?? '', state }, ...rest] })).toBe('keep.some-pages');
    expect(keepOf({ errors: [{ code: 'E6', places: [] }] })).toBe('keep.pages');
  });

  it('names nothing to keep where the log has none: neither the end of the case nor flags on every ad', () => {
    const { exercises } = reportOf('nothing');
    const facts = { ...oracle.facts, rated: [step('red', 3)], pairs: [] };
    expect(onePage({ facts, exercises }, KINDS).keep).toBeUndefined();

    const flagged = reportOf('flag-all').exercises.filter(({ kind }) => kind === 'detection');
    expect(onePage({ facts, exercises: flagged }, KINDS).keep?.id).not.toBe('keep.found');
  });

  describe('of flags', () => {
    const [finds] = oracle.exercises.filter(({ kind }) => kind === 'detection');
    const own = finds?.facts as DetectionFacts;
    const keepOf = (changes: Partial<DetectionFacts>) => {
      const facts = { ...oracle.facts, rated: [step('red', 3)], pairs: [] };
      const exercise = { state: 'find', kind: 'detection', facts: { ...own, notEscalated: ['0337'], ...changes } };
      return onePage({ facts, exercises: [exercise] }, KINDS).keep;
    };
    const known = own.hits.filter((ad) => !own.unknowable.includes(ad));
    const others = own.leftAlone;

    it('are praised on distinguishable ads, where flags tell ads apart', () => {
      const keep = keepOf({ hits: [...known, ...own.unknowable], falseFlags: others.slice(0, 5) });
      expect(keep).toMatchObject({ id: 'keep.found', params: { count: known.length, ads: known.join(', ') } });
    });

    it('are not praised for a reader who flags blindly, or is right only on unknowable ads', () => {
      // Six of eight and 23 of 33 are nearly the same share: the six are luck.
      const blind = { hits: [...known, ...own.unknowable].slice(0, 6), falseFlags: others.slice(0, 23) };
      expect(keepOf(blind)?.id).not.toBe('keep.found');
      expect(keepOf({ hits: own.unknowable.slice(0, 1), falseFlags: [], alike: [] })?.id).not.toBe(
        'keep.nobody-accused',
      );
      expect(keepOf({ hits: known.slice(0, 1), falseFlags: [], alike: [] })?.id).toBe('keep.nobody-accused');
    });
  });
});
