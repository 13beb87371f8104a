import * as z from 'zod/mini';
import type { ExerciseSchemas } from '#core/exercise/exercise-plug.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200));
const edge = { a: text, b: text, kind: text };

/** The acts of the kind as a saved log may hold them; see `LinkingAction`. */
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

/** What a scenario may ask of this kind. */
export const LinkingBriefSchema = z.strictObject({
  /** Ids of the ads that may be linked; all open ads of the market where nothing is said. */
  ads: z.optional(z.array(text).check(z.minLength(2), z.maxLength(5000))),
  /** True where what a lawful request brings lies on the table too; otherwise only pages do. */
  records: z.optional(z.boolean()),
  /** So many of the proposed edges are looked at, in the order in which they were proposed. */
  budget: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
});

export type LinkingBrief = z.output<typeof LinkingBriefSchema>;

/** What is read from outside about the kind. A link names its two ads. */
export const LINKING_SCHEMAS: ExerciseSchemas = {
  brief: LinkingBriefSchema,
  action: LinkingActionSchema,
  namesIn: ({ type, a, b }) => (type.startsWith('edge.') ? { ads: [a, b] } : {}),
};
