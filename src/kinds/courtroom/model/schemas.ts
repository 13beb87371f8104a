import * as z from 'zod/mini';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import { RULING_LINES } from './court-file.ts';
import { BEARINGS, ROW_STATES } from './play.ts';

/** Maximum length of one written box; screens stop there. */
export const MAX_BOX = 2000;
/** Maximum length of the reasons of the judgment, so that it prints on two pages. */
export const MAX_REASONS = 1600;
/** Maximum number of pinpoints of one cell, or of payments of one sum. */
const MAX_PLACES = 200;
const MAX_AMOUNT = 1_000_000;

const id = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/), z.maxLength(80));
const exhibit = z.string().check(z.regex(/^E\d{1,2}$/));
const place = z.string().check(z.minLength(1), z.maxLength(20));
const box = z.string().check(z.maxLength(MAX_BOX));
const whole = (most: number) => z.int().check(z.gte(0), z.lte(most));
const ruling = {
  motion: id,
  outcome: z.string().check(z.maxLength(80)),
  boxes: z.array(box).check(z.length(RULING_LINES.length)),
};

/** The actions of the kind as a saved log may contain them; see `CourtroomAction`. */
export const CourtroomActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('view.set'), view: z.enum(['first', 'last']), element: id, percent: whole(100) }),
  z.strictObject({ type: z.literal('view.signed') }),
  z.strictObject({
    type: z.literal('cell.judged'),
    element: id,
    exhibit,
    bearing: z.enum(BEARINGS),
    places: z.array(place).check(z.maxLength(MAX_PLACES)),
    shows: box,
    innocent: box,
  }),
  z.strictObject({ type: z.literal('cell.cleared'), element: id, exhibit }),
  z.strictObject({
    type: z.literal('row.judged'),
    element: id,
    state: z.enum(ROW_STATES),
    measure: z.optional(id),
    why: box,
  }),
  z.strictObject({ type: z.literal('ruling.drafted'), ...ruling }),
  z.strictObject({ type: z.literal('ruling.signed'), ...ruling }),
  z.strictObject({
    type: z.literal('line.marked'),
    motion: id,
    line: whole(RULING_LINES.length - 1),
    by: z.literal([1, 2]),
    mark: z.literal([0, 1, 2]),
  }),
  z.strictObject({ type: z.literal('twist.answered'), motion: id, towards: z.literal([-2, -1, 0, 1, 2]), why: box }),
  z.strictObject({ type: z.literal('chair.argued'), motion: id, text: box }),
  z.strictObject({ type: z.literal('choice.made'), question: id, option: id }),
  z.strictObject({
    type: z.literal('sum.given'),
    sum: id,
    amount: whole(MAX_AMOUNT),
    payments: z.array(whole(MAX_AMOUNT)).check(z.maxLength(MAX_PLACES)),
  }),
  z.strictObject({
    type: z.literal('item.answered'),
    item: id,
    option: z.string().check(z.minLength(1), z.maxLength(80)),
  }),
  z.strictObject({ type: z.literal('reasons.written'), text: z.string().check(z.maxLength(MAX_REASONS)) }),
  z.strictObject({ type: z.literal('judgment.signed') }),
]);

/** Brief of this kind in a scenario: the bundle, by its folder. Bundle and law card are added when the case is built. */
export const CourtroomBriefSchema = z.strictObject({ bundle: id });

export type CourtroomBrief = z.output<typeof CourtroomBriefSchema>;

/** Schemas of the kind for outside input. No action names an ad or a site. */
export const COURTROOM_READS: KindReads = { brief: CourtroomBriefSchema, action: CourtroomActionSchema };
