import { z } from 'zod';
import { type BundleForm, ITEM_PARTS } from './form.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

const ItemSchema = z.union([
  z.strictObject({
    id,
    part: z.enum(ITEM_PARTS),
    asks: text,
    options: z.array(z.strictObject({ id, text })).min(3),
  }),
  z.strictObject({ id, part: z.literal('shift'), fact: text, asks: text }),
]);

/** The form of a bundle as authored, in `bundle.yaml`. */
export const FormSchema = z.strictObject({
  pair: id,
  place: z.enum(['before', 'after']),
  items: z.array(ItemSchema).min(1),
}) satisfies z.ZodType<BundleForm>;
