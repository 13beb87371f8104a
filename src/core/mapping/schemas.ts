import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(200));
const mayBeEmpty = z.string().check(z.maxLength(200));
const reason = z.string().check(z.maxLength(2000));
const count = z.int().check(z.minimum(0), z.maximum(10_000_000));

/** The acts of the kind as a saved log may hold them; see `MappingAction`. */
export const MappingActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('site.registered'), site: text }),
  z.strictObject({ type: z.literal('site.removed'), site: text }),
  z.strictObject({ type: z.literal('owner.linked'), site: text, owner: mayBeEmpty }),
  z.strictObject({ type: z.literal('mirror.noted'), site: text, of: mayBeEmpty }),
  z.strictObject({ type: z.literal('volume.estimated'), site: text, volume: count, sample: count }),
  z.strictObject({ type: z.literal('duplicate.marked'), ad: text }),
  z.strictObject({ type: z.literal('duplicate.unmarked'), ad: text }),
  z.strictObject({ type: z.literal('site.ranked'), site: text, place: count, reason }),
  z.strictObject({ type: z.literal('site.unranked'), site: text }),
]);

/** What a scenario may ask of this kind: nothing besides the market as it stands. */
export const MappingBriefSchema = z.strictObject({});
