import { describe, expect, it } from 'vitest';
import { deriveKey } from '#kinds/detection/model/derive-key.ts';
import type { DetectionAction } from '#kinds/detection/model/play.ts';
import type { Label } from '#market/ads/model/ground-truth.ts';
import { aMarket, seeds } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const READERS = seeds('scored', 30).map((seed) => ({ seed, reader: aReaderOf(aMarket({ seed })) }));
const made = aMarket({ seed: 'scored-1' });
const reader = aReaderOf(made);
const controlled = reader.judged.filter((ad) => ad.control === 'controlled' && !ad.notKnowable);
const others = reader.judged.filter((ad) => ad.control !== 'controlled');
const marked = (ad: string, at: string, indicator: string): DetectionAction => ({
  type: 'ad.marked',
  ad,
  at,
  indicator,
});

describe('the reference players over thirty markets', () => {
  it.each(READERS)('the oracle reaches the best of every criterion ($seed)', ({ reader: one }) => {
    const { scaled } = one.plays('oracle');

    expect(Object.keys(scaled)).toEqual([
      'detection.mark',
      'detection.signs',
      'detection.bands',
      'detection.certainty',
      'detection.withheld',
    ]);
    expect(Object.values(scaled)).toEqual([1, 1, 1, 1, 1]);
  });

  it.each(READERS)('doing nothing and flagging all earn no mark ($seed)', ({ reader: one }) => {
    for (const policy of ['nothing', 'flag-all', 'harmful-short'] as const) {
      const { scaled } = one.plays(policy);
      expect(scaled['detection.mark']).toBe(0);
      expect(scaled['detection.withheld']).toBe(0);
    }
  });

  it('counting flags scores less than reading, in every market', () => {
    for (const { reader: one } of READERS) {
      const counting = one.plays('count-flags');

      expect(counting.scaled['detection.mark']).toBeLessThan(1);
      expect(counting.figure.specificity?.value).toBeLessThan(counting.figure.specificity?.ideal ?? 0);
    }
  });

  it('the oracle makes no false flag, and misses only unknowable ads', () => {
    for (const { reader: one } of READERS) {
      const { figure, findings } = one.plays('oracle');
      const hidden = one.judged.filter(({ notKnowable }) => notKnowable).length;

      expect(figure.specificity?.value).toBe(1);
      expect(figure.sensitivity?.count).toEqual([8 - hidden, 8]);
      expect(findings.filter(({ kind }) => kind === 'miss' || kind === 'falseFlag' || kind === 'trap')).toEqual([]);
      expect(findings.filter(({ kind }) => kind === 'notKnowable')).toHaveLength(hidden);
    }
  });

  it('every criterion stays within 0 and 1, for every player', () => {
    for (const { reader: one } of READERS)
      for (const policy of ['oracle', 'nothing', 'flag-all', 'count-flags', 'harmful-short'] as const)
        for (const { scaled, min, max } of one.plays(policy).criteria) {
          expect(scaled).toBeGreaterThanOrEqual(0);
          expect(scaled).toBeLessThanOrEqual(1);
          expect(min).toBeLessThanOrEqual(max);
        }
  });
});

describe('a market without any controlled ad', () => {
  const calm = aReaderOf(aMarket({ seed: 'calm', prevalence: 'CALIBRATION' }));

  it('asks for restraint, and doing nothing is the best play', () => {
    const { scaled } = calm.plays('nothing');

    expect(Object.keys(scaled)).not.toContain('detection.mark');
    expect(scaled['detection.specificity']).toBe(1);
    expect(scaled['detection.signs']).toBe(1);
  });

  it('lets the oracle reach the best of every criterion', () => {
    const { scaled } = calm.plays('oracle');

    expect(scaled).toEqual(Object.fromEntries(Object.keys(scaled).map((id) => [id, 1])));
  });

  it('gives nothing for flagging every ad', () => {
    const { scaled } = calm.plays('flag-all');

    expect(scaled['detection.specificity']).toBe(0);
    expect(scaled['detection.certainty']).toBe(0);
    expect(scaled['detection.bands']).toBeCloseTo(0, 12);
  });

  it('has no sensitivity, no d prime and no predictive value to show', () => {
    const { figure } = calm.plays('oracle');

    expect(figure.specificity?.count).toEqual([41, 41]);
    expect(Object.keys(figure)).not.toContain('sensitivity');
    expect(Object.keys(figure)).not.toContain('dprime');
    expect(Object.keys(figure)).not.toContain('ppv');
  });
});

