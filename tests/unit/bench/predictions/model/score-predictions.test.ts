import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PredictionReportSchema, type PredictionRow, type TruthRow } from '#bench/predictions/model/schemas.ts';
import { scorePredictions } from '#bench/predictions/model/score-predictions.ts';
import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import { studentQuantile } from '#kernel/model/statistics/student-quantile.ts';
import { anyAds, aTruth, MARKET, reportOf } from '../../../../support/bench/predictions/any-market.ts';

const TRAPS = Array.from({ length: 6 }, (_, n) => ({ kind: 'trap' as const, indicator: `trap-${n}` }));

/**
 * Twelve networks of four ads with few signs, twelve agencies of six with many traps, and people alone. Card `w` is
 * withheld.
 */
const MARKET_TRUTH: readonly TruthRow[] = [
  ...actors('network', 12, 4, (n) => ({
    control: n % 3 === 0 ? 'deceptive' : 'controlled',
    labels: [{ kind: 'sign', indicator: 'same-room' }],
  })),
  ...actors('agency', 12, 6, () => ({ control: 'thirdParty', labels: TRAPS })),
  ...actors('alone', 60, 1, (n) => ({ labels: TRAPS.slice(0, n % 3) })),
  ...actors('fraud', 2, 5, () => ({ control: 'fraud' })),
  aTruth('w', { control: 'controlled', possibleMinor: true }),
];

function actors(name: string, count: number, ads: number, truthOf: (n: number) => Partial<TruthRow>): TruthRow[] {
  return Array.from({ length: count * ads }, (_, n) => {
    const number = Math.floor(n / ads);
    const groups = { language: n % 2 === 0 ? 'Orlish' : 'Kelvic' };
    return aTruth(`${name}-${n}`, { actor: `${name} ${number}`, groups, ...truthOf(number) });
  });
}

const isPositive = ({ control }: TruthRow) => control === 'controlled' || control === 'deceptive';
const asked = MARKET_TRUTH.filter(({ possibleMinor }) => !possibleMinor);
const toolOf = (says: (ad: TruthRow) => Omit<PredictionRow, 'ad'>) => asked.map((ad) => ({ ad: ad.ad, ...says(ad) }));
const values = (rows: readonly PredictionRow[]) =>
  Object.fromEntries(Object.entries(reportOf(MARKET_TRUTH, rows).figures).map(([name, { value }]) => [name, value]));

const PERFECT = toolOf((ad) => ({
  probability: Number(isPositive(ad)),
  cluster: ad.actor,
  indicators: ad.labels.filter(({ kind }) => kind === 'sign').map(({ indicator }) => indicator),
}));

describe('a tool that knows the truth', () => {
  const report = reportOf(MARKET_TRUTH, PERFECT);

  it('has 1 in every figure', () => {
    expect(Object.keys(report.figures)).toHaveLength(15);
    for (const [name, { value, high }] of Object.entries(report.figures))
      expect({ name, value, high }).toEqual({ name, value: 1, high: 1 });
  });

  it('gets a wide interval for a perfect score on few actors', () => {
    const [low] = wilsonInterval(12, 12, studentQuantile(0.05, 11));

    expect(report.figures.sensitivity?.low).toBeCloseTo(low, 12);
    expect(report.figures.auc?.low).toBeCloseTo(low, 12);
    expect(report.figures['ppv-2']?.low).toBeLessThan(0.6);
    for (const figure of Object.values(report.figures)) expect(figure.low).toBeLessThan(0.98);
  });

  it('has no gap beyond chance', () => {
    expect(report.bias).toMatchObject([{ gap: { value: 0, low: 0 }, byChance: { median: 0, high: 0 } }]);
  });

  it('is asked about every ad but the withheld one', () => {
    expect(report.counts).toEqual({
      ads: 191,
      withheld: 1,
      scored: 190,
      missing: 0,
      unknown: 0,
      controlled: 48,
      controlledActors: 12,
      otherActors: 74,
    });
    expect(report.notes).toEqual([]);
  });
});

describe('a blind tool', () => {
  it('ranks like chance and has no skill when it always predicts the share of positive ads', () => {
    const found = values(toolOf(() => ({ probability: 48 / 190 })));

    expect(found.auc).toBe(0.5);
    expect(found['average-precision']).toBeCloseTo(48 / 190, 12);
    expect(found['brier-skill']).toBeCloseTo(0, 12);
    expect(found).toMatchObject({ sensitivity: 0, specificity: 1 });
    expect(found).not.toHaveProperty('ppv-6');
  });

  it('has the share itself as predictive value when it flags all', () => {
    const found = values(toolOf(() => ({ probability: 1 })));

    expect(found['ppv-2']).toBeCloseTo(0.02, 12);
    expect(found['ppv-20']).toBeCloseTo(0.2, 12);
    expect(found['brier-skill']).toBeLessThan(-2);
  });
});

