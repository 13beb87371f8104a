import { z } from 'zod';
import { CitationSchema } from '#market/signs/model/schemas.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const sources = z.array(CitationSchema).default([]);

/** The answer to one question of a form: the right option with the rules it rests on, or the authors' direction. */
export const ItemKeySchema = z.union([
  z.strictObject({
    right: id,
    why: text,
    /** Rules of the law card on which it rests; none for a question that only needs a sum. */
    rules: z.array(id).default([]),
    sources,
  }),
  z.strictObject({ direction: z.number().int().min(-2).max(2), why: text, sources }),
]);
