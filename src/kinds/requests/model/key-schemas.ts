import { z } from 'zod';
import { CHANNELS, DATA_CATEGORIES, LETTER_KINDS, OFFICES } from '#evidence/letters/model/letter.ts';
import { POINT_NAMES } from '#evidence/letters/model/points.ts';

const text = z.string().min(1);

/** What the letters of a request desk have to name and to secure. */
export const RequestsKeySchema = z.strictObject({
  /** The ads whose data are to be preserved: all ads of the actor behind this one. */
  sameActorAs: z.string().regex(/^\d{4}$/),
  /** Offences of the desk that fit the facts. */
  offences: z.array(text).min(1),
  /** Platforms of the desk that hold the data. */
  custodians: z.array(text).min(1),
  data: z.array(z.enum(DATA_CATEGORIES)).min(1),
  /** Letters that the case needs; a preservation letter is always among them. */
  letters: z
    .array(z.enum(LETTER_KINDS))
    .min(1)
    .refine((kinds) => kinds.includes('preservation'), {
      message: 'preservation is among the letters',
    }),
  /** Data that each office has to order; data left out are ordered by the lowest office that may. */
  orders: z.partialRecord(z.enum(OFFICES), z.array(z.enum(DATA_CATEGORIES)).min(1)).optional(),
  /**
   * Channels that count for each step at a company abroad: having data kept, or having a kind of data handed over. A step
   * that is left out accepts every channel that leads there.
   */
  channels: z.partialRecord(z.enum(['keep', ...DATA_CATEGORIES]), z.array(z.enum(CHANNELS)).min(1)).optional(),
  /**
   * Words of this case for points of a letter: the letter needs one of them per point; the default is the list of
   * `POINTS`.
   */
  words: z.partialRecord(z.enum(POINT_NAMES), z.array(text).min(1)).optional(),
});

export type RequestsKeyPart = z.output<typeof RequestsKeySchema>;