describe('what an answer costs', () => {
  const oracle = reader.plays('oracle');
  const rejudged = (
    ad: string,
    band: 'none' | 'check' | 'unknown' | 'prioritise' | 'urgent',
    certainty: 1 | 2 | 3 = 3,
  ) => reader.plays('oracle', { type: 'ad.judged', ad, band, certainty });

  it('a missed controlled ad costs five, a false flag costs one', () => {
    const plain = others.find((ad) => ad.ratio < 5);

    expect(rejudged(controlled[0]?.ad ?? '', 'none').raw['detection.mark']).toBe(-5);
    expect(rejudged(controlled[0]?.ad ?? '', 'unknown').raw['detection.mark']).toBe(-5);
    expect(rejudged(plain?.ad ?? '', 'prioritise').raw['detection.mark']).toBe(-1);
  });

  it.each([
    [1, 1],
    [25, 2],
  ])('or what whoever leads the exercise announced: %d and %d, and both ends move with it', (miss, falseFlag) => {
    const other = aReaderOf(made, undefined, { miss, falseFlag });
    const judged = (ad: string, band: 'none' | 'prioritise') =>
      other.plays('oracle', { type: 'ad.judged', ad, band, certainty: 3 });
    const plain = others.filter((ad) => ad.ratio < 5);

    expect(judged(controlled[0]?.ad ?? '', 'none').raw['detection.mark']).toBe(-miss);
    expect(judged(plain[0]?.ad ?? '', 'prioritise').raw['detection.mark']).toBe(-falseFlag);
    expect(other.plays('oracle').criteria[0]).toMatchObject({
      scaled: 1,
      min: -Math.min(controlled.length * miss, plain.length * falseFlag),
    });
    expect(other.plays('oracle').figure.harm?.count).toEqual([miss, falseFlag]);
  });

  it('asking for more information costs nothing on an ad that is not controlled', () => {
    for (const { ad } of others) expect(rejudged(ad, 'unknown').scaled).toEqual(oracle.scaled);
  });

  it('prioritising an innocent ad is acceptable where its evidence points to control', () => {
    const alike = others.find((ad) => ad.ratio >= 5);
    const { findings, raw } = rejudged(alike?.ad ?? '', 'prioritise');

    expect(raw['detection.mark']).toBeCloseTo(0, 12);
    expect(findings.filter(({ at, kind }) => at.ad === alike?.ad && kind === 'falseFlag')).toEqual([]);
  });

  it('unknowable ads cost nothing', () => {
    const hidden = reader.judged.find((ad) => ad.notKnowable);

    for (const band of ['none', 'check', 'prioritise', 'urgent'] as const)
      expect(rejudged(hidden?.ad ?? '', band).scaled).toEqual(oracle.scaled);
  });

  it('an unjudged ad counts as no action, and not for certainty', () => {
    const said = reader.judges(() => 'none', 1);

    expect(reader.score([]).raw).toEqual({ ...said.raw, 'detection.certainty': 0 });
    // What is said of answers that were given cannot be said where none was.
    const given = ['dprime', 'criterion', 'youden', 'brier-skill', 'calibration-1'];
    for (const id of given) expect(said.figure).toHaveProperty(id);
    const counted = Object.entries(said.figure).filter(([id]) => !given.includes(id));
    const { figure } = reader.score([]);
    const points = { ...said.figure['certainty-points'], value: 0 };
    const par = { ...said.figure['certainty-par'], value: 0 };
    expect(figure).toEqual({ ...Object.fromEntries(counted), 'certainty-points': points, 'certainty-par': par });
  });

  it('the figures contain the sum for certainty, of the reader and of the best play', () => {
    const { criteria, figure } = reader.judges(() => 'urgent', 3);
    const scored = criteria.find(({ id }) => id === 'detection.certainty');
    const less = (points: string, par: string) => (figure[points]?.value ?? 0) - (figure[par]?.value ?? 0);

    expect(figure['certainty-points']?.value).toBeLessThan(0);
    expect(less('certainty-points', 'certainty-par')).toBeCloseTo(scored?.raw ?? Number.NaN);
    expect(less('certainty-most', 'certainty-most-par')).toBeCloseTo(scored?.max ?? Number.NaN);
  });

  it('a card that may concern a minor is escalated or not, and no band is asked for it', () => {
    const card = reader.key.find((ad) => ad.possibleMinor)?.ad ?? '';

    expect(reader.score([{ type: 'card.escalated', ad: card }]).scaled['detection.withheld']).toBe(1);
    expect(reader.plays('oracle', { type: 'ad.judged', ad: card, band: 'none', certainty: 3 }).raw).toEqual(oracle.raw);
  });
});

