import { describe, expect, it } from 'vitest';
import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { checkBundle, checkFacts, checkNamed } from '#evidence/court-file/model/check-bundle.ts';
import { namedInText } from '#evidence/court-file/model/named-in-text.ts';
import { aCourt } from '../../../../support/kinds/courtroom/a-court.ts';

const { file, facts, key } = aCourt();
const { bundle } = file;
const codes = (found: readonly { readonly code: string; readonly params: object }[]) =>
  found.map(({ code, params }) => `${code} ${'value' in params ? params.value : ''}`.trim());
const opening = (text: string): Bundle => ({ ...bundle, opening: text });
const named = (text: string) => codes(checkBundle(opening(text), facts, ['copies']));

describe('the check of a bundle', () => {
  it('finds nothing in a bundle that names only what it has', () => {
    expect(codes(checkBundle(bundle, facts, ['copies']))).toEqual([]);
    expect(codes(checkFacts(facts, bundle))).toEqual([]);
    expect(codes(checkNamed(key, bundle, facts))).toEqual([]);
  });

  it.each([
    ['a line that an exhibit does not have', 'As E1 3 says.', ['bundle.unknown-place E1 3']],
    ['a second number after a first one that exists', 'As E1 1 and 7 say.', ['bundle.unknown-place E1 7']],
    ['a minute that was not recorded', 'At E3 00:13.', ['bundle.unknown-place E3 00:13']],
    ['an exhibit that is not there', 'See E9 1.', ['bundle.unknown-place E9 1']],
    ['a payment of the whole ledger that the extract leaves out', 'See E2 4.', ['bundle.unknown-place E2 4']],
    ['a sum that nobody paid', 'He took SIM 1,210.', ['bundle.unknown-sum 1210']],
    ['a day on which nothing was', 'On 21 March 2031.', ['bundle.unknown-day 2031-03-21']],
    ['a day without its year', 'On 21 March.', ['bundle.unknown-day --03-21']],
    ['the right day of another year', 'On 20 March 2030.', ['bundle.unknown-day 2030-03-20']],
    ['a name that nobody has', 'Mira-3 was there.', ['bundle.unknown-name Mira-3']],
    ['the name with another number', 'Harro-2 was there.', ['bundle.unknown-name Harro-2']],
  ])('finds %s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each([
    'As E1 1 and 2 say, and E2 3.',
    'He took SIM 210, in SIM 100 and SIM 110.',
    'On 20 March, and on 3 March 2031 when it was booked.',
    'E1 1, 2 persons were there.',
  ])('takes what exists: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it.each(['needs', 'against'] as const)(
    'finds an element that a choice names as “%s” and that is not there',
    (field) => {
      const judgment = bundle.judgment.map((question) => ({
        ...question,
        options: question.options.map((option) => ({ ...option, [field]: ['holds', 'nobody'] })),
      }));

      expect(checkBundle({ ...bundle, judgment }, facts, ['copies']).map(({ code, path }) => [code, path])).toEqual([
        ['bundle.unknown-id', ['judgment', 0, 'options', 0, field, 1]],
        ['bundle.unknown-id', ['judgment', 0, 'options', 1, field, 1]],
      ]);
    },
  );

  it('names the place of the text in the file', () => {
    const planted = { ...bundle, motions: bundle.motions.map((motion) => ({ ...motion, text: 'See E1 9.' })) };

    expect(checkBundle(planted, facts, ['copies']).map(({ path }) => path)).toEqual([['motions', 0, 'text']]);
  });

  it('finds a sum of the facts that its payments do not make', () => {
    const [sum] = facts.sums;
    const wrong = { ...facts, sums: sum ? [{ ...sum, sim: 211 }] : [] };

    expect(checkFacts(wrong, bundle)).toEqual([
      { code: 'bundle.sum-not-of-payments', path: ['sums', 0, 'sim'], params: { sim: 211, sum: 210 } },
    ]);
  });

  it('finds a rule that the law card does not have', () => {
    expect(codes(checkBundle(bundle, facts, ['another']))).toEqual(['bundle.unknown-id']);
  });
});

describe('what a text names', () => {
  it('leaves out numbers that are no pinpoint, sum or day', () => {
    expect(namedInText('14 of 121 ads, 41 days, Analyst 2, ad 0304, 40 of 100, P1 and D2, E4.')).toEqual([]);
  });
});
