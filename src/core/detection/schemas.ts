import * as z from 'zod/mini';
import type { ExerciseSchemas } from '#core/exercise/exercise-plug.ts';
import { BANDS } from '#core/indicators/bands.ts';
import { type DetectionAction, NEXT_STEPS } from './play.ts';
import { stretchesOf } from './stretch.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200));
/** Weights are kept in a byte by ad and band. */
const weight = z.int().check(z.minimum(1), z.maximum(100));
const mark = { ad: text, at: text, indicator: text };

/** The acts of the kind as a saved log may hold them; see `DetectionAction`. */
export const DetectionActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ad.opened'), ad: text }),
  z.strictObject({ type: z.literal('ad.marked'), ...mark }),
  z.strictObject({ type: z.literal('ad.unmarked'), ...mark }),
  z.strictObject({
    type: z.literal('ad.judged'),
    ad: text,
    band: z.enum([...BANDS, 'unknown']),
    certainty: z.literal([1, 2, 3]),
    next: z.optional(z.enum(NEXT_STEPS)),
  }),
  z.strictObject({
    type: z.literal('queue.placed'),
    ad: text,
    place: z.int().check(z.minimum(0), z.maximum(1_000_000)),
  }),
  z.strictObject({ type: z.literal('queue.removed'), ad: text }),
  z.strictObject({ type: z.literal('card.escalated'), ad: text }),
  z.strictObject({ type: z.literal('card.logged'), ad: text }),
]);

/**
 * What a scenario may ask of this kind besides the market as it stands: a queue of which so many ads can be looked at, and
 * whether every ad is explained as soon as it is judged (practice), or all at the end, by a reader who has practised before
 * (assessed). Without a mode all are explained at the end, to anyone. `harm` is what oversights and flags without cause
 * weigh, 5 and 1 where nothing is said; whoever leads the exercise sets it, and the task announces it.
 */
export const DetectionBriefSchema = z.strictObject({
  mode: z.optional(z.enum(['practice', 'assessed'])),
  budget: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
  harm: z.optional(z.strictObject({ miss: weight, falseFlag: weight })),
});

export type DetectionBrief = z.output<typeof DetectionBriefSchema>;

/** What is read from outside about the kind. A mark names a place, which has to be there in some version of the ad. */
export const DETECTION_SCHEMAS: ExerciseSchemas = {
  brief: DetectionBriefSchema,
  action: DetectionActionSchema,
  unknownPlace(action, ad) {
    if (action.type !== ('ad.marked' satisfies DetectionAction['type']) || typeof action.at !== 'string')
      return undefined;
    const { at } = action;
    const isThere = (ad?.versions ?? []).some(({ sentences }) => {
      const { from, to } = stretchesOf(sentences)(at);
      return from < to && (!at.startsWith('t:') || at === `t:${from}-${to}`);
    });
    return isThere ? undefined : at;
  },
};
