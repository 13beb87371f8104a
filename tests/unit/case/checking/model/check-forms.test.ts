import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkForms, tellingDecisions } from '#case/checking/model/check-forms.ts';
import type { DecisionOfCase } from '#case/checking/model/check-lengths.ts';
import { measureForms } from '#case/checking/model/form-figures.ts';
import { STRATEGIES } from '#case/checking/model/form-strategies.ts';
import type { Rating } from '#case/scoring/model/schemas.ts';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';

/** A decision whose options have these ratings and words, in this order. */
function aDecision(n: number, options: readonly (readonly [Rating, string])[]): DecisionOfCase {
  return {
    case: n % 2 === 0 ? 'even' : 'odd',
    id: `d${n}`,
    path: ['states', `d${n}`],
    principle: 'P.',
    options: options.map(([rating, text], place) => ({
      id: 'abcde'[place] ?? '',
      text,
      minutes: 5,
      then: 'It is done.',
      next: 'end',
      rating,
    })),
  };
}

const RATINGS: readonly Rating[] = ['good', 'acceptable', 'harmful', 'red'];
const TEXTS = [
  'Ring now, and ask.',
  'Ring at once, as it is late.',
  'Ring tonight, or never.',
  'Ring in a week or two, then.',
];
/** Over four decisions each rating has each text and each place as often as any other. */
const even = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    aDecision(
      n,
      TEXTS.map((text, place) => [RATINGS[(place + n) % 4] ?? 'good', text] as const),
    ),
  );
/** The first decisions as they are, the rest with their good option at the end. */
const goodLast = (decisions: readonly DecisionOfCase[], from: number) =>
  decisions.map((decision, n) =>
    n < from
      ? decision
      : aDecision(
          n,
          TEXTS.map((text, place) => [(['harmful', 'acceptable', 'red', 'good'] as const)[place] ?? 'red', text]),
        ),
  );

const option = fc.tuple(
  fc.constantFrom(...RATINGS),
  fc.constantFrom(...TEXTS, 'Wait.', 'Perhaps wait, ask, and write.'),
);
const anyDecisions = fc
  .array(fc.array(option, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((options, n) => aDecision(n, options)));

describe('the scores of strategies that choose by form', () => {
  it('equal chance where the form is uninformative', () => {
    const { decisions, chance, strategies, reasons } = measureForms(even(40));

    expect(decisions).toBe(40);
    expect(chance).toEqual({ good: 0.25, harm: 0.5 });
    for (const strategy of STRATEGIES) {
      expect(strategies[strategy].good).toBeCloseTo(0.25, 12);
      expect(strategies[strategy].harm).toBeCloseTo(0.5, 12);
    }
    expect(reasons).toEqual({ options: 160, harmful: 80, giving: 40, givingHarmful: 20 });
    expect(checkForms(even(40))).toEqual([]);
  });

  it('average options that look alike, so that a tie gains nothing', () => {
    // Two of three are as long as each other, one of them good: half a good one, and half a harmful one.
    const [decision] = [
      aDecision(0, [
        ['good', 'Ring now.'],
        ['harmful', 'Ask them.'],
        ['acceptable', 'Wait.'],
      ]),
    ];
    const { strategies } = measureForms(decision ? [decision] : []);

    expect(strategies.longest).toEqual({ good: 0.5, harm: 0.5 });
    expect(strategies['no-reason']).toEqual({ good: 1 / 3, harm: 1 / 3 });
    expect(strategies.first).toEqual({ good: 1, harm: 0 });
  });

  it('do not depend on the order of options, except for the first and the last', () => {
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const turned = decisions.map((decision) => ({ ...decision, options: decision.options.toReversed() }));
        const [before, after] = [measureForms(decisions), measureForms(turned)];

        expect(after.reasons).toEqual(before.reasons);
        expect(after.strategies.first.good).toBeCloseTo(before.strategies.last.good, 12);
        expect(after.strategies.last.harm).toBeCloseTo(before.strategies.first.harm, 12);
        for (const strategy of ['most-clauses', 'no-reason', 'longest', 'most-hedges'] as const)
          expect(after.strategies[strategy].good).toBeCloseTo(before.strategies[strategy].good, 12);
      }),
    );
  });
});

