import { z } from 'zod';
import { ACTOR_TYPES } from '#market/ads/model/actor-types.ts';
import { PURPOSES } from '#market/ads/model/purposes.ts';
import { MarketProfileIdSchema } from '#market/signs/model/schemas.ts';
import { FAMILY_NAMES } from './family-names.ts';
import { HANDS } from './typing.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const lines = z.array(text);
const percent = z.number().min(0).max(100);

/** What shows an indicator, or looks like it, worded in two halves that share no wording. */
const WordedSchema = z.record(id, z.strictObject({ practice: lines.min(1), assessment: lines.min(1) }));

const SlotSchema = z.strictObject({ signs: WordedSchema.optional(), alike: WordedSchema.optional() });

/** Lines of a first version that were taken out after some minutes. */
const RemovedSchema = z.strictObject({ neutral: lines.min(1), signs: WordedSchema.optional() });

/** The ways to say a line, by its slot; several slots with + between them. An empty way leaves the line out. */
const WaysSchema = z.record(z.string().regex(/^[a-z]+(\+[a-z]+)*$/), z.array(z.string()).min(1));

/** An ad as somebody has written it, with facts to be filled in. */
export const WholeAdSchema = z.strictObject({
  by: z.enum(HANDS),
  /** Set to `other` if it is about another person or about several. */
  about: z.enum(['self', 'other']).optional(),
  sector: lines.min(1).optional(),
  /** True if its lines follow each other in one paragraph. */
  run: z.boolean().optional(),
  title: lines.min(1),
  text: z.array(WaysSchema).min(1),
});
export const WholeAdsSchema = z.array(WholeAdSchema).min(1);

/** A short talk below a post: the first line by somebody else, the next by the advertiser, and so on in turn. */
const talk = z.array(text).min(1).max(4);
const WordedTalkSchema = z.record(
  id,
  z.strictObject({ practice: z.array(talk).min(1), assessment: z.array(talk).min(1) }),
);

/** Facts that belong together, such as a job and its tasks: one row of a sector is drawn, and its columns are facts. */
const RowsSchema = z.record(z.string(), z.array(z.record(id, text)).min(1));

/** One genre: a kind of ad that people write, such as a small ad of one person. */
export const GenreSchema = z.strictObject({
  genre: id,
  family: z.enum(FAMILY_NAMES),
  /** In whose words the neutral lines are: those of one person, of several, or of nobody. */
  speaks: z.enum(['I', 'we', 'nobody']),
  /** What these posts are for. */
  purpose: z.enum(PURPOSES).default('offer'),
  /** What the amount of their fields is: by default a price for services, and pay for work. */
  amount: z.enum(['price', 'pay', 'budget', 'none']).optional(),
  /** Indicators of which an ad of this genre says at least one in its text, such as that a stay is short. */
  needs: lines.optional(),
  /** Indicators that no ad of this genre says or shows. */
  never: lines.optional(),
  /** What the page shows in place of the name of an employer. */
  employer: text.optional(),
  /** Sectors of work that the genre offers; all by default. */
  sectors: lines.optional(),
  /** Lists of facts of this genre, beside those of its family. */
  facts: z.record(id, lines).optional(),
  /** Takes the place of the family's rows for the sectors that it names. */
  rows: RowsSchema.optional(),
  /** Set if it words what it shows as another genre does, but for lines that hold one of these words. */
  wordings: z.strictObject({ of: id, without: lines.optional() }).optional(),
  slots: z.record(id, SlotSchema).default({}),
  removed: RemovedSchema.optional(),
  /** `share` is how many posts of a hundred have comments that show nothing. */
  comments: z
    .strictObject({
      share: z.number().int().min(0).max(100).default(55),
      neutral: z.array(talk).min(1),
      signs: WordedTalkSchema.optional(),
    })
    .optional(),
});

/** What all genres of a family have in common. */
export const FamilyWordsSchema = z.strictObject({
  facts: z.record(id, z.union([lines.min(1), z.record(z.string(), lines.min(1))])),
  rows: RowsSchema.optional(),
  /** By sign: what no line beside it may hold. */
  beside: z.record(id, z.strictObject({ facts: lines.optional(), words: lines.optional() })),
  /** Sentences of the sites' help pages, which some people copy below their ads. */
  help: z.strictObject({ practice: lines.min(1), assessment: lines.min(1) }),
  /** Signs of texts about another person, or about several. */
  'about-others': z.array(id),
  /** By field of a form: ordinary values, and those that show an indicator. */
  form: z.record(id, z.strictObject({ ordinary: lines, signs: WordedSchema })),
});

/** How often each genre stands on the sites of a setting; the numbers of one setting are weights. */
export const GenreSharesSchema = z.record(MarketProfileIdSchema, z.record(id, z.number().min(0)));

/**
 * By setting: who posts the ads that are not controlled, in per cent, and of a hundred posts of a type of advertiser, how
 * many are for each purpose.
 */
export const PurposeSharesSchema = z.partialRecord(
  MarketProfileIdSchema,
  z.strictObject({
    mix: z.partialRecord(z.enum(ACTOR_TYPES), percent),
    for: z.partialRecord(z.enum(ACTOR_TYPES), z.partialRecord(z.enum(PURPOSES), percent)),
  }),
);

/** What replies, calls, entries of a board and chats say about an ad, by what they show; `none` shows nothing. */
export const NotesSchema = z.record(id, z.strictObject({ practice: lines.min(1), assessment: lines.min(1) }));

/** One measure of the posts of a setting, and what stands beside it. */
export const RealismRowSchema = z.strictObject({ measure: text, found: text, beside: text, source: text });

/** How the posts of a setting look beside figures that studies print, or beside what the kit aims at. Measured. */
export const RealismSchema = z.strictObject({
  generatorVersion: z.number().int().positive(),
  seeds: z.number().int().positive(),
  settings: z.partialRecord(MarketProfileIdSchema, z.array(RealismRowSchema)),
});

/** How often ads by each hand stand on the sites of a setting, beside how many there are; 1 where nothing is said. */
export const HandSharesSchema = z.partialRecord(
  MarketProfileIdSchema,
  z.partialRecord(z.enum(HANDS), z.number().min(0)),
);

export type WrittenGenre = z.output<typeof GenreSchema>;
export type WrittenSlot = z.output<typeof SlotSchema>;
export type FamilyWords = z.output<typeof FamilyWordsSchema>;
export type GenreShares = z.output<typeof GenreSharesSchema>;
export type AuthoredAd = z.output<typeof WholeAdSchema>;
export type PurposeShares = z.output<typeof PurposeSharesSchema>;
export type WordedNotes = z.output<typeof NotesSchema>;
export type RealismRow = z.output<typeof RealismRowSchema>;
export type MeasuredRealism = z.output<typeof RealismSchema>;
export type HandShares = z.output<typeof HandSharesSchema>;
export type Half = 'practice' | 'assessment';

/** All genres with both halves of their wordings. */
export interface WrittenGenres {
  readonly genres: readonly WrittenGenre[];
  readonly families: Readonly<Record<(typeof FAMILY_NAMES)[number], FamilyWords>>;
  /** By genre: its whole ads. */
  readonly ads: Readonly<Record<string, readonly AuthoredAd[]>>;
  readonly shares: GenreShares;
  readonly hands: HandShares;
  readonly purposes: PurposeShares;
  readonly notes: WordedNotes;
}
