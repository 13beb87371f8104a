import { z } from 'zod';
import { FIELD_NAMES, type FieldName } from '#market/ads/model/market.ts';
import { adId, count, instant } from './shared-schemas.ts';

/** What each field of an ad says. */
export const FIELD_MEANINGS: Readonly<Record<FieldName, string>> = {
  town: 'Invented town that the ad names',
  employer: 'Invented name of the employer; ads that offer work',
  sector: 'Sector of the work; ads that offer work',
  price: 'Price of an hour as the page writes it; SIM is the invented currency',
  pay: 'Pay of a month as the page writes it, in SIM; ads that offer work',
  hours: 'Hours of the day as the page writes them',
  phone: 'Phone number in an invented range, or blocks where the page shows it as a picture',
  room: 'Code and words of the scene in the picture: a room, never a person',
  picture: 'Number of the picture and, where it has one, of the mark in it',
  payment: 'Invented payment handle',
  account: 'Account that posted the ad; the same as the field account of the line',
  origin: 'Invented origin that the ad states',
  gender: 'Gender that the ad states',
  languages: 'Invented language that the ad states',
};

const FieldsSchema = z.strictObject(
  Object.fromEntries(FIELD_NAMES.map((name) => [name, z.string().optional().describe(FIELD_MEANINGS[name])])) as Record<
    FieldName,
    z.ZodOptional<z.ZodString>
  >,
);

/** One line of an `ads` file: what a visitor of the site sees of one ad. */
export const AdLineSchema = z
  .strictObject({
    id: adId.describe('Id of the ad'),
    site: z.string().describe('Id of the site of the ad, as in the header'),
    title: z.string().describe('Title of the ad; empty for a withheld card'),
    text: z.string().describe('The sentences of the ad, one blank between them; empty for a withheld card'),
    sentenceEnds: z
      .array(count)
      .describe(
        'For each sentence the place in the text at which it ends, in characters from 0. The third sentence is s3 in the truth',
      ),
    account: z.string().describe('Account on the site that posted the ad'),
    postedAt: instant.describe('When the ad was posted; UTC'),
    renewals: count.describe('How often the ad was renewed until the market was looked at'),
    fields: FieldsSchema.optional().describe('Fields that the page shows now; none on a withheld card'),
    earlier: z
      .strictObject({
        until: instant.describe('When the ad was edited; UTC'),
        price: z.string().describe('Price before the edit'),
      })
      .optional()
      .describe('What stood there before an edit; only where an ad was edited'),
    removedAt: instant.optional().describe('From this moment the site no longer shows the ad; UTC'),
    copied: z.literal(true).optional().describe('True where a mirror copied the ad from another site'),
    withheld: z
      .strictObject({ facts: z.array(z.string()).describe('Neutral facts') })
      .optional()
      .describe('A closed card: the ad may concern a minor. Nothing else of it is ever shown'),
  })
  .describe('One ad as a visitor of its site sees it');

export type AdLine = z.output<typeof AdLineSchema>;
