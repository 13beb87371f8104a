import * as z from 'zod/mini';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import { MAX_DAYS } from '#evidence/letters/model/letter.ts';
import { DataCategoriesSchema, DaysSchema, InstantSchema, LetterSchema } from '#evidence/letters/model/schemas.ts';
import { STATE_CHANNELS } from './desk.ts';
import { MAX_WAIT_MINUTES } from './play.ts';

const text = z.string().check(z.maxLength(20_000));
/** Maximum minutes until an answer of a company, and of a wait for one: a week. */
const MAX_ANSWER_LENGTH = MAX_WAIT_MINUTES;
/** Maximum minutes until an answer comes by way of another State: a year. Nobody waits for it at the desk. */
const MAX_CHANNEL_LENGTH = 365 * 24 * 60;
const id = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]*$/));

/** The actions of the kind as a saved log may contain them; see `RequestsAction`. */
export const RequestsActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('letter.drafted'), letter: LetterSchema }),
  z.strictObject({ type: z.literal('letter.sent'), letter: LetterSchema }),
  z.strictObject({ type: z.literal('renewal.noted'), of: text, on: InstantSchema }),
  z.strictObject({ type: z.literal('letter.renewed'), of: text, days: DaysSchema }),
  z.strictObject({ type: z.literal('answer.filed'), of: text }),
  z.strictObject({ type: z.literal('answer.awaited'), minutes: z.int().check(z.gte(1), z.lte(MAX_ANSWER_LENGTH)) }),
]);

/** Brief of this kind in a scenario; see `RequestDesk`. The law is added from its table. All of it is public. */
export const RequestsBriefSchema = z.strictObject({
  home: id,
  platforms: z
    .array(
      z.strictObject({
        id,
        name: z.optional(text.check(z.minLength(1))),
        state: id,
        sites: z.array(id).check(z.minLength(1)),
        holds: DataCategoriesSchema,
        longestDays: z.int().check(z.gte(1), z.lte(MAX_DAYS)),
        answersAfterMinutes: z.int().check(z.gte(0), z.lte(MAX_ANSWER_LENGTH)),
        servesHome: z.optional(z.boolean()),
      }),
    )
    .check(z.minLength(1)),
  states: z
    .array(
      z.strictObject({
        id,
        name: text.check(z.minLength(1)),
        language: text.check(z.minLength(1)),
        channels: z.optional(
          z.partialRecord(z.enum(STATE_CHANNELS), z.int().check(z.gte(0), z.lte(MAX_CHANNEL_LENGTH))),
        ),
      }),
    )
    .check(z.minLength(1)),
  checklist: z.optional(z.boolean()),
  emergency: z.optional(z.boolean()),
  offences: z
    .array(
      z.strictObject({
        id,
        text: text.check(z.minLength(1)),
        maxYears: z.int().check(z.gte(0), z.lte(99)),
        alsoIn: z.array(id),
      }),
    )
    .check(z.minLength(1)),
});

/** Schemas of the kind for outside input. */
export const REQUESTS_READS: KindReads = { brief: RequestsBriefSchema, action: RequestsActionSchema };