describe('marks', () => {
  const signs = controlled.flatMap((ad) =>
    ad.labels.filter(({ kind }) => kind === 'sign').map((label) => ({ ad: ad.ad, label })),
  );
  const labelsOf = (kind: Label['kind']) =>
    reader.judged.flatMap((ad) =>
      ad.labels.filter((label) => label.kind === kind).map((label) => ({ ad: ad.ad, label })),
    );
  const best = reader.plays('oracle');
  const withMark = (ad: string, at: string, indicator: string) => reader.plays('oracle', marked(ad, at, indicator));

  it('every sign of the controlled ads counts', () => {
    const [{ ad, label }] = signs as [(typeof signs)[number]];
    const { scaled, findings } = reader.plays('oracle', {
      type: 'ad.unmarked',
      ad,
      at: label.at,
      indicator: label.indicator,
    });

    expect(scaled['detection.signs']).toBeLessThan(1);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'miss', at: { ad, locator: label.at }, indicator: label.indicator }),
    );
  });

  it('F0.5 weighs precision over recall, as the formula says', () => {
    const half = signs.slice(0, Math.floor(signs.length / 2));
    const { scaled } = reader.score(half.map(({ ad, label }) => marked(ad, label.at, label.indicator)));
    const recall = half.length / signs.length;

    expect(scaled['detection.signs']).toBeCloseTo((1.25 * recall) / (0.25 + recall), 12);
  });

  it('a wrong reason at the right place costs less than a baseless one', () => {
    const [{ ad, label }] = signs as [(typeof signs)[number]];
    const other =
      signs.find(
        ({ label: one }) =>
          one.indicator !== label.indicator &&
          !controlled
            .find((entry) => entry.ad === ad)
            ?.labels.some((known) => known.at === label.at && known.indicator === one.indicator),
      )?.label.indicator ?? '';
    const here = withMark(ad, label.at, other).scaled['detection.signs'] ?? 1;
    const blue = withMark(ad, 'f:town', other).scaled['detection.signs'] ?? 1;

    expect(here).toBeLessThan(1);
    expect(blue).toBeLessThan(here);
  });

  it('a trap lowers the mark more than a plain wrong reason, and is explained with its innocent meaning', () => {
    const [{ ad, label }] = labelsOf('trap') as [(typeof signs)[number]];
    const { scaled, findings } = withMark(ad, label.at, label.indicator);
    const wrong = withMark(ad, 'f:town', label.indicator).scaled['detection.signs'] ?? 1;

    expect(scaled['detection.signs']).toBeLessThan(wrong);
    const finding = findings.find(({ kind }) => kind === 'trap');
    expect(finding).toMatchObject({ at: { ad, locator: label.at }, indicator: label.indicator });
    expect(finding?.reason).toBe(LIBRARY.catalogue.get(label.indicator)?.strengthNote);
    expect(finding?.innocentExplanation).toContain(LIBRARY.catalogue.get(label.indicator)?.innocent[0]);
    expect(finding?.sources.length).toBeGreaterThan(0);
  });

  it('a true sign on an innocent ad and a protective cue cost nothing', () => {
    const innocent = labelsOf('sign').find(({ ad }) => others.some((one) => one.ad === ad));
    const cue = labelsOf('cue')[0];

    for (const found of [innocent, cue])
      expect(withMark(found?.ad ?? '', found?.label.at ?? '', found?.label.indicator ?? '').scaled).toEqual(
        best.scaled,
      );
  });

  it('the same mark twice, on the withheld card, on no ad or of no known indicator changes nothing', () => {
    const [{ ad, label }] = signs as [(typeof signs)[number]];
    const card = reader.key.find((one) => one.possibleMinor)?.ad ?? '';
    const idle = [
      marked(ad, label.at, label.indicator),
      marked(card, 's2', 'pm-age-edited'),
      marked('9999', 's1', label.indicator),
      marked(ad, label.at, 'no-such-sign'),
    ];

    for (const one of idle) expect(reader.plays('oracle', one).scaled).toEqual(best.scaled);
  });

  it('explains each hit with strength, reason, innocent explanation and sources', () => {
    for (const finding of best.findings.filter(({ kind, indicator }) => kind === 'hit' && indicator)) {
      const indicator = LIBRARY.catalogue.get(finding.indicator ?? '');
      const ratio = finding.weight?.ratio ?? Number.NaN;
      const word = ratio < 2 && ratio > 0.5 ? 'weak' : ratio < 5 && ratio > 0.2 ? 'moderate' : 'strong';
      expect(finding).toMatchObject({ strength: word, reason: indicator?.shows, sources: indicator?.sources });
      expect(finding.innocentExplanation).not.toBe('');
    }
  });
});

