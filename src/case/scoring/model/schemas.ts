import { type ZodType, z } from 'zod';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { fromKinds } from '#case/exercise/model/registry.ts';
import { ROLES } from '#case/language/model/role.ts';
import { ActSchema } from '#case/language/model/schemas.ts';
import { CitationSchema } from '#market/signs/model/schemas.ts';

const text = z.string().min(1);

export const RatingSchema = z.enum(['good', 'acceptable', 'harmful', 'red']);

/** What a choice does to the situation, in steps from -2 to 2; shown in words, never as points for a person. */
export const METERS = ['safety', 'trust', 'say', 'evidence', 'law'] as const;
const MeterChangesSchema = z.partialRecord(z.enum(METERS), z.number().int().min(-2).max(2));

const OptionKeySchema = z.strictObject({
  rating: RatingSchema,
  meters: MeterChangesSchema.default({}),
  /** The reason, in words about the situation and the person, not about the reader. */
  reason: text,
});

const DecisionKeySchema = z.strictObject({
  principle: text,
  sources: z.array(CitationSchema).min(1),
  options: z.record(z.string(), OptionKeySchema),
});

/** The answers to the story of a scenario, independent of its exercises. */
const StoryKeySchema = z.strictObject({
  schema: z.literal('key/1'),
  scenario: text,
  version: z.number().int().positive(),
  /** One entry per decision state of the scenario, by the state's id. */
  decisions: z.record(z.string(), DecisionKeySchema),
  /**
   * The model path: decision state id and option id, in order. Empty if there are no decisions. A step that only one role
   * comes to names that role as well.
   */
  model: z.array(z.union([z.tuple([text, text]), z.tuple([text, text, z.enum(ROLES)])])),
  /** Minimum share of `outreach.decisions` for a path to pass; left out if there is no pass mark. */
  passMark: z.number().min(0.01).max(1).optional(),
  /** Left out in a case whose options are not acts. */
  order: z
    .strictObject({
      /** Pairs of acts: the first has to come before the second. */
      before: z.array(z.tuple([ActSchema, ActSchema])).min(1),
      reason: text,
      sources: z.array(CitationSchema).min(1),
    })
    .optional(),
});

/**
 * The answers of a scenario, kept apart from it: `key.yaml`. Kinds of exercise add fields of their own, each optional.
 */
export const answerKeySchema = fromKinds((builds: Kinds['builds']) => {
  const fields = builds.entries().flatMap(([, { key }]) => (key ? [[key.field, key.schema.optional()]] : []));
  return StoryKeySchema.extend(Object.fromEntries(fields)) as unknown as ZodType<AnswerKey>;
});

export type Rating = z.output<typeof RatingSchema>;
export type Meter = (typeof METERS)[number];
export type MeterChanges = z.output<typeof MeterChangesSchema>;
export type AnswerKey = z.output<typeof StoryKeySchema>;
export type DecisionKey = z.output<typeof DecisionKeySchema>;
