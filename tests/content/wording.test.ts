import { describe, expect, it } from 'vitest';
import { checkForms, MAX_GAIN, MAX_REASON_GAP } from '#case/checking/model/check-forms.ts';
import {
  checkLengths,
  type DecisionOfCase,
  MAX_CORRELATION,
  MAX_GOOD_AT_EDGE,
  measureLengths,
} from '#case/checking/model/check-lengths.ts';
import { decisionsWithRatings } from '#case/checking/model/decisions-with-ratings.ts';
import { measureForms } from '#case/checking/model/form-figures.ts';
import { TESTED_STRATEGIES } from '#case/checking/model/form-strategies.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT } from '../support/builders/the-library.ts';

const CATALOGUE_SIZE = 32;

const loaded = loadProject(PROJECT, KINDS);
const cases = loaded.ok ? loaded.value.cases : [];
const decisions: readonly DecisionOfCase[] = cases.flatMap(({ source, answers }) =>
  answers ? decisionsWithRatings(source, answers.key).map((decision) => ({ ...decision, case: source.id })) : [],
);

/** The shipped decisions with some texts changed. */
const reworded = (change: (text: string, rating: string, n: number) => string) =>
  decisions.map((decision, n) => ({
    ...decision,
    options: decision.options.map((option) => ({ ...option, text: change(option.text, option.rating, n) })),
  }));
const codesOf = (changed: readonly DecisionOfCase[]) => checkLengths(changed).map(({ code }) => code);

describe('the options of all shipped cases together', () => {
  const figures = measureLengths(decisions);

  it('cover every entry of the decision catalogue with at least three options', () => {
    const entries = new Set(cases.flatMap((loadedCase) => loadedCase.figures.decisions));

    expect([...entries].sort()).toEqual(
      Array.from({ length: CATALOGUE_SIZE }, (_, n) => `D${String(n + 1).padStart(2, '0')}`),
    );
    expect(figures.decisions).toBeGreaterThanOrEqual(CATALOGUE_SIZE);
    for (const { options } of decisions) expect(options.length).toBeGreaterThanOrEqual(3);
  });

  it.each(['longest', 'shortest'] as const)('have the good one as the %s in at most four of ten decisions', (how) => {
    expect(figures[how] / figures.decisions).toBeLessThanOrEqual(MAX_GOOD_AT_EDGE);
  });

  it('cannot be rated by their length', () => {
    expect(Math.abs(figures.correlation)).toBeLessThan(MAX_CORRELATION);
  });

  it('disclose nothing by length, but would with a few more words in every second good one', () => {
    const wordy = reworded((text, rating, n) => (rating === 'good' && n % 2 === 0 ? `${text} And so it goes.` : text));

    expect(checkLengths(decisions)).toEqual([]);
    expect(codesOf(wordy)).toContain('cases.lengths-of-good-tell');
  });

  it.each([
    ['two words longer than it is', (text: string) => `${text} No more.`],
    ['two words shorter', (text: string) => text.slice(10)],
  ])('would give it away if each harmful one were %s', (_, change) => {
    const changed = reworded((text, rating) => (rating === 'harmful' ? change(text) : text));

    expect(codesOf(changed)).toContain('cases.lengths-follow-ratings');
  });
});

describe('a player that chooses by form, over all shipped cases', () => {
  const { chance, strategies, reasons } = measureForms(decisions);

  it.each(TESTED_STRATEGIES)('finds good options like a random choice, within 5 points: %s', (strategy) => {
    expect(Math.abs(strategies[strategy].good - chance.good)).toBeLessThanOrEqual(MAX_GAIN);
  });

  it.each(TESTED_STRATEGIES)('takes harmful options like a random choice, within 5 points: %s', (strategy) => {
    expect(Math.abs(strategies[strategy].harm - chance.harm)).toBeLessThanOrEqual(MAX_GAIN);
  });

  it('learns nothing from a reason: options with one are harmful as often as all, within 10 points', () => {
    expect(reasons.giving).toBeGreaterThan(0);
    expect(Math.abs(reasons.givingHarmful / reasons.giving - reasons.harmful / reasons.options)).toBeLessThanOrEqual(
      MAX_REASON_GAP,
    );
  });

  it('gives authors a warning, which no shipped case causes', () => {
    expect(checkForms(decisions)).toEqual([]);
  });

  it('would find the answers if every second good option had one more clause', () => {
    const clauses = (text: string) => text.replace(/[.?!]$/, ', and in time, and with care.');
    const changed = reworded((text, rating, n) => (rating === 'good' && n % 2 === 0 ? clauses(text) : text));

    expect(checkForms(changed).map(({ code, params }) => [code, params.how])).toContainEqual([
      'cases.form-finds-good',
      'the option with most clauses',
    ]);
  });
});
