import * as z from 'zod/mini';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import { MAP_NOTES } from './play.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200));
const mayBeEmpty = z.string().check(z.maxLength(200));
const reason = z.string().check(z.maxLength(2000));
const count = z.int().check(z.minimum(0), z.maximum(10_000_000));

/** Maximum ads of a sample, and maximum signs to code. */
export const MAX_CODED = 200;
const MAX_SIGNS = 12;

/** The actions of the kind as a saved log may contain them; see `MappingAction`. */
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
  z.strictObject({ type: z.literal('sample.drawn'), ads: z.array(text).check(z.maxLength(MAX_CODED)) }),
  z.strictObject({ type: z.literal('ad.coded'), ad: text, signs: z.array(text).check(z.maxLength(MAX_SIGNS)) }),
  z.strictObject({ type: z.literal('codes.compared') }),
  z.strictObject({ type: z.literal('code.settled'), ad: text, sign: text, present: z.boolean() }),
  z.strictObject({ type: z.literal('note.written'), about: z.enum(MAP_NOTES), text: reason }),
]);

/**
 * Brief of this kind, besides the market: a random sample of at least `sample` ads is coded by these signs or cues,
 * independently of a second coder. Each has to be one that a single page can show.
 */
export const MappingBriefSchema = z.strictObject({
  coding: z.optional(
    z.strictObject({
      signs: z.array(text).check(z.minLength(1), z.maxLength(MAX_SIGNS)),
      sample: z.int().check(z.minimum(5), z.maximum(MAX_CODED)),
    }),
  ),
});

export type MappingBrief = z.output<typeof MappingBriefSchema>;
export type CodingBrief = NonNullable<MappingBrief['coding']>;

/** Schemas of the kind for outside input. A mirror refers to the site that it copies. */
export const MAPPING_READS: KindReads = {
  brief: MappingBriefSchema,
  action: MappingActionSchema,
  namesIn: ({ type, of }) => (type === 'mirror.noted' ? { sites: [of] } : {}),
};
