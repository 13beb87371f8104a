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
