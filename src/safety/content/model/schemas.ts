import { z } from 'zod';

const text = z.string().min(1);

/** One aspect of a review. Only a real reviewer may set `reviewed`. */
const AspectSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('not-reviewed') }),
  z.strictObject({
    status: z.literal('reviewed'),
    /** Organisation or role, with consent. */
    by: text,
    on: z.iso.date(),
    what: text,
    /** SHA-256 of the reviewed text: the review is not valid for any other text. */
    textHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Statements that the reviewer disputes, each with the reason; left out where there is none. */
    disputes: z
      .array(z.strictObject({ statement: text, why: text }))
      .min(1)
      .optional(),
    /** Statements of which the reviewer says nothing, because they are not of their field; left out where there is none. */
    unjudged: z.array(text).min(1).optional(),
  }),
]);

/** Reviews of a scenario, a lesson set or the indicators: `review.yaml` (rule C28). */
export const ReviewSchema = z.strictObject({
  schema: z.literal('review/1'),
  of: text,
  safety: AspectSchema,
  support: AspectSchema,
  law: AspectSchema,
});

export type Review = z.output<typeof ReviewSchema>;

const FieldsSchema = z.record(z.string(), z.string());

/** An ad as the rules read it; unknown fields are kept and checked too. */
export const LintedAdSchema = z.looseObject({
  id: text,
  title: z.string().optional(),
  text: z.string().optional(),
  sentenceEnds: z.array(z.number()).optional(),
  fields: FieldsSchema.optional(),
  versions: z.array(z.looseObject({ sentences: z.array(z.string()), fields: FieldsSchema })).optional(),
  withheld: z.looseObject({ facts: z.array(z.string()) }).optional(),
});

/** The header of a market; rule C01 checks its marking. Its ads are in files beside it. */
export const LintedMarketSchema = z.looseObject({
  schema: z.literal('market/2'),
  profile: text,
  ads: z.array(LintedAdSchema).default([]),
});
