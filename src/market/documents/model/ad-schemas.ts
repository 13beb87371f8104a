import { z } from 'zod';
import type { FieldName, StoryFieldName } from '#market/ads/model/market.ts';
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

/** What each field of the form of a site says. */
export const STORY_FIELD_MEANINGS: Readonly<Record<StoryFieldName, string>> = {
  section: 'Section of the site',
  headline: 'Headline of the form',
  budget: 'Budget of somebody who looks for a room, in SIM a month',
  register: 'Number in an invented register, as the form states it',
  written: 'Invented language in which the ad is written',
  from: 'Where somebody comes from, as the form states it',
  stay: 'How long somebody stays, as the form states it',
  hosts: 'How many hosts there are, as the form states it',
  visits: 'Whether visits are made',
  wishes: 'What the form says of wishes',
  prices: 'Who sets the prices, as the form states it',
  deposit: 'Whether and to whom a deposit is paid, with an invented handle',
  booking: 'How one books',
  guests: 'What guests are asked for',
  contact: 'How one gets in touch',
  face: 'Whether a face is shown on the site',
  tattoo: 'What the form says of tattoos',
  checked: 'What the site has checked',
  start: 'When the work begins, as the form states it',
  offered: 'What is offered beside pay',
  wanted: 'Who is wanted, as the form states it',
};

const FieldsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries({ ...FIELD_MEANINGS, ...STORY_FIELD_MEANINGS }).map(([name, meaning]) => [
      name,
      z.string().optional().describe(meaning),
    ]),
  ) as Record<FieldName | StoryFieldName, z.ZodOptional<z.ZodString>>,
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
        sentence: z.string().describe('Last sentence before the edit, which was taken out'),
      })
      .optional()
      .describe('What stood there before an edit; only where an ad was edited'),
    comments: z
      .array(
        z.strictObject({
          by: z.string().describe('Name under which somebody writes; that of the advertiser in answers'),
          at: instant.describe('When the comment was written; UTC'),
          text: z.string().describe('The comment'),
        }),
      )
      .optional()
      .describe('Comments below the ad, in the order of time'),
    removedAt: instant.optional().describe('From this moment the site no longer shows the ad; UTC'),
    copied: z.literal(true).optional().describe('True where a mirror copied the ad from another site'),
    withheld: z
      .strictObject({ facts: z.array(z.string()).describe('Neutral facts') })
      .optional()
      .describe('A closed card: the ad may concern a minor. Nothing else of it is ever shown'),
  })
  .describe('One ad as a visitor of its site sees it');

export type AdLine = z.output<typeof AdLineSchema>;