describe('a warning that the form discloses the answer', () => {
  it('is given over many decisions from more than five points on', () => {
    // Of 40 decisions 4 more than a quarter of the others have the good option last: 13 of 40, 7.5 points.
    const within = checkForms(goodLast(even(40), 38)).map(({ code }) => code);
    const [issue] = checkForms(goodLast(even(40), 36));

    expect(within).toEqual([]);
    expect(issue).toMatchObject({
      code: 'cases.form-finds-good',
      severity: 'warning',
      params: { how: 'the last option', share: 33, chance: 25, of: 40 },
    });
  });

  it('is given over few decisions only where chance is an unlikely cause', () => {
    const place = ['states', 'd0'];
    const [three, eight] = [goodLast(even(8), 5), goodLast(even(8), 0)].map((some) => checkForms(some, place));

    expect(measureForms(goodLast(even(8), 5)).strategies.last.good).toBeGreaterThan(0.3);
    expect(three).toEqual([]);
    expect(eight?.map(({ code, params, path }) => [code, params.how, path])).toContainEqual([
      'scenario.form-finds-good',
      'the last option',
      place,
    ]);
    expect(checkForms(goodLast(even(4), 0), place)).toEqual([]);
  });

  it('is given where a strategy avoids harm, even without finding good options', () => {
    const decisions = even(40).map((_, n) =>
      aDecision(n, [
        ['acceptable', TEXTS[n % 4] ?? ''],
        ['harmful', TEXTS[n % 4] ?? ''],
        ['good', TEXTS[n % 4] ?? ''],
        ['red', TEXTS[n % 4] ?? ''],
      ]),
    );

    expect(checkForms(decisions).map(({ code, params }) => [code, params.how])).toEqual([
      ['cases.form-avoids-harm', 'the first option'],
    ]);
  });

  it('is given where reasons occur mostly in harmful options, or mostly in good ones', () => {
    const reasonsIn = (rating: Rating) =>
      even(40).map((decision, n) =>
        aDecision(
          n,
          decision.options.map((each) => [
            each.rating,
            each.rating === rating ? 'Go, as it is late.' : 'Go, and ask later.',
          ]),
        ),
      );
    const codes = (rating: Rating) => checkForms(reasonsIn(rating)).map(({ code }) => code);

    expect(codes('harmful')).toContain('cases.reasons-follow-ratings');
    expect(codes('good')).toContain('cases.reasons-follow-ratings');
    expect(codes('good')).not.toContain('cases.form-finds-good');
  });

  it('lists the decisions to fix first, the clearest first', () => {
    const decisions = goodLast(even(40), 30);
    const lines = checkForms(decisions).map(printIssue);

    expect(lines.join('\n')).toMatch(
      /In the 40 decisions of all cases together the last option is good in \d+ of 100, and a choice at random in 25, .+ first in .+ and \d+ more\.$/m,
    );
    for (const { options } of tellingDecisions(decisions, 'last', 'good')) expect(options.at(-1)?.rating).toBe('good');
  });

  it('occurs in fewer than one of twenty cases with random ratings', () => {
    // 400 cases from one seed, so that the count is the same each time.
    const [cases] = fc.sample(
      fc.array(
        fc.array(fc.shuffledSubarray([...RATINGS], { minLength: 4, maxLength: 4 }), { minLength: 12, maxLength: 12 }),
        { minLength: 400, maxLength: 400 },
      ),
      { numRuns: 1, seed: 14 },
    );
    const warned = (cases ?? []).filter(
      (ratings) =>
        checkForms(
          ratings.map((order, n) =>
            aDecision(
              n,
              TEXTS.map((text, place) => [order[place] ?? 'red', text] as const),
            ),
          ),
          ['states'],
        ).length > 0,
    );

    expect(cases).toHaveLength(400);
    expect(warned.length).toBeLessThan(20);
  });
});
