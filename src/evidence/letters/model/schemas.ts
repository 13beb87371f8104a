import * as z from 'zod/mini';
import { CHANNELS, DATA_CATEGORIES, INTENTS, LETTER_KINDS, MAX_DAYS, OFFICES } from './letter.ts';

const text = z.string().check(z.maxLength(20_000));
const names = z.array(text).check(z.maxLength(200));
/** Kinds of data, each of which may be named once. */
export const DataCategoriesSchema = z.array(z.enum(DATA_CATEGORIES)).check(z.maxLength(DATA_CATEGORIES.length));
/** An instant in the format of the log. */
export const InstantSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/));
/** A period in days; zero if none is named. */
export const DaysSchema = z.int().check(z.gte(0), z.lte(MAX_DAYS));

/** Schema of a letter in a saved log. */
export const LetterSchema = z.strictObject({
  kind: z.enum(LETTER_KINDS),
  to: text,
  // Optional: letters in older logs have no channel.
  channel: z.optional(z.enum(CHANNELS)),
  authority: text,
  contact: text,
  // Optional: letters in older logs have no issuer.
  issuer: z.optional(z.enum(OFFICES)),
  offence: text,
  facts: text,
  accounts: names,
  ads: names,
  urls: names,
  from: z.union([z.literal(''), InstantSchema]),
  until: z.union([z.literal(''), InstantSchema]),
  data: DataCategoriesSchema,
  custodian: text,
  urgency: text,
  intent: z.enum(INTENTS),
  days: DaysSchema,
  confidentiality: text,
  keepsOnline: z.boolean(),
  acknowledgement: z.boolean(),
  attachments: z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))).check(z.maxLength(1000)),
  reasons: text,
  goodFaith: z.boolean(),
  legalBasis: text,
  necessity: text,
  link: text,
  formalities: text,
  language: text,
  speciality: text,
  redress: text,
});
