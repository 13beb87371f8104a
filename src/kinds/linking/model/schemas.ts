import * as z from 'zod/mini';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200));
const edge = { a: text, b: text, kind: text };

/** The actions of the kind as a saved log may contain them; see `LinkingAction`. */
export const LinkingActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ad.collected'), ad: text }),
  z.strictObject({ type: z.literal('ad.returned'), ad: text }),
  z.strictObject({ type: z.literal('edge.proposed'), ...edge }),
  z.strictObject({ type: z.literal('edge.withdrawn'), ...edge }),
  z.strictObject({ type: z.literal('group.named'), group: text, name: text }),
  z.strictObject({ type: z.literal('group.dissolved'), group: text }),
  z.strictObject({ type: z.literal('ad.grouped'), ad: text, group: text }),
  z.strictObject({ type: z.literal('ad.ungrouped'), ad: text }),
]);

/** Brief of this kind in a scenario. */
export const LinkingBriefSchema = z.strictObject({
  /** Ids of the ads that may be linked; by default all open ads of the market. */
  ads: z.optional(z.array(text).check(z.minLength(2), z.maxLength(5000))),
  /** True if the exercise also shows the records that a lawful request brings; otherwise only pages. */
  records: z.optional(z.boolean()),
  /** Maximum number of proposed edges that are judged, in the order in which they were proposed. */
  budget: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
});

export type LinkingBrief = z.output<typeof LinkingBriefSchema>;

/** Schemas of the kind for outside input. A link refers to its two ads. */
export const LINKING_READS: KindReads = {
  brief: LinkingBriefSchema,
  action: LinkingActionSchema,
  namesIn: ({ type, a, b }) => (type.startsWith('edge.') ? { ads: [a, b] } : {}),
};
