import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRITERION_SENTENCES, type CriterionFacts } from '#case/debrief/model/criterion-sentences.ts';
import { scale } from '#kernel/model/criterion.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';

const said = (facts: Partial<CriterionFacts>) =>
  sentencesFrom(CRITERION_SENTENCES, {
    id: 'mapping.sites',
    raw: 1,
    min: 0,
    max: 4,
    scaled: 0.25,
    evidence: [],
    redLine: false,
    ...facts,
  }).map(({ id }) => id);

describe('how far a criterion was reached', () => {
  it.each([
    [1, 'level.best'],
    [0.995, 'level.best'],
    [0.994, 'level.more'],
    [0.501, 'level.more'],
    [0.5, 'level.half'],
    [0.1 + 0.7 - 0.3, 'level.half'],
    [0.499, 'level.less'],
    [0.001, 'level.less'],
  ])('%d is said by %s alone', (scaled, id) => {
    expect(said({ scaled })).toEqual([id]);
  });

  it('distinguishes the baseline from worse play: both are at 0 on the line', () => {
    const at = (raw: number) => said({ ...scale('preservation.rubric', raw, 40, 100, []) });
    expect(at(40)).toEqual(['level.none']);
    expect(at(39.9)).toEqual(['level.worse']);
    expect(at(0)).toEqual(['level.worse']);
    expect(at(41)).toEqual(['level.less']);
  });

  it('is not said where baseline and ceiling are equal', () => {
    const { scaled } = scale('requests.data', 0, 0, 0, []);
    expect(scaled).toBe(1);
    expect(said({ id: 'requests.data', raw: 0, min: 0, max: 0, scaled })).toEqual(['level.flat']);
  });

  it('names a red line only where it caps the decisions', () => {
    const decisions = { id: 'outreach.decisions', raw: 3, min: 0, max: 4 };
    expect(said({ ...decisions, scaled: 0.4, redLine: true })).toEqual(['level.capped']);
    expect(said({ ...decisions, raw: 1, scaled: 0.25, redLine: true })).toEqual(['level.less']);
    // More rated steps than the model path has: the line ends at its best play, and nothing holds the result down.
    expect(said({ ...decisions, raw: 5, scaled: 1, redLine: true })).toEqual(['level.best']);
    expect(said({ ...decisions, scaled: 0.75 })).toEqual(['level.more']);
    expect(said({ scaled: 0.1, raw: 4, redLine: true })).toEqual(['level.less']);
  });

  it('names the remaining points after the cost of hints', () => {
    const hints = { id: 'outreach.hints', raw: 3, min: 0, max: 5, scaled: 0.6, evidence: [], redLine: true };
    expect(sentencesFrom(CRITERION_SENTENCES, hints)).toEqual([
      { id: 'level.hints', params: { n: 3, of: 5 }, events: [] },
    ]);
    expect(said({})).not.toContain('level.hints');
  });

  it('is exactly one sentence for any numbers', () => {
    const id = fc.constantFrom('outreach.decisions', 'outreach.hints', 'detection.mark');
    const number = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(id, number, number, fc.nat(40), fc.boolean(), (name, raw, min, span, redLine) => {
        const criterion = scale(name, raw, min, min + span, []);
        expect(said({ ...criterion, redLine })).toHaveLength(1);
        expect(said({ ...criterion, scaled: Math.min(0.4, criterion.scaled), redLine })).toHaveLength(1);
      }),
    );
  });
});
