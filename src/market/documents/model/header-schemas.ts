import { z } from 'zod';
import { FIELD_NAMES, type FieldName, STORY_FIELD_NAMES, type StoryFieldName } from '#market/ads/model/market.ts';
import { MarketProfileIdSchema } from '#market/signs/model/schemas.ts';
import { actorId, chance, count, FileListSchema, instant, marketId } from './shared-schemas.ts';

/** Schemas of the two headers; a reader refuses any other version by its name. */
export const MARKET_SCHEMA = 'market/2';
export const TRUTH_SCHEMA = 'ground-truth/4';

/** The licence of all generated data, as SPDX writes it. */
export const LICENCE = 'CC-BY-4.0';

const generatorVersion = z.number().int().describe('Version of the generator: another one gives other bytes');
const synthetic = z.literal(true).describe('Everything is invented (rule C01)');
const licence = z.literal(LICENCE).describe('Licence of the data, as an SPDX identifier');

const SiteSchema = z.strictObject({
  id: z.string().describe('Id of the site'),
  name: z.string().describe('Invented name'),
  host: z.string().describe('Invented address; it ends in .example and leads nowhere'),
  section: z.string().describe('Section of the site that holds the ads'),
  face: z.string().describe('How its pages look'),
  type: z.string().describe('Type of the site'),
  mirrorOf: z.string().optional().describe('Id of the site whose ads this site copies; mirrors only'),
});

const word = (of: string) => z.string().describe(`Word of the sites: ${of}`);

const WordsSchema = z.strictObject({
  posted: word('before the time of posting'),
  edited: word('before the time of an edit'),
  renewed: word('before the number of renewals'),
  times: word('after the number of renewals'),
  gone: word('in place of an ad that was removed'),
  notDialable: word('beside a phone number'),
  hiddenNumber: word('in place of a number that is only in a picture'),
  perHour: word('after a price'),
  perMonth: word('after a pay'),
  mark: word('the mark on every page'),
  earlier: word('heading over lines that the advertiser took out').optional(),
  removed: word('beside such a line, before the minutes after posting').optional(),
  afterPosting: word('after these minutes').optional(),
  comments: word('heading over comments').optional(),
  notStated: word('in place of the employer where an offer of work names none').optional(),
  fields: z
    .strictObject(
      Object.fromEntries(FIELD_NAMES.map((name) => [name, word(`label of the field ${name}`)])) as Record<
        FieldName,
        z.ZodString
      >,
    )
    .extend(
      Object.fromEntries(
        STORY_FIELD_NAMES.map((name) => [name, word(`label of the field ${name}`).optional()]),
      ) as Record<StoryFieldName, z.ZodOptional<z.ZodString>>,
    )
    .describe('Labels of fields'),
  lang: z.string().optional().describe('Language of the market as a BCP 47 tag; left out for English'),
});

/** `public/market.json`: the header of the public half, at every size. It holds no ads. */
export const MarketHeaderSchema = z
  .strictObject({
    schema: z.literal(MARKET_SCHEMA).describe('Name and version of this schema'),
    synthetic,
    marketId,
    notice: z.string().describe('Line that stands with everything that is shown of the market'),
    licence,
    profile: MarketProfileIdSchema.describe('Setting of the market: what the law of the invented State allows'),
    prevalence: z
      .enum(['CALIBRATION', 'NEEDLE', 'FIELD', 'PRACTICE'])
      .describe('Name of the announced share of controlled ads'),
    announced: z
      .number()
      .optional()
      .describe('Announced share of controlled ads, in per cent; left out where none is announced'),
    generatorVersion,
    open: z.boolean().describe('True where seed and truth may be public; false for a market for assessment'),
    sites: z.array(SiteSchema).describe('Sites of the market'),
    words: WordsSchema.describe('Words that the sites put around their ads'),
    from: instant.describe('Begin of the market; UTC'),
    until: instant.describe('Moment at which the market is looked at; every ad is older; UTC'),
    counts: z
      .strictObject({
        ads: count.describe('Ads'),
        withheld: count.describe('Ads of these that are withheld cards'),
        records: count.describe('Ads with records'),
      })
      .describe('How many there are in all files together'),
    files: FileListSchema,
  })
  .describe('Header of the public half of a market');

/** `secret/ground-truth.json`: the header of the secret half, at every size. */
export const TruthHeaderSchema = z
  .strictObject({
    schema: z.literal(TRUTH_SCHEMA).describe('Name and version of this schema'),
    synthetic,
    marketId,
    licence,
    seed: z.string().describe('Seed of the market: who has it can make the truth again'),
    secret: z.string().optional().describe('Keys the id of a market for assessment; only there'),
    generatorVersion,
    generatedFor: instant.describe('Moment at which the market is looked at; UTC'),
    prevalence: chance.describe('Announced share of controlled ads, 0 to 1; a training value'),
    weights: z
      .record(z.string(), z.number())
      .describe('What each sign and cue is worth by itself in this kind of market: likelihood ratio by indicator'),
    promises: z
      .strictObject({
        networksByTwoKinds: z.boolean().describe('True where every network is linked by at least two kinds of traces'),
        moneyOnly: actorId.nullable().describe('Network that only money leads to; null where there is none'),
        lawfulPair: z
          .array(actorId)
          .length(2)
          .nullable()
          .describe('Two unrelated lawful actors who share two kinds of traces; null where there are none'),
      })
      .optional()
      .describe('What the market keeps of the promises about its structure; not computed from 10,000 ads on'),
    counts: z
      .strictObject({ ads: count.describe('Ads'), links: count.describe('Links'), actors: count.describe('Actors') })
      .describe('How many there are in all files together'),
    files: FileListSchema,
  })
  .describe('Header of the secret half of a market');

export type MarketHeader = z.output<typeof MarketHeaderSchema>;
export type TruthHeader = z.output<typeof TruthHeaderSchema>;
