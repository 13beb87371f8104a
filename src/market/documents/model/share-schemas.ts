import { z } from 'zod';
import { MarketProfileIdSchema } from '#market/signs/model/schemas.ts';
import { count, FileListSchema, marketId } from './shared-schemas.ts';

export const SHARE_SCHEMA = 'market-share/1';
export const MANIFEST_SCHEMA = 'market-shares/1';

/** What separate shares show about every two ads. Every manifest and the command print it. */
export const SHARES_TELL =
  'No actor, trace or link reaches from one share to another. A person who has separate shares knows this of any two ads. Before the public half is handed out for a test, join the shares into one market: join-shares --out.';

const synthetic = z.literal(true).describe('Everything is invented (rule C01)');
const generatorVersion = z.number().int().describe('Version of the generator: another one gives other bytes');
const note = z.string().describe('What separate shares show about ads');

/** `share.json`: which districts of which market a folder holds, and its data files. */
export const ShareSchema = z
  .strictObject({
    schema: z.literal(SHARE_SCHEMA).describe('Name and version of this schema'),
    synthetic,
    marketId,
    profile: MarketProfileIdSchema.describe('Setting of the market'),
    prevalence: z.string().describe('Name of the announced share of controlled ads'),
    generatorVersion,
    ads: count.describe('Ads of the whole market'),
    districts: z
      .strictObject({
        first: count.describe('First district of the share, counted from 0'),
        last: count.describe('Last district of the share'),
        of: count.describe('Districts of the whole market'),
      })
      .describe('Districts that the share holds'),
    note,
    files: FileListSchema.describe('All data files of the share; their paths begin with public/ or secret/'),
  })
  .describe('Manifest of a share of a market');

export type ShareManifest = z.output<typeof ShareSchema>;
