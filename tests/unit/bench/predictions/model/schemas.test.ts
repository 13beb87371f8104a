import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PredictionReportSchema, PredictionRowSchema, TruthRowSchema } from '#bench/predictions/model/schemas.ts';
import { aTruth } from '../../../../support/bench/predictions/any-market.ts';

describe('the shapes of predictions', () => {
  it('can be handed out as JSON Schema', () => {
    const row = z.toJSONSchema(PredictionRowSchema, { unrepresentable: 'throw' });
    const report = z.toJSONSchema(PredictionReportSchema, { unrepresentable: 'throw' });

    expect(row).toMatchObject({ required: ['ad', 'probability'], additionalProperties: false });
    expect(report).toMatchObject({ properties: { schema: { const: 'prediction-report/2' } } });
  });

  it('take from a truth what scoring needs, and refuse one that does not say who is withheld', () => {
    const label = { indicator: 'same-room', kind: 'sign', at: 's1', peers: ['0002'], why: 'Words.' } as const;
    const { possibleMinor: _, ...unsaid } = aTruth('0001');

    expect(TruthRowSchema.parse(aTruth('0001', { labels: [label] })).labels).toEqual([
      { indicator: 'same-room', kind: 'sign' },
    ]);
    expect(TruthRowSchema.safeParse(unsaid).success).toBe(false);
  });
});
