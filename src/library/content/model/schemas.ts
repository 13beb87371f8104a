import { z } from 'zod';
import { METERS, RatingSchema } from '#case/scoring/model/schemas.ts';
import { CitationSchema } from '#market/signs/model/schemas.ts';

const text = z.string().min(1);

/** Options of a pattern: as many as a decision of a case usually has. */
const OPTIONS = 4;

/**
 * A decision of the catalogue as a pattern, from which an author begins a case. Its words are the authors' own; what
 * the principle rests on is in `sources`.
 */
export const PatternSchema = z.strictObject({
  /** Entry of the decision catalogue, D01 to D32. */
  decision: z
    .string()
    .regex(/^D(?:0[1-9]|[12]\d|3[0-2])$/, { message: 'an entry of the decision catalogue, D01 to D32' }),
  title: text,
  /** The meters that the choice changes most, in descending order. */
  meters: z.array(z.enum(METERS)).min(1),
  /** Content level of a case with this decision, where it is above 1. */
  contentLevel: z.number().int().min(2).max(3).optional(),
  /** The situation in which the decision comes up. */
  asks: text,
  principle: text,
  /** Ways to act, of which exactly one is good. */
  options: z
    .array(z.strictObject({ rating: RatingSchema, does: text }))
    .length(OPTIONS)
    .refine((options) => options.filter(({ rating }) => rating === 'good').length === 1, {
      message: 'exactly one of the options is good',
    }),
  sources: z.array(CitationSchema).min(1),
});

export type Pattern = z.output<typeof PatternSchema>;
