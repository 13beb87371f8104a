import { z } from 'zod';
import { DATA_CATEGORIES, LETTER_KINDS, OFFICES } from '#core/evidence/letters/letter.ts';
import { POINT_NAMES } from '#core/evidence/letters/points.ts';
import { CitationSchema } from '#core/indicators/schemas.ts';
import { ActSchema } from '#core/scenario/schemas.ts';

const text = z.string().min(1);

export const RatingSchema = z.enum(['good', 'acceptable', 'harmful', 'red']);

/** What a choice does to the situation, in steps from -2 to 2; shown in words, never as points on a person. */
export const METERS = ['safety', 'trust', 'say', 'evidence', 'law'] as const;
const MeterChangesSchema = z.partialRecord(z.enum(METERS), z.number().int().min(-2).max(2));

const OptionKeySchema = z.strictObject({
  rating: RatingSchema,
  meters: MeterChangesSchema.default({}),
  /** Why, in words about the situation and the person, not about the reader. */
  reason: text,
});

const DecisionKeySchema = z.strictObject({
  principle: text,
  sources: z.array(CitationSchema).min(1),
  options: z.record(z.string(), OptionKeySchema),
});

/** The answers of a scenario, kept apart from it: `key.yaml`. */
export const AnswerKeySchema = z.strictObject({
  schema: z.literal('key/1'),
  scenario: text,
  version: z.number().int().positive(),
  /** One entry per decision state of the scenario, under the state's id. */
  decisions: z.record(z.string(), DecisionKeySchema),
  /** The model path: decision state id and option id, in the order in which they come. Empty where nothing is decided. */
  model: z.array(z.tuple([text, text])),
  /** Share of `outreach.decisions` from which on a path counts as passed; left out where nothing is passed or failed. */
  passMark: z.number().min(0.01).max(1).optional(),
  /** Left out in a case whose options are no acts. */
  order: z
    .strictObject({
      /** Each pair: the first act has to come before the second. */
      before: z.array(z.tuple([ActSchema, ActSchema])).min(1),
      reason: text,
      sources: z.array(CitationSchema).min(1),
    })
    .optional(),
  /** Which ads belong in the locker: all ads of the actor behind this one. Left out in a case without preservation. */
  preserve: z.strictObject({ sameActorAs: z.string().regex(/^\d{4}$/) }).optional(),
  /** What the letters of a request desk have to name and to secure. Left out in a case without one. */
  requests: z
    .strictObject({
      /** The ads whose data are to be kept: all ads of the actor behind this one. */
      sameActorAs: z.string().regex(/^\d{4}$/),
      /** Offences of the desk that fit the facts. */
      offences: z.array(text).min(1),
      /** Platforms of the desk that hold the data. */
      custodians: z.array(text).min(1),
      data: z.array(z.enum(DATA_CATEGORIES)).min(1),
      /** Letters that the case needs; one to preserve is always among them. */
      letters: z
        .array(z.enum(LETTER_KINDS))
        .min(1)
        .refine((kinds) => kinds.includes('preservation'), {
          message: 'preservation is among the letters',
        }),
      /** Which office is to order which data; what is left out is ordered by the lowest office that may. */
      orders: z.partialRecord(z.enum(OFFICES), z.array(z.enum(DATA_CATEGORIES)).min(1)).optional(),
      /** Words that a letter of this case has to have for a point, one of them each; any case has its own where none are given. */
      words: z.partialRecord(z.enum(POINT_NAMES), z.array(text).min(1)).optional(),
    })
    .optional(),
});

export type Rating = z.output<typeof RatingSchema>;
export type Meter = (typeof METERS)[number];
export type MeterChanges = z.output<typeof MeterChangesSchema>;
export type AnswerKey = z.output<typeof AnswerKeySchema>;
export type DecisionKey = z.output<typeof DecisionKeySchema>;