describe('a tool that counts suspicious signs', () => {
  it('ranks lawful agencies first and does worse than chance', () => {
    // Of 142 others 72 (agencies, 6 counts) and 20 (2 counts) rank above a network's ad (1 count), 20 tie with it.
    const { auc } = values(toolOf(({ labels }) => ({ probability: labels.length / 6 })));

    expect(auc).toBeCloseTo((142 - 72 - 20 - 20 / 2) / 142, 12);
    expect(auc).toBeLessThan(0.5);
  });
});

describe('intervals', () => {
  const wavering = toolOf((ad) => ({
    probability:
      (isPositive(ad) ? 0.3 : 0.2) + ((ad.actor.length * 7 + Number(/\d+/.exec(ad.actor)?.[0]) * 13) % 11) / 20,
    cluster: ad.actor.slice(0, 9),
  }));

  it('contain their value, and are deterministic', () => {
    const first = reportOf(MARKET_TRUTH, wavering);

    for (const { value, low, high } of Object.values(first.figures)) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
    expect(reportOf(MARKET_TRUTH, wavering)).toEqual(first);
    expect(first.chance.deals).toBe(999);
    expect(reportOf(MARKET_TRUTH, wavering, { seed: 'another' }).bias).not.toEqual(first.bias);
  });

  it('are wider where the same number of ads comes from fewer actors', () => {
    const alone = MARKET_TRUTH.map((ad) => ({ ...ad, actor: ad.ad }));
    const [few, many] = [MARKET_TRUTH, alone].map((truth) => reportOf(truth, wavering).figures);
    const width = (figure: { readonly low: number; readonly high: number } | undefined) =>
      figure ? figure.high - figure.low : 0;

    for (const name of ['auc', 'sensitivity', 'specificity', 'ppv-6'] as const)
      expect({ name, ratio: width(few?.[name]) / width(many?.[name]) }).toEqual({
        name,
        ratio: expect.toSatisfy((ratio: number) => ratio > 1.5),
      });
  });

  it('have a warning where the ads have few actors', () => {
    const few = MARKET_TRUTH.filter(({ actor }) => !/^network \d\d?$/.test(actor) || /^network [012]$/.test(actor));
    const { notes } = reportOf(
      few,
      toolOf(() => ({ probability: 0.5 })).filter(({ ad }) => few.some((truth) => truth.ad === ad)),
    );

    expect(notes).toEqual([{ code: 'prediction.few-actors', params: { controlledActors: 3, otherActors: 74 } }]);
  });
});

describe('scorePredictions', () => {
  it('counts a probability at the threshold as a flag', () => {
    const rows = toolOf((ad) => ({ probability: isPositive(ad) ? 0.3 : 0.1 }));

    expect(reportOf(MARKET_TRUTH, rows, { threshold: 0.3 }).confusion).toEqual({
      hits: 48,
      misses: 0,
      falseAlarms: 0,
      correctRejections: 142,
    });
    expect(reportOf(MARKET_TRUTH, rows).confusion.hits).toBe(0);
  });

  it('omits figures that are undefined for ads of one kind, and says so', () => {
    const truth = [aTruth('1', { groups: { language: 'Orlish' } }), aTruth('2')];
    const { figures, notes } = reportOf(truth, [
      { ad: '1', probability: 0.2 },
      { ad: '2', probability: 0.7 },
    ]);

    expect(Object.keys(figures)).toEqual(['specificity']);
    expect(notes.map(({ code }) => code)).toEqual(['prediction.one-kind-only']);
  });

  it('deals labels out less often in a very large market, and says so', () => {
    const truth = Array.from({ length: 60_000 }, (_, n) =>
      aTruth(`${n}`, {
        actor: `${n % 600}`,
        control: n % 20 === 0 ? 'controlled' : 'none',
        groups: { language: n % 3 === 0 ? 'Orlish' : 'Kelvic' },
      }),
    );
    const { chance, notes } = reportOf(
      truth,
      truth.map(({ ad }, n) => ({ ad, probability: (n % 97) / 97 })),
    );

    expect(chance.deals).toBe(333);
    expect(notes).toContainEqual({ code: 'prediction.fewer-deals', params: { deals: 333, usual: 999 } });
  });

  it('gives a report of the documented shape for any market', () => {
    fc.assert(
      fc.property(anyAds, fc.double({ min: 0, max: 1, noNaN: true }), (told, threshold) => {
        const truth = told.map(({ actor, positive, cluster }, n) =>
          aTruth(`${n}`, {
            actor: `${actor}`,
            control: positive ? 'controlled' : 'none',
            groups: { [cluster]: `${actor}` },
            possibleMinor: n % 7 === 3,
          }),
        );
        const rows = told.map(({ probability, cluster }, n) => ({
          ad: `${n}`,
          probability,
          cluster,
          indicators: [cluster],
        }));
        const report = scorePredictions(truth, rows, { ...MARKET, threshold });

        expect(PredictionReportSchema.safeParse(report.ok && report.value).error).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});