describe('figures', () => {
  it('count flags as prioritise and above, over all ads that can be judged', () => {
    const { figure } = reader.judges((_, n) => (n % 2 === 0 ? 'prioritise' : 'unknown'));
    const flagged = reader.key.filter((ad, n) => n % 2 === 0 && !ad.possibleMinor);
    const right = flagged.filter(({ control }) => control === 'controlled').length;

    expect(figure.flagged?.count).toEqual([flagged.length, 41]);
    expect(figure.sensitivity?.count).toEqual([right, 8]);
    expect(figure.specificity?.count).toEqual([33 - (flagged.length - right), 33]);
    // Counted over the flags of this market, not computed for the share that was announced.
    expect(figure.ppv?.value).toBe(right / flagged.length);
    const ideally = reader.judged.filter(({ posterior }) => posterior >= 0.24);
    expect(figure.ppv?.ideal).toBe(ideally.filter(({ control }) => control === 'controlled').length / ideally.length);
  });

  it('show the ideal observer of the same market beside the reader', () => {
    const { figure } = reader.plays('nothing');
    const flagged = reader.judged.filter(({ posterior }) => posterior >= 0.24);
    const right = flagged.filter(({ control }) => control === 'controlled').length;

    expect(figure.sensitivity?.ideal).toBeCloseTo(right / 8, 12);
    expect(figure.specificity?.ideal).toBeCloseTo(1 - (flagged.length - right) / 33, 12);
  });

  it('the bias gap is 0 for equal treatment, and positive for flags by language', () => {
    const language = (ad: string) =>
      made.market.ads
        .find(({ id }) => id === ad)
        ?.versions.at(-1)
        ?.fields.languages?.split(', ')[0];
    const innocent = reader.judged.filter(({ control }) => control !== 'controlled');
    const kelvic = innocent.filter(({ ad }) => language(ad) === 'Kelvic').length;

    const { figure } = reader.judges((ad) => (language(ad.ad) === 'Kelvic' ? 'urgent' : 'none'));

    expect(reader.plays('flag-all').figure['bias-gap']?.value).toBe(0);
    expect(reader.plays('nothing').figure['bias-gap']?.value).toBe(0);
    expect(figure['bias-gap']?.value).toBeCloseTo(1 - kelvic / innocent.length, 12);
    expect(figure['bias-gap']).toMatchObject({
      group: { label: 'languages', value: 'Kelvic' },
      count: [kelvic, kelvic],
    });
  });
});

describe('deriveKey', () => {
  it('draws the bands at 11, 24 and 49 in a hundred, which at 6 % are ratios of 2, 5 and 15', () => {
    const key = deriveKey(made.truth, 0.06);

    for (const { ratio, idealBand } of key) {
      const expected = ratio < 1.94 ? 'none' : ratio < 4.94 ? 'check' : ratio < 15.05 ? 'prioritise' : 'urgent';
      expect(idealBand).toBe(expected);
    }
  });

  it('accepts every answer exactly for controlled ads that nothing distinguishes', () => {
    for (const { key } of READERS.map(({ reader: one }) => one))
      for (const { control, ratio, acceptable, notKnowable } of key) {
        expect(notKnowable).toBe(control === 'controlled' && ratio < 2);
        expect(acceptable.length === 4).toBe(notKnowable);
      }
  });

  it('never asks to flag an ad that is not controlled', () => {
    for (const { control, acceptable } of reader.key)
      if (control !== 'controlled') expect(acceptable).toContain('check');
  });
});
