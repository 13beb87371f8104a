import { describe, expect, it } from 'vitest';
import { drawFalseFlags } from '#bench/predictions/model/false-flags.ts';
import type { TruthRow } from '#bench/predictions/model/schemas.ts';
import { scorePredictions } from '#bench/predictions/model/score-predictions.ts';

const CONTROLS = ['none', 'thirdParty', 'controlled', 'deceptive', 'fraud'] as const;
const TRUTH: readonly TruthRow[] = Array.from({ length: 200 }, (_, n) => ({
  ad: `ad-${n}`,
  actor: `actor-${n}`,
  control: CONTROLS[n % 5] ?? 'none',
  labels: [],
  possibleMinor: n % 7 === 0,
}));
/** The higher its number, the surer the tool is of an ad. */
const ROWS = TRUTH.map(({ ad }, n) => ({ ad, probability: n / 200 }));
const drawing = { marketId: 'm1', threshold: 0.5, missing: 'leave-out', count: 10 } as const;

describe('false flags', () => {
  it('are flagged, not sought and not withheld, and as many as the report counts', () => {
    const { all, drawn } = drawFalseFlags(TRUTH, ROWS, { ...drawing, count: 1000 });
    const report = scorePredictions(TRUTH, ROWS, { marketId: 'm1' });

    expect(report.ok && report.value.confusion.falseAlarms).toBe(all);
    expect(all).toBeGreaterThan(40);
    expect(drawn).toHaveLength(all);
    for (const { ad, probability, control } of drawn) {
      const truth = TRUTH.find((one) => one.ad === ad);
      expect(truth).toMatchObject({ possibleMinor: false, control });
      expect(['none', 'thirdParty', 'fraud']).toContain(control);
      expect(probability).toBeGreaterThanOrEqual(0.5);
    }
  });

  it('are drawn by chance: the same each time, others in another market, and not the surest', () => {
    const { drawn } = drawFalseFlags(TRUTH, ROWS, drawing);
    const surest = drawFalseFlags(TRUTH, ROWS, { ...drawing, count: 1000 })
      .drawn.toSorted((a, b) => b.probability - a.probability)
      .slice(0, drawing.count);

    expect(drawn).toHaveLength(drawing.count);
    expect(drawFalseFlags(TRUTH, ROWS.toReversed(), drawing).drawn).toEqual(drawn);
    expect(drawFalseFlags(TRUTH, ROWS, { ...drawing, marketId: 'm2' }).drawn).not.toEqual(drawn);
    expect(new Set(drawn)).not.toEqual(new Set(surest));
    const mean = drawn.reduce((sum, { probability }) => sum + probability, 0) / drawn.length;
    expect(mean).toBeLessThan(0.9);
  });

  it('may be none', () => {
    expect(drawFalseFlags(TRUTH, ROWS, { ...drawing, threshold: 1 })).toEqual({ all: 0, drawn: [] });
  });
});
