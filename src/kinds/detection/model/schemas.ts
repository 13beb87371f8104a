import * as z from 'zod/mini';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import { placesOfAd } from '#market/ads/model/page-places.ts';
import { BANDS } from '#market/signs/model/bands.ts';
import { type DetectionAction, NEXT_STEPS } from './play.ts';
import { stretchesOf } from './stretch.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200));
/** Costs are stored in one byte per ad and band. */
const weight = z.int().check(z.minimum(1), z.maximum(100));
const mark = { ad: text, at: text, indicator: text };

/** The actions of the kind as a saved log may contain them; see `DetectionAction`. */
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
 * Brief of this kind, besides the market: a queue of which `budget` ads can be examined, and whether every ad is
 * explained as soon as it is judged (`practice`), or all at the end, for a trainee who has practised before
 * (`assessed`). Without a mode all are explained at the end, for any trainee. `harm` gives the weights of misses and of
 * false flags, by default 5 and 1; the facilitator sets them, and the task announces them.
 */
export const DetectionBriefSchema = z.strictObject({
  mode: z.optional(z.enum(['practice', 'assessed'])),
  budget: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
  harm: z.optional(z.strictObject({ miss: weight, falseFlag: weight })),
});

export type DetectionBrief = z.output<typeof DetectionBriefSchema>;

/** Schemas of the kind for outside input. A mark refers to a place, which has to exist in some version of the ad. */
export const DETECTION_READS: KindReads = {
  brief: DetectionBriefSchema,
  action: DetectionActionSchema,
  unknownPlace(action, ad) {
    if (action.type !== ('ad.marked' satisfies DetectionAction['type']) || typeof action.at !== 'string')
      return undefined;
    const { at } = action;
    const others = ad ? placesOfAd(ad) : [];
    const isThere = (ad?.versions ?? []).some(({ sentences }) => {
      const { from, to } = stretchesOf(sentences, others)(at);
      return from < to && (!at.startsWith('t:') || at === `t:${from}-${to}`);
    });
    return isThere ? undefined : at;
  },
};
