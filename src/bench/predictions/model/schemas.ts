import { z } from 'zod';
import type { Control } from '#market/ads/model/actor-types.ts';
import { TRUTH_SCHEMA } from '#market/documents/model/header-schemas.ts';

const text = z.string().min(1);
const share = z.number().min(0).max(1);
const count = z.number().int().min(0);
const CONTROLS = ['none', 'thirdParty', 'controlled', 'deceptive', 'fraud'] as const satisfies readonly Control[];

/** The header of a truth, as far as scoring reads it. Its ads are lines of the files that it names. */
export const TruthHeadSchema = z.object({
  schema: z.literal(TRUTH_SCHEMA),
  marketId: text,
  files: z.array(z.object({ path: text, kind: text, rows: count })),
});

/** The truth about one ad, as far as scoring reads it. Other fields are ignored. */
export const TruthRowSchema = z.object({
  ad: text,
  actor: text,
  control: z.enum(CONTROLS),
  labels: z.array(z.object({ indicator: text, kind: z.enum(['sign', 'trap', 'cue']) })),
  possibleMinor: z.boolean(),
  /** Labels by which fairness is measured, by attribute: language, origin, gender. */
  groups: z.record(z.string(), z.string()).optional(),
});

/** A tool's prediction for one ad. */
export const PredictionRowSchema = z.strictObject({
  ad: text,
  /** Probability that the ad is controlled or deceptive. */
  probability: share,
  /** Ads with the same name are predicted to come from one actor; an ad without a name is a cluster of its own. */
  cluster: text.optional(),
  /** Ids of the signs that the tool found in the ad. Left out by a tool that names no signs at all. */
  indicators: z.array(text).optional(),
  /** Its row in the file, as a spreadsheet counts: the header is row 1. */
  row: z.number().int().positive().optional(),
});

/** A figure with its 95 % interval, which takes actors as they come together with their ads, over `n` ads; precision and recall of signs over `n` signs. */
const FigureSchema = z.strictObject({ value: z.number(), low: z.number(), high: z.number(), n: count });

/** All figures; one that cannot be computed is left out, and a note says why. */
export const FIGURES = [
  'sensitivity',
  'specificity',
  'ppv-2',
  'ppv-6',
  'ppv-20',
  'auc',
  'average-precision',
  'brier-skill',
  'likelihood-rank',
  'link-precision',
  'link-recall',
  'link-f1',
  'cluster-b-cubed-precision',
  'cluster-b-cubed-recall',
  'cluster-b-cubed-f1',
  'cluster-ari',
  'sign-precision',
  'sign-recall',
  'sign-f05',
] as const;

/** Ads with a probability from `from` up to, but not including, `to` (the last bin includes 1). */
const CalibrationBinSchema = z.strictObject({
  from: share,
  to: share,
  n: count,
  /** Mean of the stated probabilities. */
  predicted: share,
  /** Share that is controlled or deceptive, with its 95 % interval. */
  observed: share,
  low: share,
  high: share,
});

/** Flags on uncontrolled ads, by one attribute. */
const BiasSchema = z.strictObject({
  attribute: text,
  /** The largest difference between a group's rate of false flags and the overall rate. */
  gap: FigureSchema,
  /**
   * The gap if labels were dealt out by chance to the personas behind these ads: in half of such markets it is at most
   * `median`, in 95 of 100 at most `high`. A gap up to `high` is within chance.
   */
  byChance: z.strictObject({ median: share, high: share }),
  /** The group with that difference. */
  widest: z.string(),
  groups: z.array(z.strictObject({ name: z.string(), falseFlags: FigureSchema })),
});

/** How well one sign was found. `trapped` counts namings on innocent ads that only look like it. */
const SignSchema = z.strictObject({
  indicator: text,
  planted: count,
  named: count,
  right: count,
  trapped: count,
  /** Undefined if it was never named. */
  precision: share.optional(),
  /** Undefined if it was never planted. */
  recall: share.optional(),
  f05: share.optional(),
});

/** A warning in a report. The messages of the reader's language give its sentence by `code`. */
const NoteSchema = z.strictObject({
  code: text,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The sentence itself, if a command wrote the report. */
  text: z.string().optional(),
});

/** Score of a tool's predictions in one market. Figures are shown side by side and never combined. */
export const PredictionReportSchema = z.strictObject({
  schema: z.literal('prediction-report/2'),
  synthetic: z.literal(true),
  marketId: text,
  /** Minimum probability that counts as a flag. */
  threshold: share,
  counts: z.strictObject({
    /** Ads of the market, including withheld ones. */
    ads: count,
    /** Possible minors: tools are not asked about them, and they are in no figure. */
    withheld: count,
    /** Ads that the figures are about. */
    scored: count,
    /** Ads without a row. */
    missing: count,
    /** Rows about ads that the market does not have. */
    unknown: count,
    /** Scored ads that are controlled or deceptive. */
    controlled: count,
    controlledActors: count,
    otherActors: count,
  }),
  confusion: z.strictObject({ hits: count, misses: count, falseAlarms: count, correctRejections: count }),
  figures: z.partialRecord(z.enum(FIGURES), FigureSchema),
  calibration: z.strictObject({
    bins: z.array(CalibrationBinSchema),
    /** Ads in bins that are too small to report. */
    leftOut: count,
  }),
  bias: z.array(BiasSchema),
  /** Left out if the tool names no signs at all. */
  signs: z.array(SignSchema).optional(),
  /** How often labels were dealt out by chance, and the seed of these draws. */
  chance: z.strictObject({ deals: count, seed: text }),
  notes: z.array(NoteSchema),
});

export type TruthRow = z.output<typeof TruthRowSchema>;
export type PredictionRow = z.output<typeof PredictionRowSchema>;
export type PredictionFigure = z.output<typeof FigureSchema>;
export type FigureName = (typeof FIGURES)[number];
export type CalibrationBin = z.output<typeof CalibrationBinSchema>;
export type Bias = z.output<typeof BiasSchema>;
export type SignFigures = z.output<typeof SignSchema>;
export type PredictionReport = z.output<typeof PredictionReportSchema>;
