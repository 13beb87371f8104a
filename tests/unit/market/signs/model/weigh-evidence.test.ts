import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelihoodRatio, posterior, weighEvidence } from '#market/signs/model/weigh-evidence.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const { catalogue } = LIBRARY;
const ids = [...catalogue.keys()];
const weigh = (...indicators: string[]) => weighEvidence(indicators, catalogue);

/** From the table of the kit: chance among controlled, independents and agencies. */
const ratio = (controlled: number, independent: number, agency: number) =>
  controlled / (0.8 * independent + 0.2 * agency);

describe('weighEvidence', () => {
  it('gives the known answer for an agency-like ad: 0.63, which at 6 % leaves 3.8 %', () => {
    const found = weigh('third-person-voice', 'shared-phone', 'declared-business-id');

    expect(found).toBeCloseTo(0.63, 2);
    expect(posterior(found, 0.06)).toBeCloseTo(0.038, 3);
  });

  it.each([
    ['third-person-voice', ratio(0.22, 0.07, 0.6)],
    ['no-limits-offer', ratio(0.15, 0.05, 0.06)],
    ['coercion-slip', ratio(0.03, 0.003, 0.003)],
    ['shared-payment-handle', ratio(0.3, 0.03, 0.4)],
    ['own-limits-stated', ratio(0.12, 0.45, 0.4)],
  ])('weighs %s as the table of the kit does', (id, expected) => {
    expect(weigh(id)).toBeCloseTo(expected, 12);
  });

  it.each([
    ['lj-upfront-fee', 0.35 / 0.07],
    ['lj-document-retention', 0.2 / 0.02],
    ['rs-mass-identical-offers', 0.35 / 0.08],
  ])('weighs %s by deceptive and lawful offers', (id, expected) => {
    expect(weigh(id)).toBeCloseTo(expected, 12);
  });

  it('counts at most two signs of a job offer', () => {
    const four = ['lj-upfront-fee', 'lj-document-retention', 'lj-visa-mismatch', 'lj-vague-employer'];

    expect(weigh(...four)).toBeCloseTo((0.2 / 0.02) * (0.25 / 0.03), 9);
  });

  it('weighs account and phone together with links', () => {
    const [phone, account, text] = ['shared-phone', 'shared-account-or-payer', 'template-text'].map((id) => weigh(id));

    expect(weigh('shared-phone', 'shared-account-or-payer', 'template-text')).toBeCloseTo(
      (phone ?? 0) * (text ?? 0),
      12,
    );
    expect(account).toBeLessThan(phone ?? 0);
  });

  it('does not weigh a possible minor', () => {
    for (const id of ids.filter((one) => catalogue.get(one)?.group === 'possible-minor')) {
      expect(likelihoodRatio(catalogue.get(id) as never)).toBeUndefined();
      expect(weigh(id, 'declared-business-id', 'own-payout')).toBe(weigh('declared-business-id', 'own-payout'));
    }
  });

  it('counts at most the two heaviest signs of a group', () => {
    const three = weigh('third-person-voice', 'no-limits-offer', 'trust-assurance-wording');

    expect(three).toBeCloseTo(weigh('no-limits-offer') * weigh('trust-assurance-wording'), 12);
    expect(weigh('trust-assurance-wording')).toBeGreaterThan(weigh('third-person-voice'));
  });

  it('multiplies signs of different groups', () => {
    expect(weigh('same-room', 'price-below-market')).toBeCloseTo(weigh('same-room') * weigh('price-below-market'), 12);
  });

  it('counts every protective cue', () => {
    const cues = ids.filter((id) => catalogue.get(id)?.kind === 'cue');

    expect(weigh(...cues)).toBeCloseTo(
      cues.reduce((product, id) => product * weigh(id), 1),
      12,
    );
  });

  it('ignores traps, unknown ids and duplicates', () => {
    const traps = ids.filter((id) => catalogue.get(id)?.kind === 'trap');

    expect(weigh(...traps)).toBe(1);
    expect(weigh('no-such-sign')).toBe(1);
    expect(weigh('same-room', 'same-room')).toBe(weigh('same-room'));
  });

  it('does not depend on the order of evidence', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), (some) => {
        expect(weigh(...some) / weigh(...some.toSorted())).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is lowered by no sign that is likelier among controlled ads', () => {
    const signs = ids.filter((id) => (likelihoodRatio(catalogue.get(id) as never) ?? 0) > 1);

    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...signs), (some, sign) => {
        expect(weigh(...some, sign)).toBeGreaterThanOrEqual(weigh(...some) - 1e-9);
      }),
    );
  });
});

describe('posterior', () => {
  it.each([
    [1, 0.06, 0.06],
    [2, 0.06, 0.11],
    [5, 0.06, 0.24],
    [15, 0.06, 0.49],
    [480, 0, 0],
  ])('turns a ratio of %d at a base rate of %d into %d', (found, prevalence, expected) => {
    expect(posterior(found, prevalence)).toBeCloseTo(expected, 2);
  });

  it('grows with the evidence and with the base rate', () => {
    const share = fc.double({ min: 0.01, max: 0.6, noNaN: true });
    const weight = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(weight, share, (found, prevalence) => {
        expect(posterior(found * 1.1, prevalence)).toBeGreaterThan(posterior(found, prevalence));
        expect(posterior(found, prevalence * 1.1)).toBeGreaterThan(posterior(found, prevalence));
      }),
    );
  });
});
