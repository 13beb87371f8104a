import { z } from 'zod';

const text = z.string().min(1);

/** One side from which a text has to be looked at. Only a real reviewer may set `reviewed`. */
const AspectSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('not-reviewed') }),
  z.strictObject({
    status: z.literal('reviewed'),
    /** Organisation or role, with consent. */
    by: text,
    on: z.iso.date(),
    what: text,
    /** SHA-256 of the text that was reviewed: another text is not reviewed. */
    textHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);

/** Who has looked at a scenario, a lesson set or the indicators: `review.yaml` (rule C28). */
export const ReviewSchema = z.strictObject({
  schema: z.literal('review/1'),
  of: text,
  safety: AspectSchema,
  support: AspectSchema,
  law: AspectSchema,
});

export type Review = z.output<typeof ReviewSchema>;

const FieldsSchema = z.record(z.string(), z.string());

/** An ad as the rules read it; whatever else it holds is kept and read too. */
export const LintedAdSchema = z.looseObject({
  id: text,
  title: z.string().optional(),
  text: z.string().optional(),
  fields: FieldsSchema.optional(),
  versions: z.array(z.looseObject({ sentences: z.array(z.string()), fields: FieldsSchema })).optional(),
  withheld: z.looseObject({ facts: z.array(z.string()) }).optional(),
});

/** The public document of a market; whether it is marked as one is for rule C01 to say. A large one keeps its ads apart. */
export const LintedMarketSchema = z.looseObject({
  schema: z.literal('market/1'),
  profile: text,
  ads: z.array(LintedAdSchema).default([]),
});
