import { z } from 'zod';
import { REGIMES } from '#evidence/court-file/model/court-law.ts';
import { CitationSchema } from '#market/signs/model/schemas.ts';
import { ItemKeySchema } from './item-key-schemas.ts';
import { ROW_STATES } from './play.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const places = z.array(text).default([]);
const sources = z.array(CitationSchema).default([]);
const LINES = 6;

const RowSchema = z.strictObject({
  element: id,
  /**
   * Whether it is true in the facts of the bundle. A reader's probabilities are scored against it, except in rows in
   * which something has to be asked first, because the file cannot decide them.
   */
  happened: z.boolean(),
  state: z.enum(ROW_STATES),
  /** Other states that a careful reader can defend; they count like its own. */
  defensible: z.array(z.enum(ROW_STATES)).default([]),
  /** Places that speak for it and against it; `E6 W01>W02` stands for every payment between the two. */
  for: places,
  against: places,
  /** An innocent explanation. */
  innocent: text,
  why: text,
  /** Measures that are lawful and mild enough. A row that is met has them only if asking first is defensible. */
  next: z.array(id).default([]),
  /** The harm to a person if the row were wrongly taken as met. */
  harm: text.optional(),
  sources,
});

const RulingSchema = z.strictObject({
  outcome: id,
  /** Set for a ruling against the motion that gives a part of what it asks for. */
  inPart: z.literal(true).optional(),
  text,
});

const MotionKeySchema = z.strictObject({
  /** Outcomes that the law of a State rules out, by regime, with the reason. */
  forbids: z.partialRecord(z.enum(REGIMES), z.array(z.strictObject({ outcome: id, because: text })).min(1)),
  /** What each of the six lines should say; a line counts only with its needed statement. */
  lines: z.array(z.strictObject({ holds: text, needed: z.literal(true).optional() })).length(LINES),
  grant: RulingSchema,
  refuse: RulingSchema,
  /** What the other two States would do with the motion. */
  elsewhere: z.array(z.strictObject({ state: text, text })).length(2),
  twist: z.strictObject({
    fact: text,
    /** How far, in the authors' view, it moves the ruling towards granting. */
    direction: z.number().int().min(-2).max(2),
    reason: text,
  }),
  sources: z.array(CitationSchema).min(1),
});

const SumKeySchema = z.strictObject({
  amount: z.number().int().min(0),
  /** How far an answer may be off. */
  within: z.number().int().min(0).default(0),
  working: text,
  /** Other sums on which it rests, whose errors it repeats. */
  after: z.array(id).default([]),
  /** Payments that add up to it. */
  payments: z.strictObject({ from: text.optional(), to: text.optional() }).optional(),
});

/** The answers of a courtroom exercise. */
export const CourtroomKeySchema = z.strictObject({
  rows: z.array(RowSchema).min(1),
  motions: z.record(id, MotionKeySchema),
  sums: z.record(id, SumKeySchema).default({}),
  /** What the authors say of each option of the judgment, by question and option. A red line costs an outcome. */
  judgment: z
    .record(
      id,
      z.strictObject({
        options: z.record(id, z.strictObject({ view: z.enum(['good', 'acceptable', 'harmful', 'red']), remark: text })),
        sources,
      }),
    )
    .default({}),
  /** Answers to the questions of a form, by question. */
  items: z.record(id, ItemKeySchema).default({}),
});

export type CourtroomKey = z.output<typeof CourtroomKeySchema>;
export type RowKey = CourtroomKey['rows'][number];
export type MotionKey = CourtroomKey['motions'][string];
